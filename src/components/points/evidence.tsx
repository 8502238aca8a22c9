import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { formatDay } from '@/domain/basics/civil-time';
import type { EntryView } from '@/services/views';
import { Card } from '../card';
import { Icon, type IconName } from '../icon';
import { PhotoRow } from '../issue/photo-row';

/** What an entry rests on: the words, and whatever else was wished to be said (BUR-02). */
export function Evidence({ entry: { text, on, pledge, amount, beneficiaries, place, photos, asked } }: { readonly entry: EntryView }): ReactNode {
  return (
    <Card className="l-stack">
      {text === '' ? null : <View className="t-read">{text}</View>}
      <PhotoRow urls={photos.map(({ url }) => url)} />
      <Fact icon="calendar">{formatDay(on)}</Fact>
      {pledge === undefined ? null : <Fact icon="party">{`承诺：${pledge.text}${amount === undefined ? '' : `，这次算 ${amount}`}`}</Fact>}
      {beneficiaries === undefined ? null : <Fact icon="people">{`帮到 ${beneficiaries} 人`}</Fact>}
      {place === undefined ? null : <Fact icon="pin">{place}</Fact>}
      {asked?.answer === undefined ? null : <Fact icon="speak">{`问：${asked.text} 答：${asked.answer}`}</Fact>}
    </Card>
  );
}

function Fact({ icon, children }: { readonly icon: IconName; readonly children: string }): ReactNode {
  return <View className="l-line l-top t-hint"><Icon name={icon} size="sm" /><View className="l-grow">{children}</View></View>;
}
