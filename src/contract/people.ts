/** What a phone or a desk may ask of the `people` function: who am I, who answers for me, what is held about me. */
import * as z from 'zod';
import { ROLES } from '@/domain/people/roles';
import { areaCode, base, civilDate, contact, cursor, epochMs, freeText, id, requestId, villageCode } from './common';

const role = z.enum(ROLES);
const level = z.enum(['WEAK', 'VERIFIED']);

/** Who the phone acts for, and what the app should offer. */
const me = z.object({
  /** The server's time: phones' clocks are wrong, and the demo's can be moved. */
  now: epochMs,
  title: z.string(),
  county: z.string(),
  modules: z.record(z.string(), z.boolean()),
  /** Emergency numbers that stand first (EVT-10). */
  emergency: z.array(z.object({ number: z.string(), name: z.string() })),
  /** Where to call when nothing else works. */
  helpPhone: z.string().optional(),
  person: z.object({
    id,
    name: z.string(),
    level,
    village: z.object({ code: z.string(), name: z.string(), town: z.string() }),
    grid: z.object({ code: z.string(), name: z.string() }),
    roles: z.array(z.object({ role, area: z.string(), areaName: z.string(), standInFor: z.string().optional() })),
    /** Posts that have a desk here. */
    desks: z.array(z.object({ post: z.string(), duty: z.string(), area: z.string(), kind: z.enum(['GRID', 'VILLAGE', 'TOWN', 'DEPARTMENT', 'LEGAL', 'COUNTY']) })),
  }).optional(),
  /** The persons this phone may act for. */
  family: z.array(z.object({ id, name: z.string(), level, relation: z.enum(['SELF', 'FAMILY']), acting: z.boolean() })),
  /** An application that has not been answered yet. */
  applied: z.boolean(),
  unread: z.int(),
  /** What the phone's own limits are, from the county's settings. */
  limits: z.object({
    text: z.int(), step: z.int(), photos: z.int(), photoBytes: z.int(), voiceSeconds: z.int(), voiceBytes: z.int(),
  }),
  /** WeChat's templates of the messages that a report may bring, at most three; to be asked for when it is sent (WX-06). */
  messageTemplates: z.array(z.string()).max(3),
  /** Likewise for a matter that is raised or seconded. */
  consultTemplates: z.array(z.string()).max(3),
});
export type Me = z.infer<typeof me>;

/**
 * Whom the phone acts for after a change of its bindings; nobody when it is a visitor's. The phone then asks `me`: what
 * `me` reads would take a change past eight store operations.
 */
const standing = z.object({ person: z.object({ id, name: z.string(), level }).optional() });
export type Standing = z.infer<typeof standing>;

const binding = base.errors({
  /** One answer for wrong, unknown and not unique, so that nobody can ask who lives here. */
  NO_MATCH: { status: 404, data: z.object({ triesLeft: z.int() }) },
  TOO_MANY_TRIES: { status: 429, data: z.object({ next: epochMs }) },
  /** Another account is this person already; both sides are told (architecture section 4). */
  ALREADY_BOUND: { status: 409 },
  CODE_EXPIRED: { status: 410 },
});

const contactCard = contact.extend({
  personId: id.optional(),
  line: z.enum(['PARTY', 'DEPUTY', 'HEAD', 'GRID', 'VILLAGE', 'TOWN']),
  hours: z.string().optional(),
  station: z.string().optional(),
  standInFor: z.string().optional(),
  /** The post has no holder; `next` says who answers meanwhile. */
  vacant: z.boolean(),
  next: z.string().optional(),
  /** A deputy's own page (DEP-03). */
  deputy: z.object({ town: z.string(), mandate: id }).optional(),
});
export type ContactCard = z.infer<typeof contactCard>;

const personRow = z.object({
  id,
  name: z.string(),
  sex: z.enum(['F', 'M']),
  age: z.int(),
  idMasked: z.string(),
  phoneMasked: z.string().optional(),
  grid: z.string(),
  gridName: z.string(),
  household: z.object({ id, number: z.string(), address: z.string() }),
  status: z.enum(['ACTIVE', 'MOVED_AWAY', 'DECEASED']),
  bound: level.optional(),
  roles: z.array(z.object({ role, area: z.string(), from: civilDate, to: civilDate.optional() })),
});
export type PersonRow = z.infer<typeof personRow>;

/** What the server calls a phone that acts for a relative; sealed, so another one with every answer. */
const phoneRef = z.string().min(1).max(300);
/** A phone that may act for a relative, by its owner's name; that is empty where the phone is nobody's own. */
const familyPhone = z.object({ ref: phoneRef, name: z.string(), at: epochMs });
export type FamilyPhone = z.infer<typeof familyPhone>;

const personInput = z.object({
  name: z.string().max(40),
  idNumber: z.string().max(30),
  phone: z.string().max(30).optional(),
  /** An existing household, or a new one in this grid. */
  household: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('EXISTING'), id }),
    z.object({ kind: z.literal('NEW'), grid: areaCode, number: z.string().max(30), address: z.string().max(100) }),
  ]),
});

const onPerson = base.errors({
  /** The ID number is already on the roster, in this village or another (named). */
  PERSON_EXISTS: { status: 409, data: z.object({ village: z.string() }) },
  /** The person holds open matters or posts; hand them over first. */
  HOLDS_POSTS: { status: 409, data: z.object({ posts: z.array(z.string()) }) },
});

export const peopleContract = {
  me: base.output(me),
  /**
   * Weak binding: name and the last four of the ID number, within the county. As `FAMILY` only a member of the household
   * of the phone's own person can be found. (A procedure cannot be called `bind`: the client is a function.)
   */
  bindByName: binding.input(z.object({ requestId, name: z.string().max(40), idLast4: z.string().max(8), relation: z.enum(['SELF', 'FAMILY']) })).output(standing),
  /** Verified binding by a code that one officer issued and another confirmed. */
  bindByCode: binding.input(z.object({ requestId, code: z.string().max(20), relation: z.enum(['SELF', 'FAMILY']) })).output(standing),
  /** Verified binding by the phone number WeChat vouches for; `phoneCode` is WeChat's one-time code. */
  bindByPhone: binding.input(z.object({ requestId, phoneCode: z.string().max(200), name: z.string().max(40), relation: z.enum(['SELF', 'FAMILY']) })).output(standing),
  /** Also takes up a person whom an officer, or the phone before, made over to this account. */
  actFor: base.input(z.object({ personId: id })).output(standing),
  unbind: base.input(z.object({ requestId, personId: id })).output(standing),
  /** Phones of others that may act for the caller, and the end of that; asked on the caller's own phone. */
  familyPhones: base.output(z.object({ items: z.array(familyPhone) })),
  endFamilyPhone: base.input(z.object({ requestId, ref: phoneRef })).output(z.object({ done: z.boolean() })),
  /** The bound person says that the other account is not theirs, or lets a new phone take over. */
  answerClaim: base.input(z.object({ requestId, claimId: id, allow: z.boolean() })).output(standing),
  claims: base.output(z.object({ items: z.array(z.object({ claimId: id, at: epochMs, person: z.string(), level })) })),
  /** Not on the roster: ask to be put on it. */
  apply: base.input(z.object({ requestId, name: z.string().max(40), village: villageCode, phone: z.string().max(30).optional(), text: freeText })).output(z.object({ applicationId: id })),

  /** The three lines and the grid chain of the household (LNS-05). */
  contacts: base.output(z.object({ lines: z.array(contactCard), chain: z.array(contactCard), household: z.string(), helpPhone: z.string().optional() })),
  /** Villages and grids to choose from, for a visitor or another place (GRD-12). */
  places: base.input(z.object({ town: areaCode.optional(), village: villageCode.optional() })).output(z.object({
    towns: z.array(z.object({ code: z.string(), name: z.string() })),
    villages: z.array(z.object({ code: z.string(), name: z.string() })),
    grids: z.array(z.object({ code: z.string(), name: z.string(), level: z.int() })),
  })),

  /** 我的信息 (PRV-06): what is held about me. */
  myData: base.output(z.object({
    held: z.array(z.object({ label: z.string(), value: z.string(), why: z.string(), until: z.string() })),
    /** Everything as JSON, for the copy a person may take away. */
    copy: z.string(),
    readers: z.array(z.object({ at: epochMs, who: z.string(), what: z.string() })),
    processor: z.string(),
  })),
  /** Ask for a correction, a deletion, or an explanation; answered within the settings' working days. */
  askRights: base.input(z.object({ requestId, kind: z.enum(['CORRECT', 'DELETE', 'EXPLAIN']), text: freeText })).output(z.object({ answerBy: epochMs })),
  /** Removes the account: bindings, drafts, inbox. The roster entry stays; what was reported stays with its record. */
  deleteAccount: base.input(z.object({ requestId })).output(z.object({ deleted: z.boolean() })),
  /** BUR-06: what is wrong with the app itself. */
  sendFeedback: base.input(z.object({ requestId, text: freeText })).output(z.object({ answerBy: epochMs })),
  myRequests: base.output(z.object({ items: z.array(z.object({ kind: z.string(), text: z.string(), at: epochMs, answerBy: epochMs, answer: z.string().optional(), answeredAt: epochMs.optional() })) })),

  /* --- officers --- */
  search: base.input(z.object({ village: villageCode, name: z.string().max(40).optional(), grid: areaCode.optional(), after: cursor })).output(z.object({ items: z.array(personRow), next: z.string().optional() })),
  /** With the relatives' phones that may act for the person, for whoever may end that. */
  person: base.input(z.object({ personId: id })).output(personRow.extend({ familyPhones: z.array(familyPhone).optional() })),
  addPerson: onPerson.input(personInput.extend({ requestId, village: villageCode, reason: z.enum(['BORN', 'MARRIED_IN', 'MOVED_IN', 'MISSED']) })).output(personRow),
  correctPerson: onPerson.input(z.object({ requestId, personId: id, name: z.string().max(40).optional(), idNumber: z.string().max(30).optional(), phone: z.string().max(30).optional(), reason: freeText })).output(z.object({ done: z.boolean() })),
  moveHousehold: onPerson.input(z.object({ requestId, personId: id, household: personInput.shape.household, village: villageCode })).output(personRow),
  leave: onPerson.input(z.object({ requestId, personId: id, kind: z.enum(['MOVED_AWAY', 'DECEASED']), on: civilDate })).output(personRow),
  /** One step for a lost phone. */
  unbindLost: base.input(z.object({ requestId, personId: id })).output(z.object({ done: z.boolean() })),
  /** A relative's phone no longer acts for somebody who has no phone to end it by (A11Y-09). */
  endFamilyPhoneFor: base.input(z.object({ requestId, personId: id, ref: phoneRef })).output(z.object({ done: z.boolean() })),
  issueCode: base.input(z.object({ requestId, personId: id })).output(z.object({ codeId: id, needsConfirmBy: z.string(), expiresAt: epochMs })),
  codesToConfirm: base.output(z.object({ items: z.array(z.object({ codeId: id, person: z.string(), issuedBy: z.string(), at: epochMs, expiresAt: epochMs })) })),
  /** The second officer's confirmation; the code is shown to them once, to be handed over in person. */
  confirmCode: base.errors({ CODE_EXPIRED: { status: 410 } }).input(z.object({ requestId, codeId: id })).output(z.object({ code: z.string(), person: z.string(), expiresAt: epochMs })),
  applications: base.input(z.object({ village: villageCode, after: cursor })).output(z.object({ items: z.array(z.object({ applicationId: id, name: z.string(), phoneMasked: z.string().optional(), text: z.string(), at: epochMs })), next: z.string().optional() })),
  /** With `personId` the applicant's account is made over to that person (weakly); without, the answer says what to do. */
  answerApplication: onPerson.input(z.object({ requestId, applicationId: id, accept: z.boolean(), text: freeText, personId: id.optional() })).output(z.object({ done: z.boolean() })),
  /** Rights requests and feedback that wait for an answer. */
  requests: base.input(z.object({ area: areaCode.optional(), after: cursor })).output(z.object({ items: z.array(z.object({ requestId: id, kind: z.string(), text: z.string(), from: z.string(), at: epochMs, answerBy: epochMs })), next: z.string().optional() })),
  answerRequest: base.input(z.object({ requestId, id, text: freeText })).output(z.object({ done: z.boolean() })),
};
