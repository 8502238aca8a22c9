/** The whole system on one machine: the H5 app, the functions, the files and the clock behind one port. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { loopbackSite, siteFrom } from '@platform/browser/site';
import type { Flushing } from '@platform/sqlite/store';
import { makeDemoApart } from './demo/apart';
import { demoDoor } from './demo/door';
import { demoIdentity } from './demo/persona';
import { isDemoWhole } from './demo/people';
import { readEnvironment } from './environment';
import { openDoors } from './http/doors';
import { fileDoor } from './http/files';
import { functionDoor } from './http/functions';
import { staticDoor } from './http/static';
import { openInstallation } from './installation';
import { startTicker } from './ticker';

/** How long requests under way may take after the server was told to stop. */
const GRACE_MS = 5_000;
/** Then it ends in any case: what was acknowledged is on the disk, and what was not will be asked again. */
const LAST_MS = 15_000;

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const isDemo = environment.demo !== 'off';
  let flushes = 0;
  let end = (code: number): void => process.exit(code);
  const flushing: Flushing = async (flush) => {
    flushes += 1;
    try {
      await flush();
    } catch (error) {
      // The store is unavailable for good; whoever keeps the server running starts it again (docs/operations.md).
      process.stderr.write(`what was written could not be brought onto the disk, so the server ends: ${String(error)}\n`);
      end(1);
      throw error;
    }
  };
  const { platform, store, files, clock, log } = await openInstallation(environment, flushing);
  if (isDemo && !(await isDemoWhole(store))) await makeDemoApart();

  const ticker = startTicker(platform);
  const portNow = (): number => (server.address() as AddressInfo).port;
  const server = openDoors(
    {
      // Outside the demo there are no phones here, only browsers.
      call: functionDoor(platform, isDemo ? demoIdentity(platform) : () => Promise.resolve(undefined), siteFrom(process.env) ?? loopbackSite(portNow)),
      files: fileDoor(files, clock.now),
      page: staticDoor(resolve('dist/h5')),
      ...(isDemo ? { demo: demoDoor(platform, clock, ticker, () => flushes) } : {}),
      healthy: async () => void (await store.get('villages', '000000000000')),
    },
    log,
  );
  await listen(server, environment.port, environment.host);
  process.stdout.write(`村里事 http://${shownHost(environment.host)}:${portNow()}\n`);

  let stopping = false;
  async function stop(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code), LAST_MS).unref();
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(patience);
    await ticker.stop();
    await store.close();
    log.flush();
    process.exit(code);
  }
  end = (code) => void stop(code);
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
}

function shownHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
