/** One change of an appraisal, decided on what is stored when it is written. */
import { isCivilDate } from '@/domain/basics/civil-time';
import type { PersonId } from '@/domain/basics/ids';
import { assert } from '@/domain/basics/assert';
import type { Result } from '@/domain/basics/result';
import type { VillageCode } from '@/domain/areas/code';
import type { ActRefusal } from '@/domain/appraisals/acts';
import { appraisalIdOf, type Appraisal } from '@/domain/appraisals/appraisal';
import type { Action } from '@/domain/people/access';
import type { Context } from '@platform/context';
import { once, type TapInput } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';

/** How a procedure says that the stage is another; what only some can answer is said by those that declare it. */
export interface ActErrors {
  readonly APPRAISAL_STAGE: () => Error;
  readonly REASON_NEEDED?: () => Error;
  readonly MEETING_NEEDED?: () => Error;
  readonly NOT_ALL_DECIDED?: (given: { readonly data: { readonly left: number } }) => Error;
}

interface OfYear extends TapInput {
  readonly village: VillageCode;
  readonly year: number;
}

interface Changing<I> {
  readonly action: Action;
  readonly input: I;
  readonly decide: (appraisal: Appraisal) => Result<Appraisal, ActRefusal>;
  readonly also?: (tx: Transaction, after: Appraisal) => Promise<void>;
}

const DONE = { done: true as const };

/** Changes the appraisal of a branch and year in one transaction; the caller has asked for the permit. */
export async function changeAppraisal<I extends OfYear>(context: Context, errors: ActErrors, { action, input, decide, also }: Changing<I>): Promise<typeof DONE> {
  const id = appraisalIdOf(input.village, input.year);
  return once(context, action, input, { target: `appraisal:${id}`, area: input.village }, async (tx) => {
    const appraisal = await tx.get('appraisals', id);
    if (appraisal === undefined) throw refusal('NOT_FOUND');
    const after = decide(appraisal);
    if (!after.ok) throw refusalOf(after.reason, errors);
    await tx.replace('appraisals', after.value);
    await also?.(tx, after.value);
    return DONE;
  }, () => Promise.resolve(DONE));
}

function refusalOf(reason: ActRefusal, { APPRAISAL_STAGE, REASON_NEEDED, MEETING_NEEDED, NOT_ALL_DECIDED }: ActErrors): Error {
  switch (reason.kind) {
    case 'NOT_IN_IT':
      return refusal('NOT_FOUND');
    case 'FIELD':
      return invalidField(reason.path, reason.problem, reason.limit);
    case 'REASON_NEEDED':
      return (REASON_NEEDED ?? APPRAISAL_STAGE)();
    case 'MEETING_NEEDED':
      return (MEETING_NEEDED ?? APPRAISAL_STAGE)();
    case 'NOT_ALL_DECIDED':
      return NOT_ALL_DECIDED === undefined ? APPRAISAL_STAGE() : NOT_ALL_DECIDED({ data: { left: reason.left } });
    case 'STAGE':
      return APPRAISAL_STAGE();
  }
}

/** The caller, who is somebody: the table lets nobody else come so far. */
export function callerId({ caller }: Context): PersonId {
  const by = caller.person?.id;
  assert(by !== undefined, 'only a person takes part in an appraisal');
  return by;
}

/** Refuses with `INVALID_INPUT` what is no day of the calendar. */
export function needDate(path: string, date: string): void {
  if (!isCivilDate(date)) throw invalidField(path, 'DATE');
}
