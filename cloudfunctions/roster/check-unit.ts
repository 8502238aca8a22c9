/** The dry run of one unit: what is wrong, and what would change. */
import { isWarning, type Finding, type FindingData, type RowRef } from '@/domain/roster/problem';
import type { Directory } from '@/domain/roster/directory';
import { columnIndex, headingOf } from '@/domain/roster/columns';
import type { CellProblem } from '@/contract/roster';
import type { RosterLoad, RosterSource, RosterVillage } from '@platform/records';
import { judgeStaged } from './judge-staged';
import type { Tools } from './tools';

/** A finding as the clerk reads it. */
export type ListedProblem = CellProblem & { readonly severity: 'PROBLEM' | 'WARNING' };

export interface Checked {
  readonly part: RosterVillage;
  readonly listed: readonly ListedProblem[];
}

export async function checkUnit(tools: Tools, load: RosterLoad, part: RosterVillage, directory: Directory): Promise<Checked> {
  const { judgement, stored, findings } = await judgeStaged(tools, load, part, directory);
  const problems = findings.filter(({ code }) => !isWarning(code)).length;
  return {
    part: {
      ...part,
      ...judgement.changes,
      problems,
      warnings: findings.length - problems,
      baseVersion: stored.village?.version ?? stored.office?.version ?? 0,
      state: problems === 0 ? 'CHECKED' : 'REFUSED',
    },
    listed: findings.map((finding) => listed(finding, load.sources, part)),
  };
}

/** Names a finding's place as the office's own sheet does; a finding on a whole village names the village. */
export function listed({ at, kind, field, value, code, data }: Finding, sources: readonly RosterSource[], part: Pick<RosterVillage, 'name'>): ListedProblem {
  const source = sources[at.source];
  const index = field === undefined ? -1 : columnIndex(kind, field);
  return {
    file: source?.file ?? '',
    sheet: source?.sheet ?? '',
    row: at.row,
    column: field === undefined ? '' : (source?.kind === kind ? source.headings[index] : undefined) || headingOf(kind, field),
    value: at.row === 0 && value === '' ? part.name : value,
    problem: code,
    data: withOtherSheet(data, at, sources),
    severity: isWarning(code) ? 'WARNING' : 'PROBLEM',
  };
}

/** A collision's other row by the names of its file and sheet, where they are not the finding's own. */
function withOtherSheet({ source, ...data }: FindingData, at: RowRef, sources: readonly RosterSource[]): FindingData {
  const own = sources[at.source];
  const other = typeof source === 'number' ? sources[source] : undefined;
  if (other === undefined || source === at.source) return data;
  return { ...data, sheet: other.sheet, ...(other.file !== own?.file && { file: other.file }) };
}
