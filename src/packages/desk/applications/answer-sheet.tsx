import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { ApplicationView, PersonRow } from '@/services/views';
import { openEntry } from '../menu';
import { PersonPicker, whereOf } from '../person-picker';

/** LINK: the applicant is this person of the roster · TOLD: taken up, and told what to do · REFUSED: with the reason. */
type Decision = 'LINK' | 'TOLD' | 'REFUSED';

const DECISIONS = [
  { value: 'LINK', title: '是名册里的人', line: '选出来，他的手机就连上了' },
  { value: 'TOLD', title: '收下，还要他来一趟', line: '比如带上户口簿' },
  { value: 'REFUSED', title: '不能加', line: '写清楚为什么、该找谁' },
] as const;

/** What the applicant reads unless the officer writes otherwise. */
const USUAL: Readonly<Record<Decision, string>> = { LINK: '查过了，已经连上名册。', TOLD: '请带上身份证和户口簿到村里来一趟。', REFUSED: '' };

interface AnswerSheetProps {
  readonly application: ApplicationView;
  readonly village: string;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

/** Answers one application. Who is not on the roster yet is added there first. */
export function AnswerSheet({ application, village, onClose, onAnswered }: AnswerSheetProps): ReactNode {
  const [decision, setDecision] = useState<Decision>();
  const [person, setPerson] = useState<PersonRow>();
  const [written, setWritten] = useState<string>();
  const text = written ?? (decision === undefined ? '' : USUAL[decision]);
  const answer = useAct(
    (requestId, input: { readonly accept: boolean; readonly text: string; readonly personId: string | undefined }) => api.people.answerApplication({
      requestId,
      applicationId: application.applicationId,
      accept: input.accept,
      text: input.text,
      ...(input.personId === undefined ? {} : { personId: input.personId }),
    }),
    { done: onAnswered, said: '回过去了', quiet: true },
  );
  const reason = decision === undefined ? '先选怎么办' : decision === 'LINK' && person === undefined ? '先选是名册里的谁' : text.trim() === '' ? '先写几个字' : undefined;
  return (
    <Sheet
      open
      title={`${application.name}的申请`}
      onClose={onClose}
      busy={answer.busy}
      error={answer.errorLine}
      bar={<Bar main={{ text: '回给他', reason, busy: answer.busy ? '正在回…' : undefined, onTap: () => void answer.run({ accept: decision !== 'REFUSED', text: text.trim(), personId: decision === 'LINK' ? person?.id : undefined }) }} hint="回了就不能改，他马上看得到" />}
    >
      <Note tone="plain" icon="me" title={application.phoneMasked === undefined ? '没留电话' : `电话 ${application.phoneMasked}`}>{application.text === '' ? '没写情况' : application.text}</Note>
      <Options label="怎么办" options={DECISIONS} value={decision} onChange={(next) => { setDecision(next); answer.forget(); }} />
      {decision !== 'LINK' ? null : person === undefined ? (
        <>
          <PersonPicker label="名册里的谁" village={village} onPick={(found) => { setPerson(found); answer.forget(); }} />
          <Card flush><Row icon="plus" title="名册里还没有他" line="先去加一个人，再回来答复" onTap={() => { onClose(); openEntry('people', false, village); }} /></Card>
        </>
      ) : (
        <Card flush><Row icon="people" title={person.name} line={whereOf(person)} end="换一个" onTap={() => { setPerson(undefined); answer.forget(); }} /></Card>
      )}
      {decision === undefined ? null : <Field label="回给他的话"><TextArea label="回给他的话" value={text} onInput={setWritten} maxLength={300} /></Field>}
    </Sheet>
  );
}
