import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { SwitchRow } from '@/components/switch-row';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { VillageView } from '@/services/views';

interface PhoneShownProps {
  /** The reader as the village's posts know them. */
  readonly holder: VillageView['desk'][number];
  readonly onChanged: () => void;
}

/** Whether those the post answers for may ring its holder, and when; the holder's own choice (LNS-05). */
export function PhoneShown({ holder, onChanged }: PhoneShownProps): ReactNode {
  const shown = holder.phone !== undefined;
  const [hours, setHours] = useState(holder.hours ?? '');
  const set = useAct((requestId, input: { readonly shown: boolean; readonly hours: string }) => api.grids.setPhoneShown({ requestId, ...input }), { done: onChanged, said: '记下了', quiet: true });
  return (
    <Section title="我的电话">
      {set.errorLine === undefined ? null : <Note tone="bad" said="alert">{set.errorLine}</Note>}
      <Card flush>
        <SwitchRow title="让我管的户能打给我" line={shown ? '他们一点就能打，号码不写在页面上' : '现在他们看不到您的电话'} on={shown} onChange={(on) => void set.run({ shown: on, hours: hours.trim() })} reason={set.busy ? '正在记…' : undefined} />
      </Card>
      {shown ? (
        <>
          <Field label="什么时候打" optional="不写也行"><Input label="什么时候打" value={hours} onInput={setHours} maxLength={40} placeholder="比如：早上 7 点到晚上 9 点" /></Field>
          {hours.trim() === (holder.hours ?? '') ? null : <Button wide text="记下时间" busy={set.busy ? '正在记…' : undefined} onTap={() => void set.run({ shown, hours: hours.trim() })} />}
        </>
      ) : null}
    </Section>
  );
}
