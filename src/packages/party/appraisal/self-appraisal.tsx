import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button, TextButton } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { MEMBER_GRADES, type MemberGrade } from '@/domain/appraisals/appraisal';
import { civilDateOf, formatDayFromNow } from '@/domain/basics/civil-time';
import { MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { AppraisalItemView, AppraisalView } from '@/services/views';

const TEXT_MAX = 2000;
const GRADES = MEMBER_GRADES.map((value) => ({ value, title: MEMBER_GRADE_WORDS[value] }));

interface SelfForm {
  readonly text: string;
  /** Nothing is chosen for the member. */
  readonly grade: MemberGrade | '';
}

interface SelfAppraisalProps {
  readonly appraisal: AppraisalView;
  readonly own: AppraisalItemView;
  readonly onWritten: () => void;
}

/** 个人自评: what the year was, and which grade one gives oneself; it can be changed until the day is over (PTY-11). */
export function SelfAppraisal({ appraisal, own, onWritten }: SelfAppraisalProps): ReactNode {
  const [again, setAgain] = useState(false);
  const may = own.may.includes('SELF');
  const { self } = own;
  if (may && (self === undefined || again)) return <Writing appraisal={appraisal} before={self} onWritten={() => { setAgain(false); onWritten(); }} />;
  if (self === undefined) return <Note tone="plain" icon="info">您没有写自评，自评的时间过了。</Note>;
  return (
    <Section title="我的自评" aside={MEMBER_GRADE_WORDS[self.grade]}>
      <Card className="l-stack">
        <View className="t-read">{self.text}</View>
        {may ? <TextButton text="改一改" icon="edit" onTap={() => setAgain(true)} /> : null}
      </Card>
    </Section>
  );
}

interface WritingProps {
  readonly appraisal: AppraisalView;
  readonly before: AppraisalItemView['self'];
  readonly onWritten: () => void;
}

function Writing({ appraisal: { village, year, selfUntil }, before, onWritten }: WritingProps): ReactNode {
  const kept = useKeptForm<SelfForm>(`self:${village}:${year}`, () => ({ text: before?.text ?? '', grade: before?.grade ?? '' }));
  const { text, grade } = kept.form;
  const now = serverNow();
  const write = useAct((_, chosen: MemberGrade) => api.appraisals.self({ requestId: kept.requestId, village, year, text: text.trim(), grade: chosen }), { done: () => { kept.forget(); onWritten(); }, said: '交上去了', quiet: true });
  const reason = text.trim() === '' ? '先写几句这一年' : grade === '' ? '选一个等次' : undefined;
  return (
    <Section title="写一写自评" count={selfUntil < civilDateOf(now) ? '过了日子，补写也行' : `最晚${formatDayFromNow(selfUntil, now)}`} countTone="you">
      {write.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert" title="没交上">{write.errorLine}</Note>}
      <Field label="这一年做得怎么样" hint="做了什么、哪里不够，几句话就行">
        <TextArea label="这一年做得怎么样" value={text} onInput={(next) => kept.edit({ text: next })} maxLength={TEXT_MAX} />
      </Field>
      <Field label="您给自己评"><Options label="您给自己评" layout="two" options={GRADES} value={grade === '' ? undefined : grade} onChange={(next) => kept.edit({ grade: next })} /></Field>
      <Button wide kind="fill" text="交自评" reason={reason} busy={write.busy ? '正在交…' : undefined} onTap={() => { if (grade !== '') void write.run(grade); }} />
    </Section>
  );
}
