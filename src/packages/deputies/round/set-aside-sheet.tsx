import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { RoundItemView } from '@/services/views';

interface SetAsideSheetProps {
  readonly town: string;
  readonly year: number;
  readonly item: RoundItemView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A rating whose ballots do not add up is set aside, so that the others can be published (VOTE-12). */
export function SetAsideSheet({ town, year, item, onClose, onDone }: SetAsideSheetProps): ReactNode {
  const [reason, setReason] = useState('');
  const act = useAct((requestId, text: string) => api.deputies.setAside({ requestId, town, year, mandate: item.mandate, reason: text }), { done: onDone, said: '记下了，本人和选民会知道', quiet: true });

  async function go(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: `${item.name}的票不作数`, content: '票会删掉，谁也看不到，今年不能再评这一位。', confirmText: '不作数', cancelText: '再想想' });
    if (confirm) await act.run(reason.trim());
  }

  return (
    <Sheet
      open
      title={`不作数：${item.name}`}
      onClose={onClose}
      busy={act.busy}
      error={act.errorLine}
      bar={<Bar main={{ text: '不作数', reason: reason.trim() === '' ? '写几个字' : undefined, busy: act.busy ? '正在记…' : undefined, onTap: () => void go() }} hint="理由写在代表的页面上，谁都看得到" />}
    >
      <Note tone="plain" icon="alert">名单、票和查票码的数目对不上，这一位的票没有公布，也不定等次。先查清楚再定。</Note>
      <Field label="为什么不作数"><TextArea label="为什么不作数" value={reason} onInput={setReason} maxLength={300} /></Field>
    </Sheet>
  );
}
