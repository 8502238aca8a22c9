import { raise as opened } from '@/domain/consultations/raising';
import { CLAIM_OPERATIONS, claim, NO_FILES } from '@platform/attachments';
import { auditRow } from '@platform/audit';
import { toldNowOrSoon } from '@platform/consult-outcome';
import { checkText } from '@platform/content-check';
import { contentDigest, derivedId } from '@platform/ids';
import { isTaken } from '@platform/once';
import { MOST_OPERATIONS } from '@platform/operations';
import { refusal } from '@platform/refuse';
import { countSent, permitSending } from '@platform/sending';
import { readText } from '@platform/texts';
import { consultations } from './os';
import { movedTo } from './views';

/** Account, person, village, the matter, the account's count and the audit row. */
const OPERATIONS = 6;

/**
 * Raises a matter before the village or its cadres (CON-02). What is to be public passes the content check first; without
 * an answer it is raised all the same and shown once it has one. A repeat answers from what was raised.
 */
export const raise = consultations.raise.handler(async ({ input, context }) => {
  context.permit('consultations.raise');
  const { store, settings, now, caller } = context;
  const { person } = caller;
  if (person === undefined) throw refusal('NOT_BOUND');
  const text = readText('text', input.text, settings.text.issueMax, input.attachments?.voice === undefined ? 'NEEDED' : 'OPTIONAL');
  const outcome = input.audience === 'CADRES' || text === '' ? 'PASSED' : await checkText(context, text);
  const village = await store.get('villages', person.village);
  if (village === undefined) throw refusal('NOT_FOUND');

  const id = derivedId('consult', caller.account, input.requestId);
  const tap = { requestId: input.requestId, digest: contentDigest({ ...input, account: caller.account }) };
  try {
    const raised = await store.transaction(async (tx) => {
      const files = await claim(tx, context, input.attachments, `consultation:${id}`);
      const opening = opened({
        id, village, place: person.grid, now, settings, text, audience: input.audience, checked: outcome === 'PASSED', tap,
        raiser: { personId: person.id, account: caller.account, name: person.name }, ...files,
      });
      const used = OPERATIONS + (files === NO_FILES ? 0 : CLAIM_OPERATIONS);
      const { matter, notices } = toldNowOrSoon(opening.matter, opening.tell, MOST_OPERATIONS - used, now);
      await tx.insert('consultations', matter);
      // After the insert, which fails for a repeat: what was taken once is not refused when it comes again.
      if (outcome === 'REFUSED') throw refusal('CONTENT_REFUSED');
      permitSending(context, 'REQUEST');
      await countSent(tx, context, 'REQUEST');
      for (const one of notices) await tx.insert('notices', one);
      await tx.insert('audit', auditRow(context, 'consultations.raise', { target: `consultation:${id}`, area: matter.village, detail: { audience: input.audience }, requestId: input.requestId }));
      return matter;
    });
    return { ...movedTo(raised), replyBy: raised.replyBy ?? now };
  } catch (error) {
    if (!isTaken(error, 'consultations', id)) throw error;
    const before = await store.get('consultations', id);
    if (before?.taps[0]?.digest !== tap.digest) throw refusal('REQUEST_REUSED');
    return { ...movedTo(before), replyBy: before.replyBy ?? before.createdAt };
  }
});
