import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { PlacePicker } from '@/components/village-picker';
import { civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { PersonPicker } from '../person-picker';

interface Someone {
  readonly id: string;
  readonly name: string;
}

interface StandInFormProps {
  readonly post: string;
  readonly village: string;
  /** A head finds people of their own grid; heads of the others are offered by name. */
  readonly grid: string | undefined;
  readonly heads: readonly (Someone & { readonly where: string })[];
  /** Somebody stands in already. */
  readonly replaces: boolean;
  readonly onNamed: () => void;
}

/** Names a stand-in, with the first and the last day. */
export function StandInForm({ post, village, grid, heads, replaces, onNamed }: StandInFormProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [who, setWho] = useState<Someone>();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState<string>();
  const [text, setText] = useState('');
  const name = useAct(
    (requestId, input: { readonly personId: string; readonly from: string; readonly to: string; readonly text: string }) =>
      api.grids.standIn({ requestId, post, personId: input.personId, from: input.from, to: input.to, ...(input.text === '' ? {} : { text: input.text }) }),
    {
      done: () => {
        setWho(undefined);
        setTo(undefined);
        setText('');
        onNamed();
      },
      said: '说好了，双方都会收到通知',
      quiet: true,
    },
  );
  const reason = who === undefined ? '先选谁来代' : to === undefined ? '再选到哪一天' : to < from ? '最后一天要在第一天后面' : undefined;
  const heading = replaces ? '换一个人代' : '请人代班';
  return (
    <Section title={heading}>
      <Note tone="plain" icon="info">代班那几天，新来的事和没办完的事都由他办，您回来自动接上。</Note>
      {name.errorLine === undefined ? null : <Note tone="bad" said="alert">{name.errorLine}</Note>}
      {who === undefined ? (
        <>
          {heads.length === 0 ? null : (
            <Field label="请别的网格长代">
              <PlacePicker label="选一位" places={heads.map(({ id, name: head, where }) => ({ code: id, name: `${head}（${where}）` }))} chosen={undefined} onChange={({ code }) => setWho(heads.find(({ id }) => id === code))} />
            </Field>
          )}
          <PersonPicker label={heads.length === 0 ? '谁来代' : '或者请别人代'} village={village} grid={grid} onPick={setWho} />
        </>
      ) : (
        <Card flush><Row icon="people" title={who.name} line="由他代" end="换人" onTap={() => setWho(undefined)} /></Card>
      )}
      <Field label="从哪一天"><DateLine label="第一天" value={from} from={today} onChange={setFrom} /></Field>
      <Field label="到哪一天" hint="这一天也算"><DateLine label="最后一天" value={to} from={from} onChange={setTo} /></Field>
      <Field label="有什么要交代" optional="不写也行"><TextArea label="有什么要交代" value={text} onInput={setText} maxLength={300} /></Field>
      <Button
        kind="fill"
        wide
        text="请他代班"
        reason={reason}
        busy={name.busy ? '正在办…' : undefined}
        onTap={() => void (who === undefined || to === undefined ? undefined : name.run({ personId: who.id, from, to, text: text.trim() }))}
      />
    </Section>
  );
}
