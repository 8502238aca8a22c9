/**
 * The journeys by nothing but DevTools' own protocol: what runs here against the stand-in `cli` runs in WeChat DevTools with
 * `WEAPP_CLI=<its cli>`, unchanged. Only one launch, for the automator waits five seconds at each.
 */
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { startServer, type LocalServer } from '../e2e/server';
import { accept, begin, finish, rateGood, send } from './closed-loop.journey';
import { launchDevTools, type DevTools } from './launch-devtools';
import { walkTheTabs } from './tabs.journey';

const ROOT = path.join(__dirname, '../..');
const MATTER = { category: '卫生环境', text: '桥下的垃圾堆得老高，没人来清' };
const RESULT = '清走了，立了块牌子';

/** Its `cli` has to be told one. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

describe('with DevTools\' own means', () => {
  let server: LocalServer;
  let devTools: DevTools;
  async function idOf(name: string): Promise<string> {
    return (await server.people()).find((person) => person.name === name)?.id ?? '';
  }
  beforeAll(async () => {
    server = await startServer({ demo: 'village' });
    devTools = await launchDevTools({ projectPath: ROOT, server: server.url, person: await idOf('王秀兰'), port: await freePort() });
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
