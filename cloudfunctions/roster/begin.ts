/** Begins an import: its document, then its files read and put aside by village. */
import { countyOf, type AreaCode } from '@/domain/areas/code';
import { HOUR_MS } from '@/domain/basics/civil-time';
import type { Directory } from '@/domain/roster/directory';
import type { RosterLoad } from '@platform/records';
import { keepFindings } from './findings';
import { FileUnreadable, type RosterFile } from './open-roster';
import { stageFiles } from './stage';
import type { Tools } from './tools';
import { LEASE_MS, stagedLoad } from './work';

export interface Beginning {
  readonly loadId: string;
  readonly by: RosterLoad['by'];
  readonly content: string;
  readonly area: AreaCode;
}

/** Rows between two signs of life while files are read. */
const ROWS_A_SIGN = 20_000;

/** The document of a load whose files are about to be read. */
export function newLoad({ loadId, by, content, area }: Beginning, tools: Tools): RosterLoad {
  const now = tools.clock();
  return {
    _id: loadId,
    by,
    content,
    county: countyOf(area),
    area,
    state: 'CHECKING',
    startedAt: now,
    rows: 0,
    rowsDone: 0,
    files: [],
    problems: 0,
    warnings: 0,
    villages: [],
    sources: [],
    staged: false,
    problemBatches: 0,
    kinds: [],
    workUntil: now + LEASE_MS,
    // Rows of persons are not kept longer than the files they came in.
    sweepAt: now + tools.settings.files.unclaimedHours * HOUR_MS,
  };
}

/**
 * Reads the files into the store under the load. Done again after a stop it writes the same. Fails with `FileUnreadable`,
 * and the load has then failed.
 */
export async function stage(tools: Tools, load: RosterLoad, directory: Directory, files: readonly RosterFile[]): Promise<RosterLoad> {
  const { store } = tools;
  let rows = 0;
  let sign = ROWS_A_SIGN;
  const onRows = (more: number) => {
    rows += more;
    if (rows < sign) return undefined;
    sign = rows + ROWS_A_SIGN;
    return store.replace('rosterLoads', { ...load, rows, workUntil: tools.clock() + LEASE_MS });
  };
  try {
    const staging = await stageFiles(tools, load._id, load.area, directory, files, onRows);
    const remarks = staging.remarks.map(({ code, ...remark }) => ({ ...remark, problem: code, severity: 'WARNING' as const }));
    const kept = await keepFindings(tools, stagedLoad(load, staging, directory), remarks);
    const staged = { ...kept, warnings: remarks.length, workUntil: undefined };
    await store.replace('rosterLoads', staged);
    return staged;
  } catch (error) {
    if (error instanceof FileUnreadable) await store.replace('rosterLoads', { ...load, state: 'FAILED', finishedAt: tools.clock(), workUntil: undefined });
    throw error;
  }
}
