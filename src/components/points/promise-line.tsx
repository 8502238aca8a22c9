import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { VillageMember } from '@/services/views';
import { Track } from './track';

type Promised = VillageMember['pledges'][number];

/** A pledge as villagers see it: what was promised, and how much of it is done. */
export function PromiseLine({ pledge: { text, done, target, unit } }: { readonly pledge: Promised }): ReactNode {
  const kept = done >= target;
  return (
    <View>
      <View>{text}</View>
      <View className="c-pledge__far"><Track thin done={done / target} /><View className="c-pledge__count">{kept ? `做到了，${done} ${unit}` : `${done} / ${target} ${unit}`}</View></View>
    </View>
  );
}
