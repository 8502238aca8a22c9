/** One act on one matter: load, decide, save in one transaction, tell, reply. Every act goes this way. */
import type { Attachments } from '@/contract/common';
import type { ConsultAct } from '@/contract/consultations';
import type { FileId, RequestId } from '@/domain/basics/ids';
import { assert } from '@/domain/basics/assert';
import type { Act, Actor, Situation } from '@/domain/consultations/acts';
import type { Consultation, ConsultationId } from '@/domain/consultations/consultation';
import { apply } from '@/domain/consultations/machine';
import { lastBallot } from '@/domain/consultations/meeting-acts';
import { CHECK_AGAIN_MS, settled, withTimers } from '@/domain/consultations/moves';
import { targetOf } from '@/domain/consultations/target';
import { CLAIM_OPERATIONS, claim, NO_FILES } from '@platform/attachments';
import { auditRow } from '@platform/audit';
import { boxOf } from '@platform/ballot-box/read-box';
import { toldNowOrSoon } from '@platform/consult-outcome';
import { checkText } from '@platform/content-check';
import type { Context } from '@platform/context';
import { contentDigest } from '@platform/ids';
import { MOST_OPERATIONS } from '@platform/operations';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import type { CheckOutcome } from '@platform/wechat';
import { ACTIONS, capacityFor } from './acts-of';
import { refusedAs } from './refusals';

/** Account and person, the matter, its new state, the audit row. */
const OPERATIONS_OF_EVERY_ACT = 5;

export interface OnMatter {
  readonly requestId: RequestId;
  readonly consultationId: ConsultationId;
  readonly attachments?: Attachments | undefined;
}

interface Needed {
  readonly matter: Consultation;
  readonly photos: readonly FileId[];
  readonly tx: Transaction;
  readonly at: Situation;
}

export interface ActSpec {
  readonly name: ConsultAct;
  /** Everything that somebody wrote and the village will read; checked before the transaction (WX-08). */
  readonly words: readonly (string | undefined)[];
  /** Read as it is from the first moment, or nothing: a ballot's question, a notice whose days count from then (CON-05). */
  readonly checkedOnly?: boolean;
  /** It depends on how far the last ballot is, which its box says, since it may have been put off. One store operation. */
  readonly readsBox?: boolean;
  /** Store operations that `build` and `beside` do themselves. */
  readonly operations?: number;
  readonly build: (needed: Needed) => Act | Promise<Act>;
  /** What is written beside the matter, in the same transaction. */
  readonly beside?: (tx: Transaction, matter: Consultation, act: Act, at: Situation) => Promise<void>;
}

/**
 * Does an act and answers with the matter as it now stands. A repeat of the tap answers from the matter; the same tap with
 * other content is `REQUEST_REUSED`. What does not fit into the action's store operations is told by the clock.
 */
export async function actOnMatter(context: Context, input: OnMatter, spec: ActSpec): Promise<Consultation> {
  const { store, now, today, settings, caller } = context;
  const { action } = ACTIONS[spec.name];
  const tap = { requestId: input.requestId, digest: contentDigest({ ...input, account: caller.account, action }) };
  const check = await checkOf(context, spec);

  return store.transaction(async (tx) => {
    const matter = await tx.get('consultations', input.consultationId);
    if (matter === undefined) throw refusal('NOT_FOUND');
    const before = matter.taps.find(({ requestId }) => requestId === tap.requestId);
    if (before !== undefined) {
      context.permit('consultations.get', targetOf(matter));
      if (before.digest !== tap.digest) throw refusal('REQUEST_REUSED');
      return matter;
    }
    context.permit(action, targetOf(matter));
    // After the tap is looked for: what was done once is answered, whatever the check says now.
    if (check === 'REFUSED') throw refusal('CONTENT_REFUSED');
    if (spec.checkedOnly === true && check !== 'PASSED') throw refusal('UNAVAILABLE');
    const files = await claim(tx, context, input.attachments, `consultation:${matter._id}`);
    const at: Situation = { now, today, settings, cause: input.requestId, checked: check === 'PASSED', by: actorOf(spec.name, matter, context), ...(spec.readsBox === true ? await boxIn(tx, matter) : {}) };
    const act = await spec.build({ matter, photos: files.photos, tx, at });
    const outcome = apply(matter, act, at);
    if (!outcome.ok) throw refusedAs(outcome.reason);
    if (outcome.value.matter === matter) return matter;

    const fixed = OPERATIONS_OF_EVERY_ACT + (spec.operations ?? 0) + (spec.readsBox === true ? 1 : 0) + (files === NO_FILES ? 0 : CLAIM_OPERATIONS);
    const changed: Consultation = { ...outcome.value.matter, taps: [...matter.taps, tap], uploads: [...new Set([...matter.uploads, ...files.uploads])], shownFiles: [...new Set([...matter.shownFiles, ...files.shownFiles])] };
    const { matter: next, notices } = toldNowOrSoon(waitingForPictures(changed, files.photos, now), outcome.value.tell, MOST_OPERATIONS - fixed, now);
    await tx.replace('consultations', next);
    await spec.beside?.(tx, next, act, at);
    for (const one of notices) await tx.insert('notices', one);
    await tx.insert('audit', auditRow(context, action, { target: `consultation:${matter._id}`, area: matter.village, detail: { stage: next.stage }, requestId: input.requestId }));
    return next;
  });
}

async function boxIn(tx: Transaction, matter: Consultation): Promise<Pick<Situation, 'box'>> {
  const ballot = lastBallot(matter);
  const box = ballot && (await boxOf(tx, ballot.boxId));
  return box === undefined ? {} : { box };
}

/** Pictures whose check has not answered are looked for by the clock (WX-09). */
function waitingForPictures(matter: Consultation, photos: readonly FileId[], now: number): Consultation {
  if (photos.every((photo) => matter.shownFiles.includes(photo))) return matter;
  return settled(withTimers(matter, { PUBLISH: matter.timers.PUBLISH ?? now + CHECK_AGAIN_MS }), now);
}

async function checkOf(context: Context, { words }: ActSpec): Promise<CheckOutcome> {
  const text = words.filter((word) => word !== undefined && word.trim() !== '').join('\n');
  return text === '' ? 'PASSED' : checkText(context, text);
}

export function actorOf(name: ConsultAct, matter: Consultation, context: Context): Actor {
  const { person } = context.caller;
  assert(person !== undefined, 'only a person was permitted');
  return { personId: person.id, account: context.caller.account, name: person.name, as: capacityFor(name, matter, context) };
}
