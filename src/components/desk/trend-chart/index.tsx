import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useWide } from '@/hooks/use-wide';
import { aria } from '../../aria';
import { pathOf, plotOf, topOf, type Series } from './plot';
import './index.scss';

interface TrendChartProps {
  /** The chart in one sentence, for who cannot see it; also written out where there is no drawing. */
  readonly label: string;
  /** One a value: 9-07, 9-14, ... */
  readonly ticks: readonly string[];
  /** At most two, each with a value for every tick. */
  readonly series: readonly Series[];
}

/** In the drawing's own units, which are px at its usual size; a phone gets a narrower drawing, not a smaller one. */
const WIDE = 600;
const NARROW = 330;
const HEIGHT = 190;
const LOOK = [
  { line: 'c-trend__line', word: 'c-trend__word' },
  { line: 'c-trend__line c-trend__line--second', word: 'c-trend__word c-trend__word--second' },
] as const;

/** Counts over time: axis from 0, a dash and a marker a line, names at the ends of the lines. Drawn on H5, told in WeChat. */
export function TrendChart({ label, ticks, series }: TrendChartProps): ReactNode {
  const wide = useWide();
  if (process.env.TARO_ENV !== 'h5') return <View className="t-hint">{label}</View>;
  const width = wide ? WIDE : NARROW;
  const top = topOf(series);
  const plot = plotOf({ width, height: HEIGHT, count: ticks.length, top });
  const every = Math.max(1, Math.ceil(ticks.length / (wide ? 6 : 3)));
  return (
    <View className="c-trend" {...aria({ role: 'img', label })}>
      <svg className="c-trend__svg" style={{ maxWidth: `${width * 1.15}px` }} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((quarter) => {
          const value = (top / 4) * quarter;
          return (
            <g key={quarter}>
              <path className="c-trend__grid" d={`M${plot.left} ${plot.y(value)}H${plot.right}`} />
              <text className="c-trend__tick" x={plot.left - 8} y={plot.y(value) + 5} textAnchor="end">{value}</text>
            </g>
          );
        })}
        {ticks.map((tick, index) => (index % every === 0 ? <text key={tick} className="c-trend__tick" x={plot.x(index)} y={HEIGHT - 4} textAnchor="middle">{tick}</text> : null))}
        {series.map(({ name, values }, order) => {
          const look = LOOK[order % LOOK.length] ?? LOOK[0];
          const last = values[values.length - 1] ?? 0;
          return (
            <g key={name}>
              <path className={look.line} d={pathOf(values, plot)} />
              {values.map((value, index) => (order === 0
                ? <circle key={ticks[index]} className="c-trend__dot" cx={plot.x(index)} cy={plot.y(value)} r="4" />
                : <rect key={ticks[index]} className="c-trend__box" x={plot.x(index) - 3.5} y={plot.y(value) - 3.5} width="7" height="7" />))}
              <text className={look.word} x={plot.right + 10} y={plot.label(order, series)}>{`${name} ${last}`}</text>
            </g>
          );
        })}
      </svg>
    </View>
  );
}
