import { CONTACT_ITEM, type PartyContact } from '@/domain/points/contact';
import { PURPOSE_WORDS } from '@/domain/wording/deputies';
import { heardIssue, heardIssueIdOf } from '@platform/heard-issue';
import { contentDigest, derivedId } from '@platform/ids';
import { isTaken } from '@platform/once';
import { refusal } from '@platform/refuse';
import { readText, readTextIfAny } from '@platform/texts';
import { personOf } from './branch-of';
import { insertClaim, itemFor, needBonus, needDay } from './claiming';
import { points } from './os';

/**
 * A contact with linked households in a few taps; what was heard becomes a matter of the village in the same step (LNS-03, 04,
 * BUR-07), and for a pledge it is the claim as well, nothing entered twice (BUR-03).
 *
 * The contact's own id is its proof of having been made, so that all three fit into the store operations of one action.
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
  const issue = heard && (await heardIssue(context, { requestId: input.requestId, village, category: heard.category, text: readText('heard', heard.text, settings.text.issueMax, 'NEEDED') }));
  const entryId = derivedId('entry', personId, input.requestId);
  const ids = {
    contactId: derivedId('contact', personId, input.requestId),
    ...(issue === undefined ? {} : { issueId: heardIssueIdOf(context, input.requestId) }),
    ...(pledgeId === undefined ? {} : { entryId }),
  };
  const contact: PartyContact = {
    _id: ids.contactId, personId, branch: village, on, mode, purposes, households, at: now, digest: context.sealer.key('tap', contentDigest({ ...input })).slice(0, 32),
    ...(summary === undefined ? {} : { summary }),
    ...(issue === undefined ? {} : { issueId: issue._id }),
    ...(pledgeId === undefined ? {} : { entryId }),
  };
  const listed = pledgeId === undefined ? undefined : await itemFor(context, on, input.item ?? CONTACT_ITEM);
  if (listed !== undefined) needBonus(listed.scheme, listed.item);
  try {
    await store.transaction(async (tx) => {
      await tx.insert('partyContacts', contact);
      if (issue !== undefined) await tx.insert('issues', issue);
      if (listed === undefined) return;
      const text = summary ?? purposes.map((purpose) => PURPOSE_WORDS[purpose]).join('、');
      await insertClaim(tx, context, errors, { entryId, on, ...listed, pledgeId, facts: { text, amount: households.length, beneficiaries: households.length, photos: [], uploads: [] } });
    });
  } catch (error) {
    if (!isTaken(error, 'partyContacts', contact._id)) throw error;
    if ((await store.get('partyContacts', contact._id))?.digest !== contact.digest) throw refusal('REQUEST_REUSED');
  }
  return ids;
});
