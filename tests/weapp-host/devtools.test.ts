/**
 * The journeys by nothing but DevTools' own protocol: what runs here against the stand-in `cli` runs in WeChat DevTools with
 * `WEAPP_CLI=<its cli>`, unchanged. Only one launch, for the automator waits five seconds at each.
 */
import path from 'node:path';
import { startServer, type LocalServer } from '../e2e/server';
import { accept, begin, finish, rateGood, send } from './closed-loop.journey';
import { launchDevTools, type DevTools } from './launch-devtools';
import { walkTheTabs } from './tabs.journey';

const ROOT = path.join(__dirname, '../..');
const MATTER = { category: '卫生环境', text: '桥下的垃圾堆得老高，没人来清' };
const RESULT = '清走了，立了块牌子';
const PORT = 19_420;

describe('with DevTools\' own means', () => {
  let server: LocalServer;
  let devTools: DevTools;
  async function idOf(name: string): Promise<string> {
    return (await server.people()).find((person) => person.name === name)?.id ?? '';
  }
  beforeAll(async () => {
    server = await startServer({ demo: 'village' });
    devTools = await launchDevTools({ projectPath: ROOT, server: server.url, person: await idOf('王秀兰'), port: PORT });
  });
  afterAll(async () => {
    await devTools.close();
    await server.stop();
  });
  afterEach(async () => expect(await devTools.errors()).toEqual([]));

  it('walks through the tabs', () => walkTheTabs(devTools));

  it('reports a matter, settles it as its first head, and rates it', async () => {
    await begin(devTools, MATTER);
    await send(devTools);
    await devTools.become(await idOf('陈守田'));
    await accept(devTools, MATTER);
    await finish(devTools, RESULT);
    await devTools.become(await idOf('王秀兰'));
    await rateGood(devTools, MATTER, RESULT);
  });

  it('has no way past DevTools\' protocol', async () => {
    if (process.env['WEAPP_CLI'] !== undefined) return;
    const { miniProgram } = devTools as unknown as { readonly miniProgram: { send(method: string): Promise<unknown> } };
    await expect(miniProgram.send('Host.problems')).rejects.toThrow('DevTools has no Host.problems');
  });
});
