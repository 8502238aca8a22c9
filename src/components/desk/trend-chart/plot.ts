export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

interface Plot {
  readonly left: number;
  readonly right: number;
  x(index: number): number;
  y(value: number): number;
  /** Where a line's name is written: at its end, and never over another's. */
  label(order: number, series: readonly Series[]): number;
}

/** Names are 14 px; closer than this they would touch. */
const LABEL_GAP = 20;

/** The top of the axis: the next number that four equal steps divide into whole, round parts. */
export function topOf(series: readonly Series[]): number {
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const step = 10 ** Math.max(0, Math.floor(Math.log10(most / 4)));
  const nice = [1, 2, 5, 10].map((factor) => factor * step).find((candidate) => candidate * 4 >= most) ?? most;
  return nice * 4;
}

/** Where an index and a value fall in a drawing of this size. */
export function plotOf({ width, height, count, top }: { readonly width: number; readonly height: number; readonly count: number; readonly top: number }): Plot {
  const left = 40;
  const right = width - 84;
  const above = 10;
  const below = height - 28;
  const y = (value: number) => round(below - ((below - above) * value) / top);
  return {
    left,
    right,
    x: (index) => round(count < 2 ? left : left + ((right - left) * index) / (count - 1)),
    y,
    label(order, series) {
      const ends = series.map(({ values }) => y(values[values.length - 1] ?? 0));
      const own = ends[order] ?? below;
      const other = ends[1 - order];
      if (other === undefined || Math.abs(own - other) >= LABEL_GAP) return own + 5;
      const middle = (own + other) / 2;
      const isUpper = own < other || (own === other && order === 0);
      return middle + 5 + (isUpper ? -LABEL_GAP / 2 : LABEL_GAP / 2);
    },
  };
}

/** The line through the values. */
export function pathOf(values: readonly number[], plot: Plot): string {
  return values.map((value, index) => `${index === 0 ? 'M' : 'L'}${plot.x(index)} ${plot.y(value)}`).join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
