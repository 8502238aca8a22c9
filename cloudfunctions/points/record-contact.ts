import { CONTACT_ITEM, type PartyContact } from '@/domain/points/contact';
import { PURPOSE_WORDS } from '@/domain/wording/deputies';
import type { Context } from '@platform/context';
import { heardIssue, heardIssueIdOf } from '@platform/heard-issue';
import { contentDigest, derivedId } from '@platform/ids';
import { isTaken } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { readText, readTextIfAny } from '@platform/texts';
import { personOf } from './branch-of';
import { insertClaim, itemFor, needBonus, needDay } from './claiming';
import { linkedHouseholds } from './linked-households';
import { points } from './os';

/**
 * A contact with linked households in a few taps; what was heard becomes a matter of the village in the same step (LNS-03, 04,
 * BUR-07), and for a pledge it is the claim as well, nothing entered twice (BUR-03).
 *
 * The contact is its own proof of having been made. One that is claimed for a pledge travels in the claim, and the clock files
 * it, so that all of it fits into the store operations of one action.
 */
export const recordContact = points.recordContact.handler(async ({ input, context, errors }) => {
  const { store, settings, now, caller } = context;
  const { mode, on, pledgeId, heard } = input;
  context.permit('points.recordContact', { personId: caller.person?.id });
  needDay('on', on, context);
  const { id: personId, village } = personOf(context);
  const summary = readTextIfAny('summary', input.summary, settings.text.stepMax);
  const households = [...new Set(input.households)];
  const purposes = [...new Set(input.purposes)];
  const issue = heard && (await heardIssue(context, store, { requestId: input.requestId, village, category: heard.category, text: readText('heard', heard.text, settings.text.issueMax, 'NEEDED') }));
  const contactId = derivedId('contact', personId, input.requestId);
  // Of its own: a claim may come with the same tap's id.
  const entryId = derivedId('entry', contactId);
  const ids = {
    contactId,
    ...(issue === undefined ? {} : { issueId: heardIssueIdOf(context, input.requestId) }),
    ...(pledgeId === undefined ? {} : { entryId }),
  };
  const contact: PartyContact = {
    _id: contactId, personId, branch: village, on, mode, purposes, households, at: now, digest: context.sealer.key('tap', contentDigest({ ...input })).slice(0, 32),
    ...(summary === undefined ? {} : { summary }),
    ...(issue === undefined ? {} : { issueId: issue._id }),
    ...(pledgeId === undefined ? {} : { entryId }),
  };
  const linked = new Set((await linkedHouseholds(context, personId)).map(({ _id }) => _id));
  try {
    await store.transaction(async (tx) => {
      if (issue !== undefined) await tx.insert('issues', issue);
      if (pledgeId === undefined) await tx.insert('partyContacts', contact);
      // A list that the member does not see is none of theirs to write of.
      if (!households.every((household) => linked.has(household))) throw invalidField('households', 'NOT_LINKED');
      if (pledgeId === undefined) return;
      const { scheme, ...listed } = await itemFor(tx, context, on, input.item ?? CONTACT_ITEM);
      needBonus(scheme, listed.item);
      const text = summary ?? purposes.map((purpose) => PURPOSE_WORDS[purpose]).join('、');
      await insertClaim(tx, context, errors, { entryId, on, ...listed, pledgeId, facts: { text, amount: households.length, beneficiaries: households.length, photos: [], uploads: [], contact } });
    });
  } catch (error) {
    // Whatever stands against it by now: what was made is answered as it was then.
    const made = await madeContact(context, contact);
    if (made === undefined) throw issue !== undefined && isTaken(error, 'issues', issue._id) ? refusal('REQUEST_REUSED') : error;
    if (made.digest !== contact.digest) throw refusal('REQUEST_REUSED');
  }
  return ids;
});

/** The contact as it was made by this very tap, filed already or still with its claim. Two reads at most. */
async function madeContact({ store }: Context, { _id, entryId }: PartyContact): Promise<PartyContact | undefined> {
  return (await store.get('partyContacts', _id)) ?? (entryId === undefined ? undefined : (await store.get('pointEntries', entryId))?.contact);
}
