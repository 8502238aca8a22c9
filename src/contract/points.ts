/**
 * Party members' pledges, deeds and points as phones meet them (PTY-01..10, 14, 15, LNS-03..06). Amounts are tenths of a point.
 * Sheets and exports are in `ledgers`, the year's appraisal in `appraisals`.
 */
import * as z from 'zod';
import { CONTACT_MODES, CONTACT_PURPOSES } from '@/domain/liaisons/contact';
import { CATEGORIES } from '@/domain/issues/issue';
import { APPEAL_STATES, ENTRY_KINDS, ENTRY_STATES } from '@/domain/points/entry';
import { PLEDGE_STATES, PLEDGE_TYPES } from '@/domain/points/pledge';
import { MEMBER_CATEGORIES } from '@/domain/points/scheme';
import { LEFT_REASONS } from '@/domain/points/year';
import { attachments, base, civilDate, cursor, epochMs, fileView, freeText, id, point, requestId, villageCode } from './common';

const cycle = z.int().min(2000).max(2100);
const tenths = z.int();
const line = z.string().max(120);
const category = z.enum(MEMBER_CATEGORIES);
const done = z.object({ done: z.literal(true) });

const pledge = z.object({
  id, type: z.enum(PLEDGE_TYPES), text: z.string(), target: z.int(), unit: z.string(), due: civilDate,
  state: z.enum(PLEDGE_STATES), done: z.int(), sentAt: epochMs, reason: z.string().optional(),
});
export type PledgeView = z.infer<typeof pledge>;

const eyes = z.object({ name: z.string(), as: z.enum(['GROUP', 'COMMITTEE', 'SECRETARY', 'TOWN']), at: epochMs });
const entry = z.object({
  entryId: id, kind: z.enum(ENTRY_KINDS), personId: id, name: z.string(), group: z.string().optional(), on: civilDate, item: z.string(), itemName: z.string(), tenths,
  /** The pledge it keeps, and how much of its target it is. */
  pledge: z.object({ id, text: z.string() }).optional(), amount: z.int().optional(),
  text: z.string(), beneficiaries: z.int().optional(), place: z.string().optional(), photos: z.array(fileView),
  state: z.enum(ENTRY_STATES), at: epochMs, own: z.boolean(),
  asked: z.object({ text: z.string(), answer: z.string().optional() }).optional(),
  first: eyes.optional(), second: eyes.optional(), refused: eyes.extend({ reason: z.string() }).optional(),
  reverses: id.optional(), reversedBy: id.optional(), reason: z.string().optional(),
  appeal: z.object({ text: z.string(), at: epochMs, decideBy: epochMs, state: z.enum(APPEAL_STATES), answer: z.string().optional() }).optional(),
  /** Until when the member may appeal; absent where there is nothing to appeal against, or no more (PTY-14). */
  appealUntil: epochMs.optional(),
  /** With whom it is, for the member: who has it and by when (what is waiting on whom). */
  waitsFor: z.enum(['GROUP', 'COMMITTEE', 'TOWN', 'MEMBER']).optional(), dueAt: epochMs.optional(),
  may: z.array(z.enum(['CHECK', 'ASK', 'APPROVE', 'REFUSE', 'ANSWER', 'WITHDRAW', 'REVERSE', 'APPEAL', 'DECIDE_APPEAL'])),
});
export type EntryView = z.infer<typeof entry>;

const score = z.object({ base: tenths, bonus: tenths, deducted: tenths, pending: tenths, total: tenths });
export type ScoreView = z.infer<typeof score>;

const item = z.object({ id: z.string(), section: z.string(), sectionName: z.string(), name: z.string(), tenths, cap: tenths.optional(), left: tenths.optional() });
export type ItemView = z.infer<typeof item>;

const veto = z.object({ id, kind: z.string(), name: z.string(), decidedOn: civilDate, evidence: z.string(), state: z.enum(['WAITING', 'CONFIRMED', 'REFUSED', 'LIFTED']), reason: z.string().optional() });

/** The phone is there only where the household agreed that who serves it sees it. */
const household = z.object({ householdId: id, number: z.string(), head: z.string(), address: z.string(), phone: z.string().optional() });
export type LinkedHouseholdView = z.infer<typeof household>;
const contactView = z.object({ contactId: id, on: civilDate, mode: z.enum(CONTACT_MODES), purposes: z.array(z.enum(CONTACT_PURPOSES)), households: z.int(), summary: z.string().optional(), issueId: id.optional() });
export type PartyContactView = z.infer<typeof contactView>;

/** A member's year on one page. */
const memberYear = z.object({
  personId: id, name: z.string(), cycle, branch: z.object({ village: villageCode, name: z.string() }), group: z.string().optional(),
  category, categoryName: z.string(),
  /** False while the branch has only proposed it (PTY-02). */
  settled: z.boolean(),
  score,
  /** The most a year can come to, by the scheme (PTY-07). */
  max: tenths,
  pledges: z.array(pledge),
  pledgeRule: z.object({ min: z.int(), max: z.int(), from: civilDate, to: civilDate, open: z.boolean(), menu: z.array(z.string()) }),
  entries: z.array(entry), next: z.string().optional(), posted: z.int(),
  vetoes: z.array(veto),
  households: z.array(household), contacts: z.array(contactView),
  closed: z.boolean(),
  /** Who besides the member and the committee sees the points (PTY-15). */
  seenBy: z.enum(['BRANCH', 'VILLAGE', 'TOWN']),
});
export type MemberYearView = z.infer<typeof memberYear>;

const duty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ASKED'), entryId: id, text: z.string() }),
  z.object({ kind: z.literal('RETURNED'), pledgeId: id, text: z.string() }),
  z.object({ kind: z.literal('PLEDGE'), missing: z.int(), until: civilDate }),
]);

const listed = z.object({ personId: id, name: z.string(), group: z.string().optional(), category, score, pledges: z.object({ confirmed: z.int(), kept: z.int(), waiting: z.int() }), vetoed: z.boolean(), left: z.boolean(), own: z.boolean() });
export type ListedMember = z.infer<typeof listed>;

const branch = z.object({
  village: villageCode, name: z.string(), cycle, open: z.boolean(), drawing: z.boolean(), settled: z.boolean(), groups: z.array(z.string()),
  /** In the order of names (BUR-01). */
  members: z.array(listed), next: z.string().optional(),
  waiting: z.object({ check: z.int(), approve: z.int(), pledges: z.int(), appeals: z.int() }),
  /** How far points may be seen (PTY-15): what the county allows, and since which day the branch lets its village see totals. */
  seenBy: z.object({ most: z.enum(['BRANCH', 'VILLAGE', 'TOWN']), since: civilDate.optional() }),
  may: z.array(z.enum(['OPEN_CYCLE', 'SETTLE', 'EDIT', 'CHECK', 'APPROVE', 'RECORD', 'PUBLISH', 'CLOSE', 'SHARE'])),
});
export type BranchView = z.infer<typeof branch>;

const published = z.object({
  cycle, n: z.int(), upTo: civilDate, publishedAt: epochMs, objectionsUntil: epochMs,
  rows: z.array(z.object({ personId: id, name: z.string(), category, base: tenths, bonus: tenths, deducted: tenths, total: tenths })),
  objections: z.array(z.object({ id, by: z.string(), about: z.string(), text: z.string(), at: epochMs, answer: z.string().optional(), own: z.boolean() })),
  mayAnswer: z.boolean(), mayObject: z.boolean(),
});
export type PublicationView = z.infer<typeof published>;

const claiming = base.errors({
  /** The cycle is closed, or the day lies outside of it. */
  NOT_IN_CYCLE: { status: 409, data: z.object({ from: civilDate, to: civilDate }) },
  /** The pledge is not confirmed. */
  PLEDGE_NOT_CONFIRMED: { status: 409 },
  /** The photo is evidence of another claim already. */
  PHOTO_REUSED: { status: 409 },
});
const onEntry = base.errors({ ENTRY_STAGE: { status: 409 } });
const pledging = base.errors({ PLEDGE_WINDOW: { status: 409, data: z.object({ from: civilDate, to: civilDate }) }, PLEDGE_COUNT: { status: 409, data: z.object({ min: z.int(), max: z.int() }) } });
const onBranch = base.errors({ CYCLE_STAGE: { status: 409 } });

export const pointsContract = {
  /** The caller's own year; their branch's cycle unless named. */
  mine: base.input(z.object({ cycle: cycle.optional(), after: cursor })).output(memberYear.extend({ cycles: z.array(cycle) })),
  /** What of the caller's year waits for them: a question, a pledge that came back, pledges to be made. Light: the home page asks it. */
  waiting: base.output(z.object({ items: z.array(duty) })),
  /** Another member's year, for the branch's committee and the town's Party office. */
  member: base.input(z.object({ personId: id, cycle: cycle.optional(), after: cursor })).output(memberYear),
  entry: base.input(z.object({ entryId: id })).output(entry),
  /** What can be claimed and recorded this cycle, with what is left under each cap for the caller. */
  items: base.input(z.object({ village: villageCode.optional() })).output(z.object({ cycle, from: civilDate, to: civilDate, items: z.array(item), vetoes: z.array(z.object({ id: z.string(), name: z.string() })), pledgeTypes: z.array(z.enum(PLEDGE_TYPES)) })),

  /** Makes a pledge, or changes one that was returned (PTY-04). */
  pledge: pledging.input(z.object({ requestId, pledgeId: id.optional(), type: z.enum(PLEDGE_TYPES), text: line, target: z.int().min(1).max(999), unit: z.string().max(10), due: civilDate })).output(pledge),
  withdrawPledge: pledging.input(z.object({ requestId, pledgeId: id })).output(done),
  /** The branch confirms or returns (PTY-04). */
  decidePledge: base.errors({ PLEDGE_STAGE: { status: 409 } }).input(z.object({ requestId, personId: id, cycle, pledgeId: id, decision: z.discriminatedUnion('kind', [z.object({ kind: z.literal('CONFIRMED') }), z.object({ kind: z.literal('RETURNED'), reason: freeText })]) })).output(pledge),

  /** A deed for a pledge or a listed item: a pending entry, never points (PTY-05). */
  claim: claiming.input(z.object({
    requestId, on: civilDate, item: z.string().max(40), pledgeId: id.optional(), amount: z.int().min(1).max(999).optional(), text: freeText,
    beneficiaries: z.int().min(0).max(100_000).optional(), place: point.extend({ name: z.string().max(60) }).optional(), attachments: attachments.optional(),
  })).output(entry),
  /** Answers what the verifier asked (BUR-02). */
  answerAsked: onEntry.input(z.object({ requestId, entryId: id, text: freeText })).output(entry),
  withdrawClaim: onEntry.input(z.object({ requestId, entryId: id })).output(entry),
  /** What the branch enters of one or several members: a deduction, or a listed item (PTY-08); another person approves it. */
  record: claiming.input(z.object({ requestId, village: villageCode, on: civilDate, item: z.string().max(40), people: z.array(id).min(1).max(15), text: freeText })).output(z.object({ entryIds: z.array(id) })),

  /** What waits for the branch's eyes, oldest first. */
  queue: base.input(z.object({ village: villageCode, step: z.enum(['CHECK', 'APPROVE', 'APPEAL']), after: cursor })).output(z.object({ items: z.array(entry), next: z.string().optional() })),
  /** What was sent up to the town's Party office, and the appeals of its branches, which either may decide. */
  queueAbove: base.input(z.object({ town: z.string().regex(/^\d{9}$/), step: z.enum(['ABOVE', 'APPEAL']), after: cursor })).output(z.object({ items: z.array(entry), next: z.string().optional() })),
  /** Pledges that wait for the branch. */
  pledgesWaiting: base.input(z.object({ village: villageCode, after: cursor })).output(z.object({ items: z.array(z.object({ personId: id, name: z.string(), group: z.string().optional(), category, pledge, own: z.boolean() })), next: z.string().optional() })),
  /** First eyes (PTY-06): facts are right, asked once for more, or refused with the reason. */
  check: onEntry.input(z.object({ requestId, entryId: id, verdict: z.discriminatedUnion('kind', [z.object({ kind: z.literal('RIGHT') }), z.object({ kind: z.literal('ASK'), text: freeText }), z.object({ kind: z.literal('REFUSE'), reason: freeText })]) })).output(entry),
  /** Second eyes (PTY-06): posts or refuses. */
  approve: onEntry.input(z.object({ requestId, entryId: id, verdict: z.discriminatedUnion('kind', [z.object({ kind: z.literal('POST') }), z.object({ kind: z.literal('REFUSE'), reason: freeText })]) })).output(entry),
  /** Second eyes for the secretary's own: the town's Party office (PTY-06). */
  approveAbove: onEntry.input(z.object({ requestId, entryId: id, verdict: z.discriminatedUnion('kind', [z.object({ kind: z.literal('POST') }), z.object({ kind: z.literal('REFUSE'), reason: freeText })]) })).output(entry),
  /** Takes a posted entry back by one that reverses it; it is recorded and goes the same two ways. */
  reverse: onEntry.input(z.object({ requestId, entryId: id, reason: freeText })).output(entry),
  /** Once an entry (PTY-14). */
  appeal: onEntry.errors({ TOO_LATE: { status: 409, data: z.object({ until: epochMs }) } }).input(z.object({ requestId, entryId: id, text: freeText })).output(entry),
  decideAppeal: onEntry.input(z.object({ requestId, entryId: id, upheld: z.boolean(), answer: freeText })).output(entry),

  /** The branch's list for its members: by name, never ranked (PTY-15, BUR-01). */
  branch: base.input(z.object({ village: villageCode, cycle: cycle.optional(), after: cursor })).output(branch),
  /** The town's branches: outcomes, no members' points (BUR-04). */
  branches: base.input(z.object({ town: z.string().regex(/^\d{9}$/), after: cursor })).output(z.object({ items: z.array(z.object({ village: villageCode, name: z.string(), cycle: cycle.optional(), settled: z.boolean(), published: z.array(z.int()), overdue: z.boolean() })), next: z.string().optional() })),
  /** Opens the cycle: the members are drawn from the roster, with a category proposed for each (PTY-02, 03). */
  openCycle: onBranch.input(z.object({ requestId, village: villageCode, cycle })).output(done),
  /** Puts a member in a category or group; after the categories are settled with the branch's decision (PTY-02). */
  setMember: onBranch.input(z.object({ requestId, village: villageCode, cycle, personId: id, category, group: line.optional(), decidedOn: civilDate.optional(), reason: line.optional() })).output(done),
  settleCategories: onBranch.input(z.object({ requestId, village: villageCode, cycle })).output(done),
  /** The branch's groups, where they are named; with a day, that it decided then to let its village see points, where the county allows it; null takes that back (PTY-15). */
  saveGroups: onBranch.input(z.object({ requestId, village: villageCode, groups: z.array(line).max(20).optional(), villageSees: civilDate.nullable().optional() })).output(done),
  /** A late joiner, or who comes from another branch: their year goes with them (PTY-01). */
  addMember: onBranch.input(z.object({ requestId, village: villageCode, cycle, personId: id, category, from: civilDate })).output(done),
  leaveBranch: onBranch.input(z.object({ requestId, village: villageCode, cycle, personId: id, on: civilDate, why: z.enum(LEFT_REASONS) })).output(done),
  candidates: base.input(z.object({ village: villageCode, name: z.string().max(40) })).output(z.object({ items: z.array(z.object({ personId: id, name: z.string(), born: z.int(), from: z.string().optional() })) })),

  /** 一票否决: the branch enters it, the town's Party office confirms, and either lifts it (PTY-09). */
  recordVeto: onBranch.input(z.object({ requestId, village: villageCode, cycle, personId: id, kind: z.string().max(40), decidedOn: civilDate, evidence: freeText })).output(done),
  decideVeto: onBranch.input(z.object({ requestId, personId: id, cycle, vetoId: id, decision: z.enum(['CONFIRMED', 'REFUSED', 'LIFTED']), reason: freeText.optional() })).output(done),
  vetoes: base.input(z.object({ town: z.string().regex(/^\d{9}$/) })).output(z.object({ items: z.array(z.object({ personId: id, name: z.string(), village: villageCode, cycle, veto })) })),

  /** Publishes the quarter to the branch's members (PTY-10). */
  publish: onBranch.errors({ TOO_EARLY: { status: 409, data: z.object({ from: civilDate }) } }).input(z.object({ requestId, village: villageCode, cycle, n: z.int().min(1).max(12) })).output(done),
  publications: base.input(z.object({ village: villageCode, cycle: cycle.optional() })).output(z.object({ items: z.array(published), due: z.object({ n: z.int(), by: civilDate }).optional() })),
  objectTo: onBranch.errors({ TOO_LATE: { status: 409, data: z.object({ until: epochMs }) } }).input(z.object({ requestId, village: villageCode, cycle, n: z.int(), about: id, text: freeText })).output(done),
  answerObjection: onBranch.input(z.object({ requestId, village: villageCode, cycle, n: z.int(), objectionId: id, answer: freeText })).output(done),
  /** Closes the cycle: nothing is posted any more but what an appeal brings; the next one begins at its base (PTY-03). */
  closeCycle: onBranch.errors({
    NOT_PUBLISHED: { status: 409 },
    /** Of the last publication: until when it is open to objection, and how many objections wait for an answer. */
    OBJECTIONS_OPEN: { status: 409, data: z.object({ until: epochMs, unanswered: z.int() }) },
  }).input(z.object({ requestId, village: villageCode, cycle })).output(done),

  /** A contact with linked households, and what was heard, in one step (LNS-03, 04, 06); with `pledgeId` it is a claim as well, nothing entered twice (BUR-03). */
  recordContact: claiming.input(z.object({
    requestId, mode: z.enum(CONTACT_MODES), purposes: z.array(z.enum(CONTACT_PURPOSES)).min(1), on: civilDate, households: z.array(id).min(1).max(20), summary: freeText.optional(),
    heard: z.object({ text: freeText, category: z.enum(CATEGORIES) }).optional(), pledgeId: id.optional(), item: z.string().max(40).optional(),
  })).output(z.object({ contactId: id, issueId: id.optional(), entryId: id.optional() })),
  /** What a village may see of its members: pledges and deeds, never points (PTY-15); points only where the county and the branch opened them. */
  village: base.input(z.object({ village: villageCode, after: cursor })).output(z.object({
    name: z.string(), cycle: cycle.optional(),
    members: z.array(z.object({ personId: id, name: z.string(), pledges: z.array(z.object({ text: z.string(), target: z.int(), unit: z.string(), done: z.int(), due: civilDate })), deeds: z.array(z.object({ on: civilDate, text: z.string() })), total: tenths.optional() })),
    next: z.string().optional(),
  })),
};
