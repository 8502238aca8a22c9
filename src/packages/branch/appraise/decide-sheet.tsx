import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { MEMBER_GRADES, type MemberGrade } from '@/domain/appraisals/appraisal';
import { MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { AppraisalItemView, AppraisalView } from '@/services/views';
import { suggestedWords } from '../appraisal/words';

const GRADES = MEMBER_GRADES.map((value) => ({ value, title: MEMBER_GRADE_WORDS[value] }));

interface GradeSheetProps {
  readonly appraisal: AppraisalView;
  readonly item: AppraisalItemView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What the branch decided: chosen and never taken over; why, where it departs from what the points suggest (PTY-11, PRV-08). */
export function DecideSheet({ appraisal: { village, year, excellent }, item: { personId, name, suggested, decided }, onClose, onDone }: GradeSheetProps): ReactNode {
  const [grade, setGrade] = useState<MemberGrade | undefined>(decided?.grade);
  const [why, setWhy] = useState(decided?.reason ?? '');
  const decide = useAct((requestId, input: { readonly grade: MemberGrade; readonly reason?: string }) => api.appraisals.decide({ requestId, village, year, about: personId, ...input }), { done: onDone, said: '定了', quiet: true });
  const differs = suggested !== undefined && grade !== undefined && grade !== suggested.grade;
  const reason = grade === undefined ? '先选等次' : differs && why.trim() === '' ? '和积分参考不一样，要写理由' : undefined;
  const full = grade === 'EXCELLENT' && decided?.grade !== 'EXCELLENT' && excellent !== undefined && excellent.count >= excellent.most;
  return (
    <Sheet open title={`评定：${name}`} onClose={onClose} busy={decide.busy} error={decide.errorLine} bar={<Bar main={{ text: '就这样定', reason, busy: decide.busy ? '正在记…' : undefined, onTap: () => { if (grade !== undefined) void decide.run({ grade, ...(why.trim() === '' ? {} : { reason: why.trim() }) }); } }} hint="按党员大会定的写，上报以前还能改" />}>
      {suggested === undefined ? null : <Note tone="plain" icon="info">{`积分参考：${suggestedWords({ suggested })}。只是参考，等次由支部定。`}</Note>}
      <Options<MemberGrade> label="等次" layout="two" options={GRADES} value={grade} onChange={setGrade} />
      {full ? <Note tone="you" icon="alert">{`优秀一般不超过 ${excellent.most} 名，已经有 ${excellent.count} 名。要这样定，请在会议记录里说明。`}</Note> : null}
      <Field label="理由" {...(differs ? { hint: '和积分参考的不一样，写清楚' } : { optional: '可以不写' })}><TextArea label="理由" value={why} onInput={setWhy} maxLength={300} /></Field>
    </Sheet>
  );
}

/** 支委会意见, with a grade if the committee proposes one. */
export function OpinionSheet({ appraisal: { village, year }, item: { personId, name, opinion }, onClose, onDone }: GradeSheetProps): ReactNode {
  const [grade, setGrade] = useState<MemberGrade | undefined>(opinion?.grade);
  const [text, setText] = useState(opinion?.text ?? '');
  const send = useAct((requestId, input: { readonly text: string; readonly grade?: MemberGrade }) => api.appraisals.opinion({ requestId, village, year, about: personId, ...input }), { done: onDone, said: '记下了', quiet: true });
  return (
    <Sheet open title={`支委会意见：${name}`} onClose={onClose} busy={send.busy} error={send.errorLine} bar={<Bar main={{ text: '记下来', reason: text.trim() === '' ? '先写意见' : undefined, busy: send.busy ? '正在记…' : undefined, onTap: () => void send.run({ text: text.trim(), ...(grade === undefined ? {} : { grade }) }) }} hint="拿到党员大会上评定" />}>
      <Field label="意见"><TextArea label="意见" value={text} onInput={setText} maxLength={500} /></Field>
      <Field label="建议等次" optional="可以不选"><Options<MemberGrade> label="建议等次" layout="two" options={GRADES} value={grade} onChange={setGrade} /></Field>
    </Sheet>
  );
}
