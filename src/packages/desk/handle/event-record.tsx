import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { EVENT_LEVELS, EVENT_MODES, EVENT_PARTIES } from '@/domain/issues/issue';
import { LEVEL_WORDS, MODE_WORDS, PARTIES_WORDS } from '@/domain/wording/event-words';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { IssueDetail } from '@/services/views';

type Event = NonNullable<IssueDetail['event']>;

interface EventProps {
  readonly issue: IssueDetail;
  readonly onChanged: (issue: IssueDetail) => void;
}

/** What the province's record of a matter asks beside what is known anyway; nothing of it has to be filled in (EVT-18, BUR-03). */
export function EventRecord({ issue, onChanged }: EventProps): ReactNode {
  const [open, setOpen] = useState(false);
  const { event } = issue;
  if (event === undefined) return null;
  const { people, level, parties, mode } = event;
  return (
    <Section title="综治事件登记">
      <Card flush>
        <Row
          icon="board"
          tone="plain"
          title={`涉及 ${people} 人，${LEVEL_WORDS[level]}`}
          line={`当事人：${parties === undefined ? '没写' : PARTIES_WORDS[parties]}；化解方式：${mode === undefined ? '没写' : MODE_WORDS[mode]}`}
          end="改"
          onTap={() => setOpen(true)}
        />
      </Card>
      {open ? <EventSheet issue={issue} event={event} onClose={() => setOpen(false)} onChanged={onChanged} /> : null}
    </Section>
  );
}

function EventSheet({ issue, event, onClose, onChanged }: EventProps & { readonly event: Event; readonly onClose: () => void }): ReactNode {
  const [draft, setDraft] = useState({ ...event, people: String(event.people) });
  const save = useAct((requestId, said: Partial<Event>) => api.issues.addEvent({ requestId, issueId: issue.issueId, event: said }), {
    done: (changed) => {
      onClose();
      onChanged(changed);
    },
    said: '记下了',
    quiet: true,
  });
  const { level, parties, mode } = draft;
  const people = Number(draft.people);
  const reason = Number.isInteger(people) && people >= 1 && people <= 100000 ? undefined : '人数写一个整数';
  return (
    <Sheet
      open
      title="综治事件登记"
      line="别的栏目都从办理过程里取，不用再填"
      onClose={onClose}
      busy={save.busy}
      bar={<Bar main={{ text: '记下来', reason, busy: save.busy ? '正在记…' : undefined, onTap: () => void save.run({ people, level, ...(parties === undefined ? {} : { parties }), ...(mode === undefined ? {} : { mode }) }) }} hint="不写姓名和经过，导出的表里也没有" />}
    >
      {save.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{save.errorLine}</Note>}
      <Field label="涉及多少人"><Input label="涉及多少人" type="number" value={draft.people} onInput={(text) => setDraft({ ...draft, people: text })} maxLength={6} /></Field>
      <Field label="事件级别"><Options label="事件级别" layout="three" options={EVENT_LEVELS.map((value) => ({ value, title: LEVEL_WORDS[value] }))} value={level} onChange={(value) => setDraft({ ...draft, level: value })} /></Field>
      <Field label="当事人" optional="不写也行"><Options label="当事人" layout="two" options={EVENT_PARTIES.map((value) => ({ value, title: PARTIES_WORDS[value] }))} value={parties} onChange={(value) => setDraft({ ...draft, parties: value })} /></Field>
      <Field label="化解方式" optional="不写也行"><Options label="化解方式" layout="two" options={EVENT_MODES.map((value) => ({ value, title: MODE_WORDS[value] }))} value={mode} onChange={(value) => setDraft({ ...draft, mode: value })} /></Field>
    </Sheet>
  );
}
