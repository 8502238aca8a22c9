import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { VillageView } from '@/services/views';

interface StandInNowProps {
  readonly post: string;
  readonly standIn: VillageView['desk'][number];
  readonly onEnded: () => void;
}

/** Who stands in and until when; it can be ended early. */
export function StandInNow({ post, standIn, onEnded }: StandInNowProps): ReactNode {
  const today = civilDateOf(serverNow());
  const end = useAct((requestId, _: null) => api.grids.standIn({ requestId, post, from: today, to: today }), { done: onEnded, said: '结束了，双方都会知道' });
  const begun = standIn.since <= today;
  const to = standIn.to ?? standIn.since;

  async function ask(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '不代班了', content: `${standIn.name}手上没办完的，会回到您这里。`, confirmText: '结束代班', cancelText: '再想想' });
    if (confirm) await end.run(null);
  }

  return (
    <Section title={begun ? '正在代班' : '说好了代班'}>
      <Card flush><Row icon="people" title={standIn.name} line={`${formatDay(standIn.since, today)}到${formatDay(to, today)}，两头都算`} /></Card>
      <Button wide text={begun ? '我回来了，结束代班' : '不用代了'} busy={end.busy ? '正在办…' : undefined} onTap={() => void ask()} />
    </Section>
  );
}
