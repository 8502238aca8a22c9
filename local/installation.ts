/** What a data folder holds, opened: the platform over its store, its files, its keys and its clock. */
import { join } from 'node:path';
import type { Platform } from '@platform/context';
import { diskFiles, type DiskFiles } from '@platform/disk/files';
import { createPlatform } from '@platform/runtime';
import { createSealer } from '@platform/seal';
import { openSqliteStore, type Flushing } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import type { LocalEnvironment } from './environment';
import { localKeys } from './keys';
import { openLog, type Log } from './log';
import { movableClock, type MovableClock } from './movable-clock';
import { standInWechat } from './stand-ins/wechat';
import { withoutSendingLimits } from './without-sending-limits';

export interface Installation {
  readonly platform: Platform;
  readonly store: Store;
  readonly files: DiskFiles;
  readonly clock: MovableClock;
  readonly log: Log;
}

/** Opens it; the caller closes the store. @param flushing stands around each flush of the store's log */
export async function openInstallation(environment: LocalEnvironment, flushing?: Flushing): Promise<Installation> {
  const { data } = environment;
  const isDemo = environment.demo !== 'off';
  const log = openLog(environment.log);
  const clock = await movableClock(isDemo ? join(data, 'clock.json') : undefined);
  const sealer = createSealer(await localKeys(data, process.env));
  const store: Store = await openSqliteStore({ path: join(data, 'store.sqlite'), collections, ...(flushing === undefined ? {} : { flushing }) });
  const files = diskFiles(join(data, 'files'), sealer);
  const limited = environment.sendingLimits ? countySettings() : withoutSendingLimits(countySettings());
  const settings = environment.pointsForVillages ? { ...limited, party: { ...limited.party, scope: 'VILLAGE' as const } } : limited;
  const platform = createPlatform({ store, settings, sealer, files, wechat: standInWechat(), clock: clock.now, log: log.line, deskByCode: !isDemo });
  return { platform, store, files, clock, log };
}
