import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { SwitchRow } from '@/components/switch-row';
import { MEASURES, type Measure } from '@/domain/deputies/round';
import type { Grade } from '@/domain/voting/rating';
import { MEASURE_WORDS } from '@/domain/wording/deputies';
import { GRADE_WORDS } from '@/domain/wording/voting';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { RoundItemView, RoundView } from '@/services/views';
import { ratingLine } from '../rating-words';
import { missingScore, ScoreFields, scoresOf, type ScoreDraft } from './score-fields';

const GRADES = (['EXCELLENT', 'COMPETENT', 'BASIC', 'NOT_COMPETENT'] as const).map((value) => ({ value, title: GRADE_WORDS[value] }));

interface ConfirmSheetProps {
  readonly town: string;
  readonly year: number;
  readonly item: RoundItemView;
  /** The percents of a county that counts more than the voters' rating. */
  readonly composite: RoundView['composite'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The presidium decides: the grade is chosen and not taken over, and nothing follows by itself (DEP-17, PRV-08). */
export function ConfirmSheet({ town, year, item, composite, onClose, onDone }: ConfirmSheetProps): ReactNode {
  const suggested = item.rating?.suggested;
  const [grade, setGrade] = useState<Grade | undefined>(item.confirmed?.grade);
  const [reason, setReason] = useState(item.confirmed?.reason ?? '');
  const [measures, setMeasures] = useState<readonly Measure[]>(item.confirmed?.measures ?? []);
  const [rectifyBy, setRectifyBy] = useState(item.confirmed?.rectifyBy);
  const [scores, setScores] = useState<ScoreDraft>(scoresOf(item.confirmed?.composite));
  const confirm = useAct((requestId, input: Omit<Parameters<typeof api.deputies.confirm>[0], 'requestId'>) => api.deputies.confirm({ requestId, ...input }), { done: onDone, said: '定了', quiet: true });
  const differs = suggested !== undefined && grade !== undefined && grade !== suggested;
  const missing = suggested === undefined ? undefined
    : grade === undefined ? '先定等次'
      : differs && reason.trim() === '' ? '和票数不一样，要写理由'
        : measures.includes('RECTIFY') && rectifyBy === undefined ? '整改要有日子' : composite === undefined ? undefined : missingScore(scores, composite);

  function send(): void {
    void confirm.run({
      town, year, mandate: item.mandate, measures: [...measures],
      ...(suggested === undefined || grade === undefined ? {} : { grade }),
      ...(suggested === undefined || composite === undefined ? {} : { scores: { ...(composite[1] === 0 ? {} : { performance: Number(scores.performance) }), ...(composite[2] === 0 ? {} : { presidium: Number(scores.presidium) }), reason: scores.reason.trim() } }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(measures.includes('RECTIFY') && rectifyBy !== undefined ? { rectifyBy } : {}),
    });
  }

  return (
    <Sheet open title={`定下来：${item.name}`} onClose={onClose} busy={confirm.busy} error={confirm.errorLine} bar={<Bar main={{ text: '就这样定', reason: missing, busy: confirm.busy ? '正在记…' : undefined, onTap: send }} hint="公布以前还能改" />}>
      {item.rating === undefined ? null : <View>{ratingLine(item.rating)}</View>}
      {suggested === undefined ? <Note tone="plain" icon="info">没有作数的结果，不定等次，照实公布。</Note> : (
        <>
          <Field label="等次" hint={`按票数建议：${GRADE_WORDS[suggested]}`}><Options label="等次" layout="two" options={GRADES} value={grade} onChange={setGrade} /></Field>
          <Field label="理由" {...(differs ? { hint: '和票数建议的不一样，要写清楚，会公布' } : { optional: '可以不写' })}><TextArea label="理由" value={reason} onInput={setReason} maxLength={300} /></Field>
          {composite === undefined ? null : <ScoreFields value={scores} weights={composite} onChange={setScores} />}
          <Card flush>
            {MEASURES.map((one) => <SwitchRow key={one} title={MEASURE_WORDS[one]} {...(item.proposed.includes(one) ? { line: '按规定可以考虑' } : {})} on={measures.includes(one)} onChange={(yes) => setMeasures(yes ? [...measures, one] : measures.filter((other) => other !== one))} />)}
          </Card>
          {measures.includes('RECTIFY') ? <DateLine label="哪天前整改好" value={rectifyBy} onChange={setRectifyBy} /> : null}
        </>
      )}
    </Sheet>
  );
}
