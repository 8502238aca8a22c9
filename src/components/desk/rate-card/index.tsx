import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../../aria';
import { Card } from '../../card';
import { Chip, type Tone } from '../../chip';
import './index.scss';

interface RateCardProps {
  readonly title: string;
  /** As written: 96.2, or 还没有 where nothing was counted. */
  readonly value: string;
  readonly unit?: string;
  /** 0..1000 of the track; left out where there is no rate. */
  readonly permille?: number;
  /** What was divided by what, and what is left out: 满意 157 ÷ 已评价 172；未评价 38 件不算. */
  readonly line: string;
  readonly change?: { readonly direction: 'up' | 'down' | 'same'; readonly good: boolean; readonly text: string };
}

/** A rate, never without its numerator and denominator. */
export function RateCard({ title, value, unit, permille, line, change }: RateCardProps): ReactNode {
  const tone: Tone = change === undefined || change.direction === 'same' ? 'idle' : change.good ? 'ok' : 'you';
  return (
    <Card className="c-rate">
      <View className="l-between">
        <View className="t-label">{title}</View>
        {change === undefined ? null : <Chip tone={tone} icon={change.direction === 'up' ? 'handup' : change.direction === 'down' ? 'down' : 'pause'} text={change.text} />}
      </View>
      <View className="c-rate__value">{value}{unit === undefined ? null : <View className="c-rate__unit">{unit}</View>}</View>
      {permille === undefined ? null : <View className="c-rate__track" {...aria({ hidden: true })}><View className="c-rate__fill" style={`width:${permille / 10}%`} /></View>}
      <View className="c-rate__line">{line}</View>
    </Card>
  );
}
