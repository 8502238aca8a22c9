/** The one manifest: every collection and its indexes. Both adapters and the deployment plan read it. */
import type { CollectionName } from '../../cloudfunctions/platform/store';
import type { CollectionSpec, IndexSpec, Only } from './manifest';

function index(name: string, ...fields: readonly string[]): IndexSpec {
  return { name, fields: fields.map((field) => (field.startsWith('-') ? [field.slice(1), 'desc'] : [field, 'asc'])) };
}

/** An index of the documents that have its first field: a due time, a wait, a name few bear. */
function sparse(name: string, field: string, ...further: readonly string[]): IndexSpec {
  return { ...index(name, field, ...further), only: [field, 'present'] };
}

/** A partial index: of the documents of which this is true. */
function only([path, holds]: Only, partial: IndexSpec): IndexSpec {
  return { ...partial, only: [path, holds] };
}

export const collections: Readonly<Record<CollectionName, CollectionSpec>> = {
  accounts: { about: 'WeChat accounts and whom they may act for', indexes: [sparse('going', 'goesAt'), { name: 'family', fields: [['family', 'asc']], multikey: true }] },
  people: {
    about: 'The roster: persons',
    indexes: [
      index('weakKey', 'weakKey'),
      index('phoneKey', 'phoneKey'),
      index('byName', 'village', 'name'),
      index('byGridName', 'grid', 'name'),
      index('household', 'householdId'),
      sparse('byAccount', 'account.id'),
      sparse('aliases', 'aliasOf'),
    ],
  },
  households: { about: 'The roster: households', indexes: [index('byNumber', 'village', 'number'), index('byGridNumber', 'grid', 'number'), { name: 'byLiaison', fields: [['linkKeys', 'asc'], ['number', 'asc']], multikey: true }] },
  villages: { about: 'A village: its grids, posts and duty desk', indexes: [index('byTown', 'town', 'name'), sparse('followUps', 'followUpAt'), sparse('talks', 'talkDueAt')] },
  offices: { about: 'Towns and the county: their officers', indexes: [sparse('followUps', 'followUpAt')] },
  issues: {
    about: 'Issues and their timelines',
    indexes: [
      index('mine', 'reporterId', '-createdAt'),
      only(['reporterId', 'missing'], index('mineByAccount', 'reporterAccount', '-createdAt')),
      { name: 'supported', fields: [['supporters', 'asc'], ['createdAt', 'desc']], multikey: true },
      only(['open', true], index('queue', 'owner.post', 'open', 'dueAt')),
      only(['acceptBy', 'present'], index('queueAccept', 'owner.post', 'open', 'acceptBy')),
      only(['open', false], index('queueClosed', 'owner.post', 'open', '-changedAt')),
      sparse('decide', 'decider', 'open', 'changedAt'),
      only(['open', true], index('townOpen', 'town', 'open', 'dueAt')),
      only(['open', true], index('villageOpen', 'village', 'open', 'dueAt')),
      only(['published', true], index('villagePublic', 'village', 'published', '-createdAt')),
      index('alike', 'grid', 'category', '-createdAt'),
      index('villageCreated', 'village', '-createdAt'),
      only(['open', false], index('byAge', 'open', 'changedAt')),
      index('townCreated', 'town', '-createdAt'),
      sparse('about', 'aboutId'),
      only(['review.since', 'present'], index('toReview', 'village', 'review.since')),
      only(['review.since', 'present'], index('toReviewTown', 'town', 'review.since')),
      sparse('due', 'nextDueAt'),
      sparse('tally', 'tallyStale', 'changedAt'),
    ],
  },
  tickets: { about: '12345 tickets, one a number in a town', indexes: [index('byTown', 'town', '-receivedAt')] },
  topics: { about: 'Repeated issues gathered for consultation', indexes: [index('byVillage', 'village', '-changedAt'), index('byTown', 'town', '-changedAt'), sparse('waiting', 'waiting', 'changedAt')] },
  consultations: {
    about: 'Matters a village talks over, and their way to the result',
    indexes: [
      index('villagePublic', 'village', 'published', 'open', '-changedAt'),
      index('village', 'village', 'open', '-changedAt'),
      index('town', 'town', 'open', '-changedAt'),
      index('mine', 'raiserId', '-createdAt'),
      only(['review.since', 'present'], index('toReview', 'village', 'review.since')),
      only(['review.since', 'present'], index('toReviewTown', 'town', 'review.since')),
      sparse('due', 'nextDueAt'),
    ],
  },
  talks: { about: 'Sessions at which cadres explain policies, and what was asked there', indexes: [index('village', 'village', '-heldAt')] },
  tallies: { about: 'Monthly outcomes by area and category', indexes: [index('byParent', 'within', 'month'), index('byArea', 'area', 'month')] },
  notices: { about: 'Inbox and outbox', indexes: [index('inbox', 'to', '-at'), sparse('outbox', 'nextTryAt'), index('byAge', 'at')] },
  audit: { about: 'Who did what to which, when', indexes: [index('byTarget', 'target', '-at'), index('byAge', 'at')] },
  uploads: { about: 'Files of drafts until something claims them', indexes: [index('sweep', 'sweepAt')] },
  mediaChecks: { about: 'Files that WeChat is checking, by its trace id', indexes: [index('byAge', 'at')] },
  bindingCodes: { about: 'Single-use codes for verified binding', indexes: [index('byCode', 'codeKey'), index('waiting', 'village', 'waiting', 'issuedAt'), index('allWaiting', 'waiting', 'issuedAt'), index('byAge', 'expiresAt')] },
  bindingClaims: { about: 'Claims of a person another account is already', indexes: [index('byHolder', 'holder', 'state', 'at')] },
  tries: { about: 'Wrong binding tries a target and day', indexes: [index('byAge', 'day')] },
  deskAskings: { about: 'Computers that wait to be signed in by a phone', indexes: [index('byCode', 'codeKey'), index('byAge', 'expiresAt')] },
  applications: { about: 'People who ask to be put on the roster', indexes: [index('byVillage', 'village', 'state', 'at'), index('byAccount', 'account', 'state', 'at')] },
  requests: { about: 'Requests about personal data and about the app', indexes: [index('byArea', 'area', 'open', 'at'), index('byAccount', 'account', '-at'), index('open', 'open', 'answerBy')] },
  rosterLoads: { about: 'Roster imports', indexes: [index('byCounty', 'county', '-startedAt'), index('byState', 'state', 'startedAt'), index('sweep', 'sweepAt')] },
  boxes: { about: 'Ballot boxes: what is asked, how far each is, its count', indexes: [index('byArea', 'area', '-closesAt'), { name: 'byVillage', fields: [['electorate.villages', 'asc'], ['kind', 'asc'], ['closesAt', 'desc']], multikey: true }, index('bySubject', 'subject', '-closesAt'), sparse('due', 'dueAt'), sparse('news', 'tellAt')] },
  // No index of these three may name a field that a cast changes: where an entry stands in an index tells when it came there.
  boxRolls: { about: 'Who may vote in a box, and whether they have', unordered: true, indexes: [index('byBox', 'box'), index('byVillage', 'box', 'village', 'name'), index('byVoter', 'voter', '-closesAt')] },
  boxReceipts: { about: 'Receipts of a box, by their first characters', unordered: true, indexes: [index('byBox', 'box')] },
  boxChoices: { about: 'Choices of a box, unlinked, in random parts', unordered: true, indexes: [index('byBox', 'box')] },
  boxObjections: { about: 'Objections to a roll or a result', indexes: [index('byBox', 'box', 'open', 'at'), index('byPerson', 'by', '-at'), sparse('due', 'dueAt')] },
  congresses: { about: 'A town’s deputies, stations and constituencies', indexes: [sparse('forum', 'forumDueAt'), sparse('look', 'lookAt')] },
  deputyEntries: {
    about: 'Deputies’ performance archives',
    indexes: [{ name: 'byMandate', fields: [['mandates', 'asc'], ['on', 'desc']], multikey: true }, { name: 'byHeading', fields: [['mandates', 'asc'], ['heading', 'asc'], ['on', 'desc']], multikey: true }, sparse('toCount', 'toCount'), index('forums', 'town', 'forum', 'on'), index('byAge', 'heading', 'on')],
  },
  deputyYears: { about: 'A deputy’s year in figures', indexes: [] },
  opinions: {
    about: 'What people told deputies and stations, and what became of it',
    indexes: [
      index('byMandate', 'mandate', 'open', '-at'),
      only(['proposed', 'present'], index('proposed', 'mandate', 'proposed', '-at')),
      index('byTown', 'town', 'open', '-at'),
      index('bySender', 'from.account', '-at'),
      sparse('byUnit', 'suggestion.post', 'open', 'dueAt'),
      sparse('due', 'dueAt'),
      sparse('tell', 'tellAt'),
      sparse('forget', 'forgetAt'),
      only(['forgetAt', 'missing'], index('keep', 'open', 'forgetAt', 'forgotten', 'changedAt')),
    ],
  },
  ratingRounds: { about: 'Yearly ratings of deputies', indexes: [index('byTown', 'town', '-year'), sparse('due', 'dueAt')] },
  branches: { about: 'Party branches and the cycle under way', indexes: [index('byTown', 'town', 'name'), sparse('due', 'dueAt')] },
  pointSchemes: { about: 'A county’s scheme of points a cycle', indexes: [] },
  pointYears: { about: 'A member’s cycle: category, pledges, sums', indexes: [index('byBranch', 'branch', 'cycle', 'name'), index('waiting', 'branch', 'pledgesWaiting', 'changedAt'), sparse('vetoes', 'vetoTown', 'changedAt'), index('byAge', 'cycle')] },
  pointEntries: {
    about: 'Entries of members’ ledgers',
    indexes: [index('byYear', 'year', '-on'), index('queue', 'branch', 'queue', 'at'), index('above', 'town', 'queue', 'at'), sparse('due', 'clockAt'), index('byBranch', 'branch', 'cycle', 'on'), index('byState', 'branch', 'cycle', 'state', '-on')],
  },
  pointRecordings: { about: 'What a branch enters of several members, until each has an entry', indexes: [index('due', 'at')] },
  pointPhotos: { about: 'Which entry a photo is evidence of', indexes: [] },
  pointPublications: { about: 'Quarterly publications of a branch’s ledger', indexes: [index('byBranch', 'branch', 'cycle', '-n')] },
  partyContacts: { about: 'Contacts of party members with linked households', indexes: [index('byMember', 'personId', '-on'), index('byAge', 'on')] },
  appraisals: { about: 'Yearly appraisals of a branch’s members', indexes: [index('byTown', 'town', 'year'), index('byVillage', 'village', '-year'), sparse('due', 'dueAt')] },
  appraisalRemarks: { about: 'Members’ signed remarks on one another', indexes: [index('of', 'of', '-at')] },
  rosterBatches: { about: 'Parts of roster imports', indexes: [index('byLoad', 'load')] },
};
