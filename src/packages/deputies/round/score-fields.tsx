import type { ReactNode } from 'react';
import { Field, Input, TextArea } from '@/components/field';
import { SCORE_MAX, type CompositePart } from '@/domain/deputies/composite';
import { COMPOSITE_WORDS } from '@/domain/wording/deputies';
import type { CompositeView, RoundView } from '@/services/views';

type Weights = NonNullable<RoundView['composite']>;

export interface ScoreDraft {
  readonly performance: string;
  readonly presidium: string;
  readonly reason: string;
}

/** What was given before, to be put right; empty where nothing was. */
export function scoresOf(composite: CompositeView | undefined): ScoreDraft {
  const of = (wanted: CompositePart): string => {
    const tenths = composite?.parts.find(({ part }) => part === wanted)?.tenths;
    return tenths === undefined ? '' : String(tenths / 10);
  };
  return { performance: of('PERFORMANCE'), presidium: of('PRESIDIUM'), reason: composite?.reason ?? '' };
}

export function missingScore({ performance, presidium, reason }: ScoreDraft, [, archive, own]: Weights): string | undefined {
  if ((archive > 0 && !isScore(performance)) || (own > 0 && !isScore(presidium))) return `打分填 0 到 ${SCORE_MAX} 的整数`;
  return reason.trim() === '' ? '打分要写理由' : undefined;
}

function isScore(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= SCORE_MAX;
}

interface ScoreFieldsProps {
  readonly value: ScoreDraft;
  readonly weights: Weights;
  readonly onChange: (draft: ScoreDraft) => void;
}

/** The presidium's own figures, where the county counts them beside the voters' (DEP-18). They are published with their reason. */
export function ScoreFields({ value, weights: [, archive, own], onChange }: ScoreFieldsProps): ReactNode {
  return (
    <>
      {archive === 0 ? null : <Field label={COMPOSITE_WORDS.PERFORMANCE} hint={`看履职档案打，占综合得分的 ${archive}%`}><Input label={COMPOSITE_WORDS.PERFORMANCE} type="number" value={value.performance} onInput={(performance) => onChange({ ...value, performance })} maxLength={3} /></Field>}
      {own === 0 ? null : <Field label={COMPOSITE_WORDS.PRESIDIUM} hint={`占综合得分的 ${own}%`}><Input label={COMPOSITE_WORDS.PRESIDIUM} type="number" value={value.presidium} onInput={(presidium) => onChange({ ...value, presidium })} maxLength={3} /></Field>}
      <Field label="打分的理由" hint="和得分一起公布"><TextArea label="打分的理由" value={value.reason} onInput={(reason) => onChange({ ...value, reason })} maxLength={300} /></Field>
    </>
  );
}
