import { rm } from 'node:fs/promises';
import { requestId } from './matters';
import { until } from './patience';
import { startServer, type LocalServer } from './server';

const CLIENTS = 8;
const KILLS = 2;
/** So many are acknowledged in each life. */
const UNDER_LOAD = 100;
/** One person reports without pause here. */
const WITHOUT_LIMITS = { env: { CUNLISHI_SENDING_LIMITS: 'off' } };

interface Sent {
  readonly requestId: string;
  readonly issueId: string;
}

interface Page {
  readonly items: readonly { readonly issueId: string; readonly title: string }[];
  readonly next?: string;
}

/** Reports without pause until the server is gone; answers what was acknowledged. */
async function reportUntilGone(server: LocalServer, person: string, client: number, acknowledged: Sent[]): Promise<void> {
  for (let nth = 0; ; nth += 1) {
    const id = requestId();
    try {
      const reply = await server.call(person, 'issues', 'submit', {
        requestId: id, category: 'OTHER', urgency: 'NORMAL', text: `第 ${client} 部手机的第 ${nth} 件事 ${id}`, place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: false,
      });
      if (reply.ok) acknowledged.push({ requestId: id, issueId: (reply.data as { readonly issueId: string }).issueId });
    } catch {
      // The line broke: nobody knows whether that one arrived.
      return;
    }
  }
}

async function allOf(server: LocalServer, person: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page: Page = await server.ask<Page>(person, 'issues', 'mine', after === undefined ? {} : { after });
    ids.push(...page.items.map(({ issueId }) => issueId));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

describe('a server that is killed under load', () => {
  it('has every acknowledged report exactly once when it starts again, and answers a repeat from it', async () => {
    let server = await startServer(WITHOUT_LIMITS);
    const person = (await server.people())[0]?.id ?? '';
    const acknowledged: Sent[] = [];
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { data } = server;
        const clients = Array.from({ length: CLIENTS }, (_, client) => reportUntilGone(server, person, client, acknowledged));
        const { output } = server;
        await until(() => acknowledged.length >= UNDER_LOAD * (kill + 1), () => `${acknowledged.length} acknowledged in life ${kill + 1}\n${output()}`);
        await server.kill();
        await Promise.all(clients);
        server = await startServer({ ...WITHOUT_LIMITS, data });
      }
      const there = await allOf(server, person);
      expect(new Set(there).size).toBe(there.length);
      const missing = acknowledged.filter(({ issueId }) => !there.includes(issueId));
      expect(missing).toEqual([]);
      // At most the reports that were under way when the line broke came in without their writers knowing.
      expect(there.length - acknowledged.length).toBeLessThanOrEqual(CLIENTS * KILLS);

      const [first] = acknowledged;
      const again = await server.ask<{ readonly issueId: string; readonly text: string }>(person, 'issues', 'get', { issueId: first?.issueId });
      const repeated = await server.ask<Sent>(person, 'issues', 'submit', {
        requestId: first?.requestId, category: 'OTHER', urgency: 'NORMAL', text: again.text, place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: false,
      });
      expect(repeated.issueId).toBe(first?.issueId);
      expect(await allOf(server, person)).toHaveLength(there.length);
    } finally {
      await server.kill();
      await rm(server.data, { recursive: true, force: true });
    }
  });
});
