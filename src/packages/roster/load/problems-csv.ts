/** What was found in the sheets as a table, to work off beside them in an office's spreadsheet. */
import { csvOf } from '@/domain/basics/csv';
import { rosterProblemName, rosterProblemWords } from '@/domain/wording/roster';
import type { RosterProblem } from '@/services/views';

const HEADINGS = ['要不要改', '文件', '工作表', '行', '列', '表上写的', '哪一类', '怎么改'];

export function problemsCsv(problems: readonly RosterProblem[]): string {
  const rows = problems.map(({ severity, file, sheet, row, column, value, problem, data }) => [
    severity === 'PROBLEM' ? '要改' : '看一眼', file, sheet, row === 0 ? '' : row, column, value, rosterProblemName(problem), rosterProblemWords(problem, data),
  ]);
  return csvOf(rows, HEADINGS, true);
}
