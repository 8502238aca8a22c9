/**
 * What people tell a deputy or a station, and what becomes of it (DEP-06..08): explained at once, a matter of the village, a
 * suggestion to a unit through the presidium, or a way of the law that is not here. Deputies pass on; they never handle
 * problems themselves (不直接处理问题).
 */
import type { TownCode, VillageCode } from '../areas/code';
import { addCivilDays, addCivilMonths, civilDateOf, DAY_MS, endOfDay, HOUR_MS } from '../basics/civil-time';
import { exhaustive } from '../basics/exhaustive';
import type { AccountId, CivilDate, EpochMs, FileId, IssueId, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { PostKey } from '../grid/posts';
import type { DeputySettings, PrivacySettings } from '../settings/policy-settings';

/**
 * HEARD: to be sorted · EXPLAINED, ISSUE, CHANNEL: sorted, done with here · PROPOSED: a suggestion, at the presidium ·
 * DECLINED: returned with the reason · ASSIGNED: with a unit · REPLIED: to be judged by the deputy · AGAIN: with the unit once
 * more · SETTLED: judged.
 */
export const OPINION_STATES = ['HEARD', 'EXPLAINED', 'ISSUE', 'CHANNEL', 'PROPOSED', 'DECLINED', 'ASSIGNED', 'REPLIED', 'AGAIN', 'SETTLED'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/** 满意, 基本满意, 不满意 (DEP-08). */
export const VERDICTS = ['SATISFIED', 'FAIR', 'UNSATISFIED'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Ways of the law that an opinion can belong to (DEP-06 d). */
export const CHANNELS = ['PETITION', 'COURT', 'RECONSIDERATION', 'DISCIPLINE', 'POLICE'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a unit did: done, planned, or cannot, with the reason (代表法 art. 51). */
export const REPLY_KINDS = ['DONE', 'PLANNED', 'CANNOT'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

export interface Reply {
  readonly at: EpochMs;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly by: string;
}

/** What was sent with an opinion. */
export interface OpinionFiles {
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
  readonly voiceSeconds?: number;
  /** The `uploads` document, for the media check's later answer. */
  readonly uploads: readonly string[];
  readonly shownFiles: readonly FileId[];
}

export interface Opinion {
  readonly _id: string;
  readonly town: TownCode;
  /** The deputy who heard it, or to whom it was sent; absent for one sent to the station. */
  readonly mandate?: string;
  readonly deputyId?: PersonId;
  readonly deputyName?: string;
  /** Who sent it through the app; absent for what was heard. */
  readonly from?: { readonly account: AccountId; readonly personId: PersonId; readonly name: string; readonly village: VillageCode };
  /** Empty where it was only spoken. */
  readonly text: string;
  readonly files?: OpinionFiles;
  readonly at: EpochMs;
  readonly state: OpinionState;
  /** Somebody has still something to do with it. */
  readonly open: boolean;
  /** What the person who said it is answered. */
  readonly answer?: string;
  readonly issueId?: IssueId;
  readonly channel?: Channel;
  readonly suggestion?: Suggestion;
  /** It became a suggestion; what the directory looks for. */
  readonly proposed?: true;
  /** Who has still to be told of what; the clock writes the notices. */
  readonly untold?: readonly OpinionTelling[];
  readonly tellAt?: EpochMs;
  /** When the clock looks at it next; absent when it never will. */
  readonly dueAt?: EpochMs;
  readonly changedAt: EpochMs;
  /** When it is removed, as far as it is not a deputy's suggestion (PRV-10); set once it has ended. */
  readonly forgetAt?: EpochMs;
  /** What it was is removed; its public part has no end. */
  readonly forgotten?: true;
}

export interface Suggestion {
  /** What the public reads of it. */
  readonly title: string;
  readonly post?: PostKey;
  readonly unitName?: string;
  readonly complex?: boolean;
  readonly assignedOn?: CivilDate;
  /** The limit in force: of the law, or of the re-handling. */
  readonly replyBy?: EpochMs;
  readonly replies: readonly Reply[];
  readonly verdicts: readonly Verdict[];
}

/** DEP-08: one re-handling, within so many days. */
export const AGAIN_DAYS = 30;
/** So long a deputy has to judge a reply; what they do not, since they left or fell ill, the presidium brings to its end. [DEF] */
export const JUDGE_DAYS = 30;
/** SENDER: who sent it through the app. UNIT: the post it was given to. */
export interface OpinionTelling {
  readonly to: 'SENDER' | 'DEPUTY' | 'STATION' | 'PRESIDIUM' | 'UNIT';
  readonly kind: OpinionNoticeKind;
}

export const OPINION_NOTICE_KINDS = [
  'OPINION_NEW', 'OPINION_UNSORTED', 'OPINION_ANSWERED', 'OPINION_PASSED_ON', 'SUGGESTION_NEW', 'SUGGESTION_RETURNED', 'SUGGESTION_ASSIGNED',
  'SUGGESTION_GIVEN_TO_YOU', 'SUGGESTION_AT_75', 'SUGGESTION_AT_90', 'SUGGESTION_OVERDUE', 'SUGGESTION_REPLIED', 'SUGGESTION_AGAIN', 'SUGGESTION_SETTLED',
] as const;
export type OpinionNoticeKind = (typeof OPINION_NOTICE_KINDS)[number];

export type OpinionRefusal = 'OPINION_STAGE';

export type Course =
  | { readonly kind: 'EXPLAINED'; readonly answer: string }
  | { readonly kind: 'ISSUE'; readonly issueId: IssueId }
  | { readonly kind: 'SUGGESTION'; readonly title: string }
  | { readonly kind: 'CHANNEL'; readonly channel: Channel };

/** 分类交办 (DEP-06). */
export function sorted(opinion: Opinion, course: Course, now: EpochMs): Result<Opinion, OpinionRefusal> {
  if (opinion.state !== 'HEARD') return refused('OPINION_STAGE');
  const { dueAt: _sortBy, ...rest } = opinion;
  const done = { ...rest, changedAt: now, open: false };
  switch (course.kind) {
    case 'EXPLAINED':
      return ok(telling({ ...done, state: 'EXPLAINED', answer: course.answer }, now, { to: 'SENDER', kind: 'OPINION_ANSWERED' }));
    case 'ISSUE':
      return ok(telling({ ...done, state: 'ISSUE', issueId: course.issueId }, now, { to: 'SENDER', kind: 'OPINION_PASSED_ON' }));
    case 'CHANNEL':
      return ok(telling({ ...done, state: 'CHANNEL', channel: course.channel }, now, { to: 'SENDER', kind: 'OPINION_ANSWERED' }));
    case 'SUGGESTION':
      return ok(telling(
        { ...done, open: true, state: 'PROPOSED', proposed: true, suggestion: { title: course.title, replies: [], verdicts: [] } },
        now,
        { to: 'SENDER', kind: 'OPINION_PASSED_ON' },
        { to: 'PRESIDIUM', kind: 'SUGGESTION_NEW' },
      ));
    default:
      return exhaustive(course);
  }
}

/** The presidium returns it with the reason. */
export function declined(opinion: Opinion, answer: string, now: EpochMs): Result<Opinion, OpinionRefusal> {
  return opinion.state === 'PROPOSED' ? ok(telling({ ...opinion, state: 'DECLINED', open: false, answer, changedAt: now }, now, { to: 'DEPUTY', kind: 'SUGGESTION_RETURNED' }, { to: 'SENDER', kind: 'OPINION_ANSWERED' })) : refused('OPINION_STAGE');
}

/** The presidium assigns it to a unit: three months, six for what is wide or complex, by the calendar (DEP-07; 代表法 art. 51). */
export function assigned(opinion: Opinion, to: { readonly post: PostKey; readonly unitName: string; readonly complex: boolean }, settings: DeputySettings, now: EpochMs): Result<Opinion, OpinionRefusal> {
  if (opinion.state !== 'PROPOSED' || opinion.suggestion === undefined) return refused('OPINION_STAGE');
  const assignedOn = civilDateOf(now);
  const replyBy = endOfDay(addCivilMonths(assignedOn, settings.replyMonths[to.complex ? 1 : 0]));
  const given = timed({ ...opinion, state: 'ASSIGNED', changedAt: now, suggestion: { ...opinion.suggestion, ...to, assignedOn, replyBy } }, now, replyBy);
  return ok(telling(given, now, { to: 'UNIT', kind: 'SUGGESTION_GIVEN_TO_YOU' }, { to: 'DEPUTY', kind: 'SUGGESTION_ASSIGNED' }));
}

/** A unit's reply. A late one is taken as well: the answer is owed whatever the day. */
export function replied(opinion: Opinion, reply: Reply): Result<Opinion, OpinionRefusal> {
  const { suggestion } = opinion;
  if ((opinion.state !== 'ASSIGNED' && opinion.state !== 'AGAIN') || suggestion === undefined) return refused('OPINION_STAGE');
  const { dueAt: _limit, ...rest } = opinion;
  const after = { ...rest, state: 'REPLIED' as const, changedAt: reply.at, suggestion: { ...suggestion, replies: [...suggestion.replies, reply] } };
  return ok(telling(after, reply.at, { to: 'DEPUTY', kind: 'SUGGESTION_REPLIED' }, { to: 'PRESIDIUM', kind: 'SUGGESTION_REPLIED' }, { to: 'SENDER', kind: 'SUGGESTION_REPLIED' }));
}

/** The deputy judges a reply; 不满意 sends it back once, for thirty days. After the second reply it ends whatever they think (DEP-08). */
export function judged(opinion: Opinion, verdict: Verdict, now: EpochMs): Result<Opinion, OpinionRefusal> {
  const { suggestion } = opinion;
  if (opinion.state !== 'REPLIED' || suggestion === undefined) return refused('OPINION_STAGE');
  const verdicts = [...suggestion.verdicts, verdict];
  if (verdict !== 'UNSATISFIED' || suggestion.verdicts.length > 0) {
    return ok(telling({ ...opinion, state: 'SETTLED', open: false, changedAt: now, suggestion: { ...suggestion, verdicts } }, now, { to: 'UNIT', kind: 'SUGGESTION_SETTLED' }, { to: 'PRESIDIUM', kind: 'SUGGESTION_SETTLED' }));
  }
  const replyBy = endOfDay(addCivilDays(civilDateOf(now), AGAIN_DAYS));
  const again = timed({ ...opinion, state: 'AGAIN', changedAt: now, suggestion: { ...suggestion, verdicts, replyBy } }, now, replyBy);
  return ok(telling(again, now, { to: 'UNIT', kind: 'SUGGESTION_AGAIN' }, { to: 'PRESIDIUM', kind: 'SUGGESTION_AGAIN' }));
}

/** Whether the presidium judges a reply: nobody's deputy heard it, or the one who did has not judged it in time (DEP-08). */
export function isForPresidium({ deputyId, changedAt }: Pick<Opinion, 'deputyId' | 'changedAt'>, now: EpochMs): boolean {
  return deputyId === undefined || now >= changedAt + JUDGE_DAYS * DAY_MS;
}

/** Whether a second 不满意 leaves the ways of the law, which are then shown (DEP-08). */
export function endedUnsatisfied({ state, suggestion }: Opinion): boolean {
  return state === 'SETTLED' && suggestion?.verdicts.at(-1) === 'UNSATISFIED';
}

/** An opinion that has ended is kept for the county's years, by the calendar (PRV-10); one that is open has no such end. */
export function keptUntil(opinion: Opinion, { eventYears }: Pick<PrivacySettings, 'eventYears'>): Opinion {
  if (opinion.open) return opinion;
  return { ...opinion, forgetAt: endOfDay(addCivilMonths(civilDateOf(opinion.changedAt), Math.round(12 * eventYears))) };
}

/**
 * What stays of an opinion after its time: of a suggestion that a unit was given what the law makes public and the deputy's archive holds (代表法
 * arts. 51, 58), without who said it and how; of any other nothing.
 */
export function forgotten({ from: _from, files: _files, answer: _answer, forgetAt: _forgetAt, ...rest }: Opinion): Opinion | undefined {
  return rest.suggestion?.assignedOn === undefined ? undefined : { ...rest, text: '', forgotten: true };
}

/** What falls due at `now`: the opinion with who is to be told, and with its next moment. Every reminder once. */
export function reminded(opinion: Opinion, now: EpochMs): Opinion {
  const { dueAt, suggestion } = opinion;
  if (dueAt === undefined || now < dueAt) return opinion;
  const { dueAt: _past, ...rest } = opinion;
  // A deputy may have left meanwhile; the station sorts as well.
  if (opinion.state === 'HEARD') return telling(rest, now, ...(opinion.mandate === undefined ? [] : [{ to: 'DEPUTY' as const, kind: 'OPINION_UNSORTED' as const }]), { to: 'STATION', kind: 'OPINION_UNSORTED' });
  if (suggestion?.replyBy === undefined) return rest;
  const moments = momentsOf(opinion.changedAt, suggestion.replyBy);
  // After a long stop of the clock only the latest counts: three notices at once help nobody.
  const kind = [...moments].reverse().find(({ at }) => at <= now)?.kind;
  const next = moments.find(({ at }) => at > now)?.at;
  const waiting = { ...rest, ...(next === undefined ? {} : { dueAt: next }) };
  if (kind === undefined) return waiting;
  return telling(waiting, now, { to: 'UNIT', kind }, ...(kind === 'SUGGESTION_AT_75' ? [] : [{ to: 'PRESIDIUM' as const, kind }]));
}

/** A newly heard or sent opinion, with who is to sort it (LNS-04). */
export function heard(opinion: Omit<Opinion, 'state' | 'open' | 'changedAt'>, toEventHours: number): Opinion {
  const { at } = opinion;
  const fresh: Opinion = { ...opinion, state: 'HEARD', open: true, changedAt: at, dueAt: at + toEventHours * HOUR_MS };
  return opinion.from === undefined ? fresh : telling(fresh, at, { to: opinion.mandate === undefined ? 'STATION' : 'DEPUTY', kind: 'OPINION_NEW' });
}

function telling(opinion: Opinion, now: EpochMs, ...tell: readonly OpinionTelling[]): Opinion {
  const able = tell.filter(({ to }) => (to === 'SENDER' ? opinion.from !== undefined : to !== 'DEPUTY' || opinion.deputyId !== undefined));
  return able.length === 0 ? opinion : { ...opinion, untold: [...(opinion.untold ?? []), ...able], tellAt: now };
}

function timed(opinion: Opinion, now: EpochMs, replyBy: EpochMs): Opinion {
  return { ...opinion, open: true, dueAt: momentsOf(now, replyBy)[0]?.at ?? replyBy };
}

/** DEP-07: three quarters of the time, nine tenths, and all of it. */
function momentsOf(from: EpochMs, replyBy: EpochMs): readonly { readonly kind: OpinionNoticeKind; readonly at: EpochMs }[] {
  const after = (percent: number): EpochMs => from + Math.floor(((replyBy - from) * percent) / 100);
  return [{ kind: 'SUGGESTION_AT_75', at: after(75) }, { kind: 'SUGGESTION_AT_90', at: after(90) }, { kind: 'SUGGESTION_OVERDUE', at: replyBy }];
}
