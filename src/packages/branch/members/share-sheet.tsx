import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

interface ShareSheetProps {
  readonly village: string;
  /** The day on which the branch decided that its village sees totals; undefined while only the branch does. */
  readonly since: string | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Whether the village sees its members' totals: what that means, and the day on which the branch decided it (PTY-15). */
export function ShareSheet({ village, since, onClose, onDone }: ShareSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [decidedOn, setDecidedOn] = useState<string>();
  const share = useAct((requestId, villageSees: string | null) => api.points.saveGroups({ requestId, village, villageSees }), { done: onDone, said: since === undefined ? '村里人看得到了' : '收回来了', quiet: true });

  async function send(villageSees: string | null): Promise<void> {
    const asks = villageSees === null
      ? { title: '只给本支部看？', content: '村里人从现在起看不到分了。' }
      : { title: '让村里人看得到？', content: '全村都看得到每位党员的总分。支部会上定了再点。' };
    const { confirm } = await Taro.showModal({ ...asks, confirmText: '定了', cancelText: '再看看' });
    if (confirm) await share.run(villageSees);
  }

  const busy = share.busy ? '正在存…' : undefined;
  const bar = since === undefined
    ? <Bar main={{ text: '让村里人看得到', reason: decidedOn === undefined ? '先选哪天定的' : undefined, busy, onTap: () => void send(decidedOn ?? null) }} hint="以后随时可以收回" />
    : <Bar main={{ text: '收回，只给本支部看', busy, onTap: () => void send(null) }} />;
  return (
    <Sheet open title="村里人看不看得到分" onClose={onClose} busy={share.busy} error={share.errorLine} bar={bar}>
      <Note tone="plain" icon="info" title={since === undefined ? '现在只有本支部看得到' : `村里人看得到，${formatDay(since)}支部定的`}>
        <View>{`${since === undefined ? '放开以后，' : ''}本村的人在“党员的承诺”里看得到每位党员这一年的总分。`}</View>
        <View>每一笔为什么加、为什么扣，还是只有本人和支部看得到。</View>
        <View>还是按姓名排，不排名次。每位党员在“我的积分”里看得到谁能看。</View>
      </Note>
      {since === undefined ? <Field label="支部会议哪天定的"><DateLine label="选哪一天" value={decidedOn} onChange={setDecidedOn} to={today} /></Field> : null}
    </Sheet>
  );
}
