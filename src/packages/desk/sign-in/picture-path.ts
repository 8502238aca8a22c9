/** The dark squares of a picture as one path, a stroke for each run in a row. */
export function pathOfPicture(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => runsOf(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`).join('')).join('');
}

function runsOf(row: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1];
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
