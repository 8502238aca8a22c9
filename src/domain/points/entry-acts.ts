/**
 * What can be done with an entry (PTY-05, 06, 14, BUR-02): claimed by the member or recorded by the branch, looked at by two
 * other people, posted or refused once, reversed or appealed afterwards. Who may is the access table's; here stands what.
 */
import { addCivilDays, civilDateOf, endOfDay } from '../basics/civil-time';
import type { EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import { addWorkingDays, type CalendarTable } from '../basics/working-days';
import type { PartySettings } from '../settings/policy-settings';
import type { Entry, Eyes } from './entry';
import { isPending } from './sums';

/** What an act needs to know of the county. */
export interface ActSettings {
  readonly party: Pick<PartySettings, 'decideWorkdays' | 'appealDays' | 'appealWorkdays'>;
  readonly calendar: CalendarTable;
}

/** The entry is not at this step any more, or never was. */
export type StageRefusal = { readonly kind: 'ENTRY_STAGE' };
/** Nobody looks at their own, and nobody looks twice (PTY-06). */
export type EyesRefusal = { readonly kind: 'OWN_WORK' };

const STAGE: StageRefusal = { kind: 'ENTRY_STAGE' };

/** What everything that can become an entry has in common. */
export type Facts = Pick<Entry, '_id' | 'kind' | 'year' | 'personId' | 'name' | 'cycle' | 'branch' | 'town' | 'on' | 'item' | 'itemName' | 'tenths' | 'text' | 'photos' | 'uploads' | 'at' | 'by' | 'above'> &
  Partial<Pick<Entry, 'group' | 'pledge' | 'amount' | 'beneficiaries' | 'place' | 'contact' | 'reverses' | 'reason'>>;

/** A member's claim: it waits for the first pair of eyes. */
export function claimed(facts: Facts, settings: ActSettings): Entry {
  return { ...facts, state: 'CHECK', queue: 'CHECK', dueAt: decideBy(facts.at, settings), changedAt: facts.at };
}

/**
 * What the branch enters of a member: whoever enters it is the first pair of eyes, and somebody else approves it. What somebody
 * enters of themselves nobody has looked at yet: two others do, as at a claim (PTY-06).
 */
export function recorded(facts: Facts, first: Eyes, settings: ActSettings): Entry {
  if (first.by === facts.personId) return claimed(facts, settings);
  return { ...facts, first, state: 'APPROVE', queue: facts.above ? 'ABOVE' : 'APPROVE', dueAt: decideBy(facts.at, settings), changedAt: facts.at };
}

/** When whoever has an entry should have decided (PTY-06). */
function decideBy(from: EpochMs, { party, calendar }: ActSettings): EpochMs {
  return addWorkingDays(from, party.decideWorkdays, calendar).dueAt;
}

/** Everybody whose own work an entry is: the member, and whoever looked or entered it. Handed to the access table as `workOf`. */
export function workOf(entry: Pick<Entry, 'kind' | 'by' | 'first' | 'second' | 'refused'>): readonly PersonId[] {
  const { kind, by, first, second, refused: no } = entry;
  return [...new Set([...(kind === 'CLAIM' ? [] : [by]), ...[first, second, no].flatMap((eyes) => (eyes === undefined ? [] : [eyes.by]))])];
}

function isOwn(entry: Entry, eyes: Pick<Eyes, 'by'>): boolean {
  return eyes.by === entry.personId || workOf(entry).includes(eyes.by);
}

export type Verdict = { readonly kind: 'RIGHT' } | { readonly kind: 'ASK'; readonly text: string } | { readonly kind: 'REFUSE'; readonly reason: string };

/** First eyes: the facts are right, something is asked once with the reason (BUR-02), or it is refused. */
export function checked(entry: Entry, verdict: Verdict, eyes: Eyes, settings: ActSettings): Result<Entry, StageRefusal | EyesRefusal> {
  if (entry.state !== 'CHECK') return refused(STAGE);
  if (isOwn(entry, eyes)) return refused({ kind: 'OWN_WORK' });
  const changed = { ...entry, changedAt: eyes.at };
  switch (verdict.kind) {
    case 'RIGHT':
      return ok({ ...changed, first: eyes, state: 'APPROVE', queue: entry.above ? 'ABOVE' : 'APPROVE', dueAt: decideBy(eyes.at, settings) });
    case 'ASK': {
      // Once: what was answered is then decided on.
      if (entry.asked !== undefined) return refused(STAGE);
      const { queue: _queue, ...rest } = changed;
      return ok({ ...rest, state: 'ASKED', asked: { text: verdict.text, by: eyes.by, at: eyes.at } });
    }
    case 'REFUSE':
      return ok(refusedBy(changed, eyes, verdict.reason));
  }
}

function refusedBy(entry: Entry, eyes: Eyes, reason: string): Entry {
  const { queue: _queue, dueAt: _dueAt, ...rest } = entry;
  return { ...rest, state: 'REFUSED', refused: { ...eyes, reason }, changedAt: eyes.at };
}

/** The member's answer to what was asked; it goes back to the first pair of eyes. */
export function answered(entry: Entry, answer: string, now: EpochMs, settings: ActSettings): Result<Entry, StageRefusal> {
  if (entry.state !== 'ASKED' || entry.asked === undefined) return refused(STAGE);
  return ok({ ...entry, asked: { ...entry.asked, answer }, state: 'CHECK', queue: 'CHECK', dueAt: decideBy(now, settings), changedAt: now });
}

/** A claim taken back by the member before it was decided. What the branch recorded is not theirs to take back. */
export function withdrawn(entry: Entry, now: EpochMs): Result<Entry, StageRefusal> {
  if (entry.kind !== 'CLAIM' || !isPending(entry)) return refused(STAGE);
  return ok(ended(entry, 'WITHDRAWN', now));
}

/** Nobody decided before the cycle was closed. */
export function expired(entry: Entry, now: EpochMs): Result<Entry, StageRefusal> {
  return isPending(entry) ? ok(ended(entry, 'EXPIRED', now)) : refused(STAGE);
}

function ended(entry: Entry, state: 'WITHDRAWN' | 'EXPIRED', now: EpochMs): Entry {
  const { queue: _queue, dueAt: _dueAt, ...rest } = entry;
  return { ...rest, state, changedAt: now };
}

export type Approval = { readonly kind: 'POST' } | { readonly kind: 'REFUSE'; readonly reason: string };

/** Second eyes: posted or refused, once. */
export function approved(entry: Entry, verdict: Approval, eyes: Eyes): Result<Entry, StageRefusal | EyesRefusal> {
  if (entry.state !== 'APPROVE') return refused(STAGE);
  if (isOwn(entry, eyes)) return refused({ kind: 'OWN_WORK' });
  return ok(verdict.kind === 'POST' ? posted({ ...entry, second: eyes }, eyes.at) : refusedBy(entry, eyes, verdict.reason));
}

function posted(entry: Entry, now: EpochMs): Entry {
  const { queue: _queue, dueAt: _dueAt, ...rest } = entry;
  return { ...rest, state: 'POSTED', changedAt: now };
}

/** Whether a posted entry can be taken back: once, and a reversal itself never. While it is appealed, the appeal decides. */
export function isReversible({ state, kind, reversedBy, appeal }: Pick<Entry, 'state' | 'kind' | 'reversedBy' | 'appeal'>): boolean {
  return state === 'POSTED' && kind !== 'REVERSAL' && reversedBy === undefined && appeal?.state !== 'OPEN';
}

interface Made {
  readonly _id: string;
  readonly by: PersonId;
  readonly at: EpochMs;
  readonly reason: string;
}

/** The facts of the entry that takes another back: the same item with the sign turned, on the day of the original. */
export function reversalOf(entry: Entry, made: Made): Result<Facts, StageRefusal> {
  return isReversible(entry) ? ok(turned(entry, made)) : refused(STAGE);
}

function turned(entry: Entry, made: Made): Facts {
  const { year, personId, name, cycle, branch, town, group, on, item, itemName, tenths, pledge, amount, above, text } = entry;
  return {
    _id: made._id, kind: 'REVERSAL', year, personId, name, cycle, branch, town, on, item, itemName, tenths: -tenths, text, photos: [], uploads: [], at: made.at, by: made.by, above,
    reverses: entry._id, reason: made.reason,
    ...(group === undefined ? {} : { group }), ...(pledge === undefined ? {} : { pledge }), ...(amount === undefined ? {} : { amount: -amount }),
  };
}

/** When an entry was decided; of a claim that the branch left lying until it expired, when that was. */
function decidedAtOf(entry: Entry): EpochMs | undefined {
  switch (entry.state) {
    case 'POSTED':
      return entry.second?.at ?? (entry.kind === 'OPENING' ? entry.at : undefined);
    case 'REFUSED':
      return entry.refused?.at;
    case 'EXPIRED':
      return entry.kind === 'CLAIM' ? entry.changedAt : undefined;
    case 'CHECK':
    case 'ASKED':
    case 'APPROVE':
    case 'WITHDRAWN':
      return undefined;
  }
}

/**
 * Until when an entry can be appealed; undefined while it is not decided, or cannot be at all (PTY-14). A reversal that was
 * refused changed nothing: the original is what is appealed, and put right once. A claim that nobody decided is as good as refused.
 */
export function appealableUntil(entry: Entry, { party }: Pick<ActSettings, 'party'>): EpochMs | undefined {
  if (entry.kind === 'REVERSAL' && entry.state === 'REFUSED') return undefined;
  const decidedAt = decidedAtOf(entry);
  if (decidedAt === undefined || entry.appeal !== undefined || entry.reversedBy !== undefined) return undefined;
  return endOfDay(addCivilDays(civilDateOf(decidedAt), party.appealDays));
}

export type AppealRefusal = StageRefusal | { readonly kind: 'TOO_LATE'; readonly until: EpochMs };

/** The member's appeal: once an entry, within the days after it was decided (PTY-14). */
export function appealed(entry: Entry, text: string, now: EpochMs, settings: ActSettings): Result<Entry, AppealRefusal> {
  const until = appealableUntil(entry, settings);
  if (until === undefined) return refused(STAGE);
  if (now >= until) return refused({ kind: 'TOO_LATE', until });
  const due = addWorkingDays(now, settings.party.appealWorkdays, settings.calendar).dueAt;
  return ok({ ...entry, appeal: { text, at: now, decideBy: due, state: 'OPEN' }, queue: 'APPEAL', dueAt: due, changedAt: now });
}

export interface AppealDecided {
  readonly entry: Entry;
  /** Posted at once: a reversal of what was posted, or what had been refused. */
  readonly correction?: Entry;
}

/** Decided by somebody who has not looked at it before; upheld, an entry of its own puts it right (PTY-14). */
export function appealDecided(
  entry: Entry,
  decision: { readonly upheld: boolean; readonly answer: string },
  eyes: Eyes,
  correctionId: string,
): Result<AppealDecided, StageRefusal | EyesRefusal> {
  if (entry.appeal?.state !== 'OPEN' || entry.reversedBy !== undefined) return refused(STAGE);
  if (isOwn(entry, eyes)) return refused({ kind: 'OWN_WORK' });
  const { queue: _queue, dueAt: _dueAt, ...rest } = entry;
  const appeal = { ...entry.appeal, state: decision.upheld ? ('UPHELD' as const) : ('DISMISSED' as const), answer: decision.answer, decidedBy: eyes.by, decidedAt: eyes.at };
  const changed = { ...rest, appeal, changedAt: eyes.at };
  if (!decision.upheld) return ok({ entry: changed });
  const correction = correctionOf(entry, decision.answer, eyes, correctionId);
  const corrected = { ...changed, appeal: { ...appeal, correctedBy: correctionId } };
  return ok({ entry: entry.state === 'POSTED' ? { ...corrected, reversedBy: correctionId } : corrected, correction });
}

function correctionOf(entry: Entry, reason: string, eyes: Eyes, _id: string): Entry {
  const made = { _id, by: eyes.by, at: eyes.at, reason };
  if (entry.state === 'POSTED') return posted({ ...turned(entry, made), first: eyes, second: eyes, state: 'APPROVE', changedAt: eyes.at }, eyes.at);
  const { appeal: _appeal, untold: _untold, refused: _refused, first: _first, second: _second, queue: _q, dueAt: _d, uploads: _uploads, photos: _photos, ...facts } = entry;
  return posted({ ...facts, ...made, kind: 'RECORD', photos: [], uploads: [], first: eyes, second: eyes, state: 'APPROVE', changedAt: eyes.at }, eyes.at);
}
