/** An import from the command line or the demo: the same steps as the clerk's, one after the other to the end. */
import { HOUR_MS } from '../src/domain/basics/civil-time';
import type { AreaCode } from '../src/domain/areas/code';
import type { RosterLoad } from '../cloudfunctions/platform/records';
import { systemAuditRow } from '../cloudfunctions/platform/audit';
import { loadDirectory } from '../cloudfunctions/roster/areas';
import { newLoad, stage } from '../cloudfunctions/roster/begin';
import type { RosterFile } from '../cloudfunctions/roster/open-roster';
import { startLoad, type NotStarted } from '../cloudfunctions/roster/start-load';
import { findingsFrom } from '../cloudfunctions/roster/findings';
import type { Tools } from '../cloudfunctions/roster/tools';
import { advance, type Spending } from '../cloudfunctions/roster/work';
import type { ListedProblem } from '../cloudfunctions/roster/check-unit';

export interface ImportAsk {
  readonly loadId: string;
  readonly area: AreaCode;
  readonly files: readonly RosterFile[];
  readonly onUnit?: Spending['onUnit'];
}

/** No call waits for the answer, so it goes on to the end. */
const TO_THE_END = 24 * HOUR_MS;

/** The dry run. Fails with `FileUnreadable`, and where the areas of the county are not registered. */
export async function checkFiles(tools: Tools, { loadId, area, files, onUnit }: ImportAsk): Promise<RosterLoad> {
  const directory = await loadDirectory(tools.store, area);
  if (directory === undefined) throw new Error(`the towns and villages of ${area} are not registered yet`);
  const load = newLoad({ loadId, by: 'import', content: '', area }, tools);
  await tools.store.replace('rosterLoads', load);
  await stage(tools, load, directory, files);
  return advance(tools, loadId, { untilMs: tools.clock() + TO_THE_END, ...(onUnit && { onUnit }) });
}

/** Loads every unit of a dry run that has no problems, or those named. */
export async function loadChecked(tools: Tools, load: RosterLoad, only?: readonly AreaCode[], onUnit?: Spending['onUnit']): Promise<RosterLoad | NotStarted> {
  const audit = systemAuditRow('import', 'roster.load', tools.clock(), { target: `roster:${load._id}`, area: load.area, requestId: load._id });
  const started = await startLoad(tools, load, only, audit);
  if (!started.ok) return started.reason;
  return advance(tools, load._id, { untilMs: tools.clock() + TO_THE_END, ...(onUnit && { onUnit }) });
}

/** All findings of a load that were kept, what stops a village first. */
export async function allFindings(tools: Tools, load: RosterLoad): Promise<readonly ListedProblem[]> {
  const all: ListedProblem[] = [];
  for (let from: number | undefined = 0; from !== undefined;) {
    const page = await findingsFrom(tools, load, from);
    all.push(...page.items);
    from = page.next;
  }
  return all;
}
