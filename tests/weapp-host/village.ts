/** What a file of journeys stands on: the local server with one village, and one phone a person on the WeChat build. */
import type { IssueDetail } from '@/services/views';
import { startServer, type LocalServer } from '../e2e/server';
import { dist } from './build-under-test';
import { launchHost, type Host } from './launch-host';

export interface Village {
  readonly server: LocalServer;
  /** A phone in the hand of somebody of the demo, by name; `visitor`, `visitor-2` and so on are on no roster. */
  phoneOf(name: string): Promise<Host>;
  idOf(name: string): Promise<string>;
  /** What the server has of a person's reports with these words; the demo's own people have reported before. */
  filed(name: string, text: string): Promise<readonly IssueDetail[]>;
  /** What went wrong on any of the phones. */
  errors(): Promise<readonly string[]>;
}

/** Opens it for a suite and closes it afterwards, with every phone that was handed out. */
export function withVillage(backend: 'jsdom' | 'chromium', build = dist): { readonly village: Village } {
  const phones: Host[] = [];
  let server: LocalServer;

  async function idOf(name: string): Promise<string> {
    if (name.startsWith('visitor')) return name;
    const person = (await server.people()).find((somebody) => somebody.name === name);
    if (person === undefined) throw new Error(`there is no ${name} in the demo`);
    return person.id;
  }

  beforeAll(async () => { server = await startServer({ demo: 'village' }); });
  afterAll(async () => {
    await Promise.all(phones.map((phone) => phone.close()));
    await server.stop();
  });

  return {
    get village() {
      return {
        server,
        idOf,
        async phoneOf(name: string) {
          const phone = await launchHost({ dist: build, backend, cloud: { base: server.url, person: await idOf(name) } });
          phones.push(phone);
          return phone;
        },
        async filed(name: string, text: string) {
          const person = await idOf(name);
          const { items } = await server.ask<{ readonly items: readonly { readonly issueId: string }[] }>(person, 'issues', 'mine', {});
          const all = await Promise.all(items.map(({ issueId }) => server.ask<IssueDetail>(person, 'issues', 'get', { issueId })));
          return all.filter((issue) => issue.text === text);
        },
        errors: async () => (await Promise.all(phones.map((phone) => phone.errors()))).flat(),
      };
    },
  };
}

/** Opens a page as if the app had been left and come back to. */
export async function reopen(phone: Host, page: string): Promise<void> {
  await phone.miniProgram.callWxMethod('reLaunch', { url: `/${page}` });
  await phone.arriveAt(page.split('?')[0] ?? page);
}
