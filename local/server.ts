/** The whole system on one machine: the H5 app, the functions, the files and the clock behind one port. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { diskFiles } from '@platform/disk/files';
import { loopbackSite, siteFrom } from '@platform/browser/site';
import { createPlatform } from '@platform/runtime';
import { createSealer } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import { ensureDemoCounty } from './demo/county';
import { demoDoor } from './demo/door';
import { demoIdentity } from './demo/persona';
import { readEnvironment } from './environment';
import { openDoors } from './http/doors';
import { fileDoor } from './http/files';
import { functionDoor } from './http/functions';
import { staticDoor } from './http/static';
import { localKeys } from './keys';
import { openLog } from './log';
import { movableClock } from './movable-clock';
import { standInWechat } from './stand-ins/wechat';
import { startTicker } from './ticker';
import { withoutSendingLimits } from './without-sending-limits';

/** How long requests under way may take after the server was told to stop. */
const GRACE_MS = 5_000;
/** Then it ends in any case: what was acknowledged is on the disk, and what was not will be asked again. */
const LAST_MS = 15_000;

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { data, demo, demoWeeks } = environment;
  const isDemo = demo !== 'off';
  const log = openLog(environment.log);
  const clock = await movableClock(isDemo ? join(data, 'clock.json') : undefined);
  const sealer = createSealer(await localKeys(data, process.env));
  let commits = 0;
  const counted = () => {
    commits += 1;
  };
  const store = await openSqliteStore({ path: join(data, 'store.sqlite'), collections, onCommit: counted });
  const files = diskFiles(join(data, 'files'), sealer);
  const limited = environment.sendingLimits ? countySettings() : withoutSendingLimits(countySettings());
  const settings = environment.pointsForVillages ? { ...limited, party: { ...limited.party, scope: 'VILLAGE' as const } } : limited;
  const platform = createPlatform({ store, settings, sealer, files, wechat: standInWechat(), clock: clock.now, log: log.line, deskByCode: !isDemo });
  if (isDemo) await ensureDemoCounty(platform, demo, demoWeeks, ({ town, done, of }) => process.stdout.write(`${town} ${done}/${of}\n`));

  const ticker = startTicker(platform);
  const portNow = (): number => (server.address() as AddressInfo).port;
  const server = openDoors(
    {
      // Outside the demo there are no phones here, only browsers.
      call: functionDoor(platform, isDemo ? demoIdentity(platform) : () => Promise.resolve(undefined), siteFrom(process.env) ?? loopbackSite(portNow)),
      files: fileDoor(files, clock.now),
      page: staticDoor(resolve('dist/h5')),
      ...(isDemo ? { demo: demoDoor(platform, clock, ticker, () => commits) } : {}),
      healthy: async () => void (await store.get('villages', '000000000000')),
    },
    log,
  );
  await listen(server, environment.port, environment.host);
  process.stdout.write(`村里事 http://${shownHost(environment.host)}:${portNow()}\n`);

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), LAST_MS).unref();
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(patience);
    await ticker.stop();
    await store.close();
    log.flush();
    process.exit(0);
  }
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
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
