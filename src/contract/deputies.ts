/**
 * The deputies as phones meet them: the public directory, contacts and opinions, the archive, the year's rating. The ballot
 * itself is cast through `voting`.
 */
import * as z from 'zod';
import { ENTERED_HEADINGS, HEADINGS } from '@/domain/deputies/archive';
import { COMPOSITE_PARTS, SCORE_MAX } from '@/domain/deputies/composite';
import { DEPUTY_LEVELS, MANDATE_ENDS } from '@/domain/deputies/congress';
import { CONTACT_MODES, CONTACT_PURPOSES, HOUSEHOLDS_MAX } from '@/domain/liaisons/contact';
import { CHANNELS, OPINION_STATES, REPLY_KINDS, VERDICTS } from '@/domain/deputies/opinion';
import { MEASURES, NOT_RATED } from '@/domain/deputies/round';
import { CATEGORIES } from '@/domain/issues/issue';
import { areaCode, attachments, base, civilDate, cursor, epochMs, fileView, freeText, id, requestId, villageCode } from './common';

const town = z.string().regex(/^\d{9}$/);
const line = z.string().max(120);
const grade = z.enum(['EXCELLENT', 'COMPETENT', 'BASIC', 'NOT_COMPETENT']);

const station = z.object({ id, name: z.string(), address: z.string(), hours: z.string(), phone: z.string().optional(), duty: z.string().optional() });
const constituency = z.object({ id, name: z.string(), level: z.enum(['TOWN', 'COUNTY']), areas: z.array(z.string()), roll: z.enum(['REGISTERED', 'RESIDENTS']), seats: z.int(), from: civilDate, to: civilDate.optional() });
const deputyCard = z.object({
  mandate: id,
  name: z.string(),
  level: z.enum(DEPUTY_LEVELS),
  term: z.string(),
  job: z.string(),
  constituency: z.string().optional(),
  group: z.string().optional(),
  stationId: id,
  hours: z.string().optional(),
  suspended: z.boolean(),
  /** It is the reader's own mandate. */
  own: z.boolean(),
  /** A link that ends soon; absent without a picture, and until its check let it pass (DEP-03, WX-09). */
  photo: z.string().optional(),
  /** For the office that set it: it waits for its check. */
  photoWaits: z.boolean(),
});
export type DeputyCard = z.infer<typeof deputyCard>;

const directory = z.object({
  town,
  name: z.string(),
  stations: z.array(station),
  constituencies: z.array(constituency),
  deputies: z.array(deputyCard),
  /** 1 is Monday (DEP-02). */
  receptionDow: z.int(),
});
export type DirectoryView = z.infer<typeof directory>;

const yearView = z.object({
  year: z.int(),
  households: z.int(),
  receptions: z.int(),
  meetings: z.object({ called: z.int(), came: z.int() }),
  counts: z.record(z.enum(HEADINGS), z.int()),
});
export type DeputyYearView = z.infer<typeof yearView>;

const reply = z.object({ at: epochMs, kind: z.enum(REPLY_KINDS), text: z.string(), by: z.string() });
/** A suggestion as everybody may read it: never who it came from. */
const suggestion = z.object({
  opinionId: id,
  title: z.string(),
  state: z.enum(OPINION_STATES),
  unit: z.string().optional(),
  assignedOn: civilDate.optional(),
  replyBy: epochMs.optional(),
  replies: z.array(reply),
  verdicts: z.array(z.enum(VERDICTS)),
  changedAt: epochMs,
});
export type SuggestionView = z.infer<typeof suggestion>;

const counts = z.object({ eligible: z.int(), present: z.int(), S: z.int(), B: z.int(), N: z.int(), U: z.int() });
const outcome = z.object({
  /** HIDDEN: too few ballots to show anything (DEP-21) · TOO_FEW: it does not count (DEP-14). */
  verdict: z.enum(['HIDDEN', 'TOO_FEW', 'NO_RESULT', 'RATED']),
  needed: z.int(),
  percentTenths: z.int().optional(),
  rate: z.object({ numerator: z.int(), denominator: z.int() }).optional(),
  interval: z.object({ fromTenths: z.int(), toTenths: z.int() }).optional(),
  scoreTenths: z.int().optional(),
  suggested: grade.optional(),
  counts: counts.optional(),
});
export type RatingView = z.infer<typeof outcome>;

/** The composite with its parts, where the county uses one (DEP-18). */
const composite = z.object({ scoreTenths: z.int(), parts: z.array(z.object({ part: z.enum(COMPOSITE_PARTS), weight: z.int(), tenths: z.int() })), reason: z.string() });
export type CompositeView = z.infer<typeof composite>;
const scores = z.object({ performance: z.int().min(0).max(SCORE_MAX).optional(), presidium: z.int().min(0).max(SCORE_MAX).optional(), reason: freeText });

const confirmed = z.object({ grade: grade.optional(), reason: z.string().optional(), composite: composite.optional(), measures: z.array(z.enum(MEASURES)), rectifyBy: civilDate.optional(), at: epochMs, by: z.string() });
const published = z.object({ year: z.int(), boxId: id, publishedAt: epochMs, rating: outcome, confirmed, feedbackBy: epochMs });

const deputyPage = z.object({
  deputy: deputyCard,
  town,
  townName: z.string(),
  station: station.optional(),
  /** Only with the deputy's own consent (LNS-05). */
  phone: z.string().optional(),
  year: yearView,
  suggestions: z.array(suggestion),
  /** What can be read out at the door: meetings, trainings, reports, honours; contacts stand in figures only. */
  entries: z.array(z.object({ heading: z.enum(HEADINGS), on: civilDate, title: z.string(), came: z.boolean() })),
  ratings: z.array(published),
  /** Years whose rating was set aside since its ballots did not add up. */
  setAside: z.array(z.object({ year: z.int(), reason: z.string() })),
});
export type DeputyPageView = z.infer<typeof deputyPage>;

const opinion = z.object({
  opinionId: id,
  text: z.string(),
  /** Photos and the voice note, for who may read the words themselves. */
  photos: z.array(fileView),
  voice: fileView.optional(),
  at: epochMs,
  state: z.enum(OPINION_STATES),
  open: z.boolean(),
  deputy: z.string().optional(),
  /** The name of who sent it; for who answers it. */
  from: z.string().optional(),
  answer: z.string().optional(),
  channel: z.enum(CHANNELS).optional(),
  issueId: id.optional(),
  sortBy: epochMs.optional(),
  suggestion: suggestion.optional(),
  /** The second reply did not satisfy either: the ways of the law are left (DEP-08). */
  lawfulWays: z.boolean(),
  may: z.array(z.enum(['SORT', 'ASSIGN', 'REPLY', 'JUDGE'])),
});
export type OpinionView = z.infer<typeof opinion>;

const ownContact = z.object({
  entryId: id,
  on: civilDate,
  mode: z.enum(CONTACT_MODES),
  purposes: z.array(z.enum(CONTACT_PURPOSES)),
  households: z.int(),
  with: z.array(id),
  summary: z.string().optional(),
});
export type OwnContact = z.infer<typeof ownContact>;

const course = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('EXPLAINED'), answer: freeText }),
  /** `text`: what was only spoken, written down for the village; whose voice it is stays with who sorts. */
  z.object({ kind: z.literal('ISSUE'), village: villageCode, category: z.enum(CATEGORIES), text: freeText.optional() }),
  z.object({ kind: z.literal('SUGGESTION'), title: line }),
  z.object({ kind: z.literal('CHANNEL'), channel: z.enum(CHANNELS) }),
]);
export type CourseInput = z.infer<typeof course>;

const roundItem = z.object({
  mandate: id,
  name: z.string(),
  constituency: z.string().optional(),
  why: z.enum(NOT_RATED).optional(),
  boxId: id.optional(),
  /** Known once the box is counted. */
  rating: outcome.optional(),
  proposed: z.array(z.enum(MEASURES)),
  confirmed: confirmed.optional(),
  /** Its ballots do not add up, and nothing is counted of it (VOTE-12). */
  held: z.boolean(),
  /** What the presidium said when it set the rating aside. */
  reason: z.string().optional(),
});
const round = z.object({
  town,
  townName: z.string(),
  year: z.int(),
  rollShownAt: epochMs,
  opensAt: epochMs,
  closesAt: epochMs,
  publishedAt: epochMs.optional(),
  /** Percents of the voters’, the performance and the presidium’s score; absent where the voters’ stands alone (DEP-18). */
  composite: z.tuple([z.int(), z.int(), z.int()]).optional(),
  items: z.array(roundItem),
});
export type RoundView = z.infer<typeof round>;
export type RoundItemView = z.infer<typeof roundItem>;

const entering = base.errors({ DIRECTORY_PROBLEM: { status: 422, data: z.object({ problem: z.string() }) } });
/** `SUSPENDED`: 暂停执行职务 (代表法 art. 61). */
const onOpinion = base.errors({ OPINION_STAGE: { status: 409 }, SUSPENDED: { status: 403 } });
const done = z.object({ done: z.literal(true) });

export const deputiesContract = {
  /** The towns that have a directory. */
  towns: base.output(z.object({ items: z.array(z.object({ town, name: z.string() })), own: town.optional() })),
  /** Stations, constituencies and deputies of a town, for everybody (DEP-01..03); in the order of names. */
  directory: base.input(z.object({ town })).output(directory),
  /** One deputy and their year (DEP-03, 09). The year is the current one unless named. */
  deputy: base.input(z.object({ town, mandate: id, year: z.int().min(2000).max(2100).optional() })).output(deputyPage),

  /** Whom of a village's roster a mandate may be entered for: by the whole name, since nobody's roster is leafed through here. */
  candidates: base.input(z.object({ village: villageCode, name: z.string().max(40) })).output(z.object({ items: z.array(z.object({ personId: id, name: z.string(), born: z.int() })) })),
  saveStation: entering.input(z.object({ requestId, town, stationId: id.optional(), name: line, address: line, hours: line, phone: z.string().max(20).optional(), duty: z.string().max(300).optional() })).output(z.object({ stationId: id })),
  /** Enters a constituency; with `replaces` the one before ends the day before (DEP-01). */
  saveConstituency: entering.input(z.object({ requestId, town, name: line, level: z.enum(['TOWN', 'COUNTY']), areas: z.array(areaCode).min(1).max(30), roll: z.enum(['REGISTERED', 'RESIDENTS']), seats: z.int(), from: civilDate, replaces: id.optional() })).output(z.object({ constituencyId: id })),
  /** Enters a deputy's mandate; the person then has the role of a deputy. */
  saveDeputy: entering.input(z.object({ requestId, town, personId: id, level: z.enum(DEPUTY_LEVELS), term: z.string().max(20), constituencyId: id.optional(), group: line.optional(), stationId: id, job: line, hours: line.optional(), from: civilDate })).output(z.object({ mandate: id })),
  /** Suspends, takes up again, or ends a mandate (代表法 arts. 61, 62). */
  setStanding: base.input(z.object({ requestId, town, mandate: id, standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('SUSPENDED'), from: civilDate }),
    z.object({ kind: z.literal('RESUMED'), from: civilDate }),
    z.object({ kind: z.literal('ENDED'), last: civilDate, why: z.enum(MANDATE_ENDS) }),
  ]) })).output(done),
  /**
   * Sets a deputy's picture in place of another, or takes it away where none is given (DEP-03). Only with the deputy's own
   * consent (SAF-07).
   */
  setPhoto: base.errors({ PHOTO_REFUSED: { status: 422 } }).input(z.object({ requestId, town, mandate: id, photo: z.object({ uploadId: requestId, fileId: id, consent: z.literal(true) }).optional() })).output(done),
  /** What the presidium adds to the archive of one or of many (DEP-09). `forum`: a group's activity that was the voters' forum (DEP-02). */
  addEntry: base.input(z.object({ requestId, town, heading: z.enum(ENTERED_HEADINGS), on: civilDate, title: line, mandates: z.array(id).min(1).max(100), absent: z.array(id).max(100), forum: z.boolean().optional() })).output(done),

  /** A contact, and what was heard, in one step (LNS-03, 04, DEP-05, 06). */
  record: base.input(z.object({
    requestId, town, mandate: id, mode: z.enum(CONTACT_MODES), purposes: z.array(z.enum(CONTACT_PURPOSES)).min(1), on: civilDate,
    households: z.int().min(0).max(HOUSEHOLDS_MAX), with: z.array(id).max(HOUSEHOLDS_MAX).optional(), summary: freeText.optional(), heard: z.object({ text: freeText, course: course.optional() }).optional(),
  })).output(z.object({ opinionId: id.optional(), issueId: id.optional() })),
  /** A deputy's own contacts with what they noted, newest first; for nobody else (DEP-05). */
  contacts: base.input(z.object({ town, mandate: id, after: cursor })).output(z.object({ items: z.array(ownContact), next: z.string().optional() })),
  /** The households that a deputy keeps in touch with, and how many are usual (DEP-04). */
  households: base.input(z.object({ town, mandate: id })).output(z.object({ items: z.array(z.object({ householdId: id, number: z.string(), head: z.string(), village: z.string(), address: z.string() })), usual: z.object({ min: z.int(), max: z.int() }) })),
  /** Opinions: a deputy's own, or a town's for its station and presidium. */
  opinions: base.input(z.object({ town, mandate: id.optional(), open: z.boolean(), after: cursor })).output(z.object({ items: z.array(opinion), /** The reader is suspended: others do what waits. */ suspended: z.boolean(), next: z.string().optional() })),
  opinion: base.input(z.object({ opinionId: id })).output(opinion),
  /** 分类交办 (DEP-06). */
  sortOpinion: onOpinion.input(z.object({ requestId, opinionId: id, course })).output(opinion),
  /** A villager tells a deputy or the station something (DEP-12). */
  sendOpinion: base.input(z.object({ requestId, town, mandate: id.optional(), text: freeText, attachments: attachments.optional() })).output(z.object({ sortBy: epochMs })),
  myOpinions: base.output(z.object({ items: z.array(opinion) })),
  /** The presidium gives a suggestion to a unit, or returns it with the reason (DEP-07). */
  assign: onOpinion.input(z.object({ requestId, opinionId: id, to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('UNIT'), unit: z.string().max(40), complex: z.boolean() }),
    z.object({ kind: z.literal('RETURNED'), text: freeText }),
  ]) })).output(opinion),
  /** To whom a suggestion can be given. */
  units: base.input(z.object({ town })).output(z.object({ items: z.array(z.object({ unit: z.string(), name: z.string() })) })),
  /** Suggestions that wait for the reader's unit. */
  forUnit: base.output(z.object({ items: z.array(opinion) })),
  reply: onOpinion.input(z.object({ requestId, opinionId: id, kind: z.enum(REPLY_KINDS), text: freeText })).output(opinion),
  judge: onOpinion.input(z.object({ requestId, opinionId: id, verdict: z.enum(VERDICTS) })).output(opinion),

  /** Opens the year's round; every deputy whom it does not concern stands in it with the reason (DEP-10, 22). */
  openRound: base.errors({
    ROUND_EXISTS: { status: 409 },
    ROLL_TOO_SHORT: { status: 422, data: z.object({ earliest: civilDate }) },
    NOBODY_TO_RATE: { status: 422 },
  }).input(z.object({ requestId, town, year: z.int(), opensOn: civilDate.optional(), closesOn: civilDate.optional() })).output(z.object({ rated: z.int(), not: z.int() })),
  /** A town's round of a year; `rounds` lists the years. */
  round: base.input(z.object({ town, year: z.int() })).output(round),
  rounds: base.input(z.object({ town })).output(z.object({ items: z.array(z.object({ year: z.int(), opensAt: epochMs, closesAt: epochMs, publishedAt: epochMs.optional(), rated: z.int(), confirmed: z.int() })), year: z.int(), usual: z.object({ opensOn: civilDate, closesOn: civilDate }) })),
  /** The presidium confirms one result; what follows is decided by people (DEP-17). */
  confirm: base.errors({ NOT_COUNTED_YET: { status: 409 }, ROUND_PUBLISHED: { status: 409 } })
    .input(z.object({ requestId, town, year: z.int(), mandate: id, grade: grade.optional(), reason: freeText.optional(), measures: z.array(z.enum(MEASURES)), rectifyBy: civilDate.optional(), scores: scores.optional() })).output(done),
  /** The presidium sets a rating aside whose ballots do not add up, with a reason that everybody reads (VOTE-12). */
  setAside: base.errors({ COUNT_STANDS: { status: 409 }, ROUND_PUBLISHED: { status: 409 } }).input(z.object({ requestId, town, year: z.int(), mandate: id, reason: freeText })).output(done),
  /** Publishes the whole round with its counts; each deputy is told in writing (DEP-17). */
  publish: base.errors({ NOT_ALL_CONFIRMED: { status: 409, data: z.object({ left: z.int() }) }, ROUND_PUBLISHED: { status: 409 } })
    .input(z.object({ requestId, town, year: z.int() })).output(z.object({ publishedAt: epochMs })),
};
