import { assert } from '@/domain/basics/assert';
import { isCivilDate } from '@/domain/basics/civil-time';
import { compositeOf, type GivenScores } from '@/domain/deputies/composite';
import { refusalOfConfirmation, roundIdOf, type Confirmed, type ConfirmRefusal } from '@/domain/deputies/round';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { deputies } from './os';
import { readText, readTextIfAny } from '@platform/texts';

const FIELD: Readonly<Record<ConfirmRefusal, string>> = { NO_GRADE_WITHOUT_RESULT: 'grade', GRADE_NEEDED: 'grade', REASON_NEEDED: 'reason', DATE_NEEDED: 'rectifyBy' };

/**
 * The presidium confirms one deputy's result: the grade that stands, and what is to follow. The count proposes, people decide
 * (DEP-17, PRV-08), with its own figures where the county counts them (DEP-18); it can be put right until the round is published.
 */
export const confirm = deputies.confirm.handler(async ({ input, context, errors }) => {
  const { town, year, mandate } = input;
  const { store, settings, now, today, caller } = context;
  const id = roundIdOf(town, year);
  const found = (await store.get('ratingRounds', id))?.items.find((item) => item.mandate === mandate);
  context.permit('deputies.confirm', { area: town, personId: found?.personId });
  if (found?.boxId === undefined) throw refusal('NOT_FOUND');
  const result = (await store.get('boxes', found.boxId))?.result;
  if (result === undefined) throw errors.NOT_COUNTED_YET();
  if (input.rectifyBy !== undefined && (!isCivilDate(input.rectifyBy) || input.rectifyBy <= today)) throw invalidField('rectifyBy', 'DATE');
  const reason = readTextIfAny('reason', input.reason, settings.text.stepMax);
  const given = { grade: input.grade, reason, measures: [...new Set(input.measures)], rectifyBy: input.rectifyBy };
  const fault = refusalOfConfirmation(result.outcome, given);
  if (fault !== undefined) throw invalidField(FIELD[fault], fault === 'NO_GRADE_WITHOUT_RESULT' ? 'UNKNOWN' : 'REQUIRED');
  const scores = input.scores && { ...defined(input.scores), reason: readText('scores.reason', input.scores.reason, settings.text.stepMax, 'NEEDED') };
  const composite = compositeOf(settings.deputy, result.outcome, scores);
  if (!composite.ok) throw invalidField(composite.reason.field, composite.reason.problem);
  assert(caller.person !== undefined, 'only a person is of the presidium');
  const { outcome, counts } = result;
  const confirmed: Confirmed = {
    outcome,
    ...(counts === undefined ? {} : { counts }),
    ...(given.grade === undefined ? {} : { grade: given.grade }),
    ...(reason === undefined ? {} : { reason }),
    ...(composite.value === undefined ? {} : { composite: composite.value }),
    measures: given.measures,
    ...(given.rectifyBy === undefined ? {} : { rectifyBy: given.rectifyBy }),
    at: now,
    by: caller.person.name,
  };
  return once(context, 'deputies.confirm', input, { target: `mandate:${mandate}`, area: town, detail: { year, grade: given.grade ?? '' } }, async (tx) => {
    const round = await tx.get('ratingRounds', id);
    if (round === undefined) throw refusal('NOT_FOUND');
    if (round.publishedAt !== undefined) throw errors.ROUND_PUBLISHED();
    await tx.replace('ratingRounds', { ...round, items: round.items.map((item) => (item.mandate === mandate ? { ...item, confirmed } : item)) });
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});

function defined({ performance, presidium }: { readonly performance?: number | undefined; readonly presidium?: number | undefined }): Pick<GivenScores, 'performance' | 'presidium'> {
  return { ...(performance === undefined ? {} : { performance }), ...(presidium === undefined ? {} : { presidium }) };
}
