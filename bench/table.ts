/** Figures as one table, and as JSON for who compares runs. */

export interface Row {
  readonly what: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Prints a titled table; numbers with at most two decimals. */
export function print(title: string, rows: readonly Row[]): void {
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const cells = [['', ...columns], ...rows.map(({ what, values }) => [what, ...columns.map((column) => shown(values[column]))])];
  const widths = ['', ...columns].map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  process.stdout.write(`\n${title}\n`);
  for (const line of cells) process.stdout.write(`${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

function shown(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
