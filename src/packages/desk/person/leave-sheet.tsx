import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { PersonSheetProps } from './correct-sheet';
import { heldPosts } from './held-posts';

type Kind = 'MOVED_AWAY' | 'DECEASED';

const KINDS = [{ value: 'MOVED_AWAY', title: '搬走了' }, { value: 'DECEASED', title: '去世了' }] as const;

/** Takes somebody off the roster. Who moved away can come back; the other cannot be undone here. */
export function LeaveSheet({ person, onClose, onDone }: PersonSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [kind, setKind] = useState<Kind>();
  const [on, setOn] = useState(today);
  const leave = useAct((requestId, input: { readonly kind: Kind; readonly on: string }) => api.people.leave({ requestId, personId: person.id, ...input }), { done: onDone, said: '登记好了', quiet: true });
  const held = heldPosts(leave.error);

  async function go(): Promise<void> {
    if (kind === undefined) return;
    const content = kind === 'DECEASED' ? `登记${person.name}去世，他的手机和身份都停用，不能改回来。` : `登记${person.name}搬走，他的手机和身份都停用，回来了可以接回来。`;
    const { confirm } = await Taro.showModal({ title: '转出名册', content, confirmText: '登记', cancelText: '再看看' });
    if (confirm) await leave.run({ kind, on });
  }

  return (
    <Sheet open title={`转出：${person.name}`} onClose={onClose} busy={leave.busy} error={leave.errorLine} bar={<Bar main={{ text: '登记', kind: 'danger', onTap: () => void go(), reason: kind === undefined ? '先选是哪一种' : undefined, busy: leave.busy ? '正在登记…' : undefined }} />}>
      {held.length === 0 ? null : <Note tone="you" icon="head" title="先换人">{held.map((post) => <View key={post}>{post}</View>)}</Note>}
      <Options label="是哪一种" layout="two" options={KINDS} value={kind} onChange={setKind} />
      <Field label="哪一天"><DateLine label="选一天" value={on} to={today} onChange={setOn} /></Field>
    </Sheet>
  );
}
