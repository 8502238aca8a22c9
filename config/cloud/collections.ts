/** The one manifest: every collection and its indexes. Both adapters and the deployment plan read it. */
import type { CollectionName } from '../../cloudfunctions/platform/store';
import type { CollectionSpec, IndexSpec } from './manifest';

function index(name: string, ...fields: readonly string[]): IndexSpec {
  return { name, fields: fields.map((field) => (field.startsWith('-') ? [field.slice(1), 'desc'] : [field, 'asc'])) };
}

export const collections: Readonly<Record<CollectionName, CollectionSpec>> = {
  accounts: { about: 'WeChat accounts and whom they may act for', indexes: [index('going', 'goesAt'), { name: 'family', fields: [['family', 'asc']], multikey: true }] },
  people: {
    about: 'The roster: persons',
    indexes: [
      index('weakKey', 'weakKey'),
      index('phoneKey', 'phoneKey'),
      index('byName', 'village', 'name'),
      index('byGridName', 'grid', 'name'),
      index('household', 'householdId'),
      index('byAccount', 'account.id'),
      index('aliases', 'aliasOf'),
    ],
  },
  households: { about: 'The roster: households', indexes: [index('byNumber', 'village', 'number'), index('byGridNumber', 'grid', 'number'), { name: 'byDeputy', fields: [['deputyIds', 'asc'], ['number', 'asc']], multikey: true }] },
  villages: { about: 'A village: its grids, posts and duty desk', indexes: [index('byTown', 'town', 'name'), index('followUps', 'followUpAt')] },
  offices: { about: 'Towns and the county: their officers', indexes: [index('followUps', 'followUpAt')] },
  issues: {
    about: 'Issues and their timelines',
    indexes: [
      index('mine', 'reporterId', '-createdAt'),
      index('mineByAccount', 'reporterAccount', '-createdAt'),
      { name: 'supported', fields: [['supporters', 'asc'], ['createdAt', 'desc']], multikey: true },
      index('queue', 'owner.post', 'open', 'dueAt'),
      index('queueAccept', 'owner.post', 'open', 'acceptBy'),
      index('queueClosed', 'owner.post', 'open', '-changedAt'),
      index('decide', 'decider', 'open', 'changedAt'),
      index('townOpen', 'town', 'open', 'dueAt'),
      index('villageOpen', 'village', 'open', 'dueAt'),
      index('villagePublic', 'village', 'published', '-createdAt'),
      index('similar', 'grid', 'category', 'open', '-createdAt'),
      index('villageCreated', 'village', '-createdAt'),
      index('townCreated', 'town', '-createdAt'),
      index('about', 'aboutId'),
      index('toReview', 'village', 'review.since'),
      index('due', 'nextDueAt'),
      index('tally', 'tallyStale', 'changedAt'),
    ],
  },
  topics: { about: 'Repeated issues gathered for consultation', indexes: [index('byVillage', 'village', '-changedAt'), index('byTown', 'town', '-changedAt'), index('waiting', 'waiting', 'changedAt')] },
  consultations: {
    about: 'Matters a village talks over, and their way to the result',
    indexes: [
      index('villagePublic', 'village', 'published', 'open', '-changedAt'),
      index('village', 'village', 'open', '-changedAt'),
      index('town', 'town', 'open', '-changedAt'),
      index('mine', 'raiserId', '-createdAt'),
      index('due', 'nextDueAt'),
    ],
  },
  talks: { about: 'Sessions at which cadres explain policies, and what was asked there', indexes: [index('village', 'village', '-heldAt')] },
  tallies: { about: 'Monthly outcomes by area and category', indexes: [index('byParent', 'within', 'month'), index('byArea', 'area', 'month')] },
  notices: { about: 'Inbox and outbox', indexes: [index('inbox', 'to', '-at'), index('outbox', 'nextTryAt')] },
  audit: { about: 'Who did what to which, when', indexes: [index('byTarget', 'target', '-at'), index('byPerson', 'person', '-at'), index('byAge', 'at')] },
  uploads: { about: 'Files of drafts until something claims them', indexes: [index('sweep', 'sweepAt')] },
  mediaChecks: { about: 'Files that WeChat is checking, by its trace id', indexes: [index('byAge', 'at')] },
  bindingCodes: { about: 'Single-use codes for verified binding', indexes: [index('byCode', 'codeKey'), index('waiting', 'village', 'waiting', 'issuedAt'), index('allWaiting', 'waiting', 'issuedAt'), index('byAge', 'expiresAt')] },
  bindingClaims: { about: 'Claims of a person another account is already', indexes: [index('byHolder', 'holder', 'state', 'at')] },
  tries: { about: 'Wrong binding tries a target and day', indexes: [index('byAge', 'day')] },
  deskAskings: { about: 'Computers that wait to be signed in by a phone', indexes: [index('byCode', 'codeKey'), index('byAge', 'expiresAt')] },
  applications: { about: 'People who ask to be put on the roster', indexes: [index('byVillage', 'village', 'state', 'at'), index('byAccount', 'account', 'state', 'at')] },
  requests: { about: 'Requests about personal data and about the app', indexes: [index('byArea', 'area', 'open', 'at'), index('byAccount', 'account', '-at'), index('open', 'open', 'answerBy')] },
  rosterLoads: { about: 'Roster imports', indexes: [index('byCounty', 'county', '-startedAt'), index('byState', 'state', 'startedAt'), index('sweep', 'sweepAt')] },
  boxes: { about: 'Ballot boxes: what is asked, how far each is, its count', indexes: [index('byArea', 'area', '-closesAt'), index('bySubject', 'subject', '-closesAt'), index('due', 'dueAt'), index('news', 'tellAt')] },
  // No index of these three may name a field that a cast changes: where an entry stands in an index tells when it came there.
  boxRolls: { about: 'Who may vote in a box, and whether they have', unordered: true, indexes: [index('byBox', 'box'), index('byVillage', 'box', 'village', 'name'), index('byVoter', 'voter', '-closesAt')] },
  boxReceipts: { about: 'Receipts of a box, by their first characters', unordered: true, indexes: [index('byBox', 'box')] },
  boxChoices: { about: 'Choices of a box, unlinked, in random parts', unordered: true, indexes: [index('byBox', 'box')] },
  boxObjections: { about: 'Objections to a roll or a result', indexes: [index('byBox', 'box', 'open', 'at'), index('byPerson', 'by', '-at'), index('due', 'dueAt')] },
  congresses: { about: 'A town’s deputies, stations and constituencies', indexes: [index('forum', 'forumDueAt')] },
  deputyEntries: {
    about: 'Deputies’ performance archives',
    indexes: [{ name: 'byMandate', fields: [['mandates', 'asc'], ['on', 'desc']], multikey: true }, { name: 'byHeading', fields: [['mandates', 'asc'], ['heading', 'asc'], ['on', 'desc']], multikey: true }, index('toCount', 'toCount'), index('forums', 'town', 'forum', 'on'), index('byAge', 'heading', 'on')],
  },
  deputyYears: { about: 'A deputy’s year in figures', indexes: [] },
  opinions: {
    about: 'What people told deputies and stations, and what became of it',
    indexes: [
      index('byMandate', 'mandate', 'open', '-at'),
      index('proposed', 'mandate', 'proposed', '-at'),
      index('byTown', 'town', 'open', '-at'),
      index('bySender', 'from.account', '-at'),
      index('byUnit', 'suggestion.post', 'open', 'dueAt'),
      index('due', 'dueAt'),
      index('tell', 'tellAt'),
    ],
  },
  ratingRounds: { about: 'Yearly ratings of deputies', indexes: [index('byTown', 'town', '-year'), index('due', 'dueAt')] },
  rosterBatches: { about: 'Parts of roster imports', indexes: [index('byLoad', 'load')] },
};
