import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { SwitchRow } from '@/components/switch-row';
import { PlacePicker } from '@/components/village-picker';
import { REPLY_KINDS, VERDICTS, type ReplyKind, type Verdict } from '@/domain/deputies/opinion';
import { REPLY_WORDS, VERDICT_WORDS } from '@/domain/wording/deputies';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { OpinionView } from '@/services/views';
import { CourseFields, courseReason, type CourseDraft } from '../course-fields';
import { titleOf } from './title-of';

interface ActSheetProps {
  readonly opinion: OpinionView;
  readonly town: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The one act that waits with an opinion for this reader. */
export function ActSheet(props: ActSheetProps): ReactNode {
  switch (props.opinion.may[0]) {
    case 'SORT':
      return <Sort {...props} />;
    case 'ASSIGN':
      return <Assign {...props} />;
    case 'REPLY':
      return <Reply {...props} />;
    case 'JUDGE':
      return <Judge {...props} />;
    case undefined:
      return null;
  }
}

function Sort({ opinion, onClose, onDone }: ActSheetProps): ReactNode {
  const [draft, setDraft] = useState<CourseDraft>({});
  const sort = useAct((requestId, course: NonNullable<CourseDraft['input']>) => api.deputies.sortOpinion({ requestId, opinionId: opinion.opinionId, course }), { done: onDone, said: '分好了', quiet: true });
  return (
    <Sheet open title="分一分" line={titleOf(opinion)} onClose={onClose} busy={sort.busy} error={sort.errorLine} bar={<Bar main={{ text: '就这样办', reason: courseReason(draft), busy: sort.busy ? '正在交…' : undefined, onTap: () => { if (draft.input !== undefined) void sort.run(draft.input); } }} hint="代表和联络站只交办，不自己办" />}>
      <CourseFields value={draft} onChange={setDraft} spokenOnly={opinion.text === ''} />
    </Sheet>
  );
}

const TO = [{ value: 'UNIT', title: '交给单位办' }, { value: 'RETURNED', title: '退回', line: '写清楚为什么' }] as const;

function Assign({ opinion, town, onClose, onDone }: ActSheetProps): ReactNode {
  const units = usePageData(`units:${town}`, () => api.deputies.units({ town }));
  const [kind, setKind] = useState<'UNIT' | 'RETURNED'>();
  const [unit, setUnit] = useState<{ readonly code: string; readonly name: string }>();
  const [complex, setComplex] = useState(false);
  const [text, setText] = useState('');
  const assign = useAct((requestId, to: Parameters<typeof api.deputies.assign>[0]['to']) => api.deputies.assign({ requestId, opinionId: opinion.opinionId, to }), { done: onDone, said: '交办了', quiet: true });
  const to = kind === 'UNIT' && unit !== undefined ? { kind, unit: unit.code, complex } : kind === 'RETURNED' && text.trim() !== '' ? { kind, text: text.trim() } : undefined;
  return (
    <Sheet open title="交办" line={titleOf(opinion)} onClose={onClose} busy={assign.busy} error={assign.errorLine} bar={<Bar main={{ text: kind === 'RETURNED' ? '退回去' : '交给他们', reason: to === undefined ? '先选交给谁' : undefined, busy: assign.busy ? '正在交…' : undefined, onTap: () => { if (to !== undefined) void assign.run(to); } }} hint="交办后题目和答复都公开" />}>
      <Options label="怎么办" options={TO} value={kind} onChange={setKind} />
      {kind === 'UNIT' ? (
        <>
          <Field label="哪个单位"><PlacePicker label="选单位" places={(units.data?.items ?? []).map(({ unit: code, name }) => ({ code, name }))} chosen={unit} onChange={setUnit} /></Field>
          <Card flush><SwitchRow title="涉及面广、办起来难" line={complex ? '六个月内答复' : '三个月内答复'} on={complex} onChange={setComplex} /></Card>
        </>
      ) : null}
      {kind === 'RETURNED' ? <Field label="为什么退回"><TextArea label="为什么退回" value={text} onInput={setText} maxLength={300} /></Field> : null}
    </Sheet>
  );
}

function Reply({ opinion, onClose, onDone }: ActSheetProps): ReactNode {
  const [kind, setKind] = useState<ReplyKind>();
  const [text, setText] = useState('');
  const reply = useAct((requestId, input: { readonly kind: ReplyKind; readonly text: string }) => api.deputies.reply({ requestId, opinionId: opinion.opinionId, ...input }), { done: onDone, said: '答复了', quiet: true });
  const reason = kind === undefined ? '先选办得怎样' : text.trim() === '' ? '先写答复' : undefined;
  return (
    <Sheet open title="答复代表建议" line={opinion.suggestion?.title ?? ''} onClose={onClose} busy={reply.busy} error={reply.errorLine} bar={<Bar main={{ text: '答复给代表', reason, busy: reply.busy ? '正在交…' : undefined, onTap: () => { if (kind !== undefined) void reply.run({ kind, text: text.trim() }); } }} hint="答复会公开，代表评满意不满意" />}>
      <Options label="办得怎样" options={REPLY_KINDS.map((value) => ({ value, title: REPLY_WORDS[value] }))} value={kind} onChange={setKind} />
      <Field label="答复的话"><TextArea label="答复的话" value={text} onInput={setText} maxLength={500} /></Field>
    </Sheet>
  );
}

function Judge({ opinion, onClose, onDone }: ActSheetProps): ReactNode {
  const [verdict, setVerdict] = useState<Verdict>();
  const judge = useAct((requestId, input: Verdict) => api.deputies.judge({ requestId, opinionId: opinion.opinionId, verdict: input }), { done: onDone, said: '评好了', quiet: true });
  const last = opinion.suggestion?.replies.at(-1);
  const second = (opinion.suggestion?.verdicts.length ?? 0) > 0;
  return (
    <Sheet open title="您对答复满意吗？" line={opinion.suggestion?.title ?? ''} onClose={onClose} busy={judge.busy} error={judge.errorLine} bar={<Bar main={{ text: '就这样评', reason: verdict === undefined ? '先选一个' : undefined, busy: judge.busy ? '正在交…' : undefined, onTap: () => { if (verdict !== undefined) void judge.run(verdict); } }} hint={second ? '这是第二次，评了就办结' : '不满意，会再办一次，三十天'} />}>
      {last === undefined ? null : <View>{last.by}：{last.text}</View>}
      <Options label="满意吗" options={VERDICTS.map((value) => ({ value, title: VERDICT_WORDS[value] }))} value={verdict} onChange={setVerdict} />
    </Sheet>
  );
}
