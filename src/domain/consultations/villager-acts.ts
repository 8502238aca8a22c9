/** What villagers do: join in, say what they think, take back what they raised (CON-02, 03). */
import type { PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import type { Consultation } from './consultation';
import { CHECK_AGAIN_MS, closed, entryBy, toDesk, withEntry, withTimers } from './moves';
import { weightOf } from './weight';

/** So that a village's talk stays one document; what is said beyond belongs into the meeting. */
const MOST_OPINIONS = 200;
const MOST_OF_ONE = 3;

/** 附议, once each; doing it again changes nothing. The one that makes a matter major is told to the village (CON-07). */
export function support(matter: Consultation, at: Situation): Result<Outcome, Refusal> {
  const { personId } = at.by;
  if (isInIt(matter, personId)) return ok({ matter, tell: [] });
  const next = { ...matter, supporters: [...matter.supporters, personId] };
  return ok({ matter: next, tell: becameMajor(matter, next, at) });
}

export function isInIt(matter: Pick<Consultation, 'supporters' | 'raiserId'>, person: PersonId): boolean {
  return matter.raiserId === person || matter.supporters.includes(person);
}

export function becameMajor(before: Consultation, after: Consultation, at: Situation): Outcome['tell'] {
  const { consult } = at.settings;
  return weightOf(before, consult) === 'SMALL' && weightOf(after, consult) === 'MAJOR' ? [toDesk(after, 'CONSULT_BECAME_MAJOR', at)] : [];
}

/** An opinion for the meeting. The village reads it once it passed the check. */
export function say(matter: Consultation, { text }: ActOf<'SAY'>, at: Situation): Result<Outcome, Refusal> {
  const opinions = matter.entries.filter(({ kind }) => kind === 'OPINION');
  if (opinions.length >= MOST_OPINIONS || opinions.filter(({ by }) => by?.personId === at.by.personId).length >= MOST_OF_ONE) return refused({ code: 'OPINIONS_FULL' });
  const said = withEntry(matter, at.now, entryBy(at, 'OPINION', { text }));
  return ok({ matter: checkedSoon(said, at), tell: [] });
}

/** What has not passed the check is asked for again by the clock. */
export function checkedSoon(matter: Consultation, { checked, now }: Pick<Situation, 'checked' | 'now'>): Consultation {
  return checked ? matter : withTimers(matter, { PUBLISH: Math.min(matter.timers.PUBLISH ?? Infinity, now + CHECK_AGAIN_MS) });
}

/** Only by whoever raised it, and only while nobody has joined in: then it is the neighbours' matter too. Nothing of it waits for the village any more. */
export function withdraw(matter: Consultation, at: Situation): Result<Outcome, Refusal> {
  if (matter.raiserId !== at.by.personId) return refused({ code: 'FORBIDDEN' });
  if (matter.supporters.length > 0) return refused({ code: 'HAS_SUPPORT' });
  const next = withEntry({ ...closed(matter), stage: 'CLOSED', ending: 'WITHDRAWN', published: false, review: undefined }, at.now, entryBy(at, 'WITHDRAWN'));
  return ok({ matter: withTimers(next, { PUBLISH: undefined }), tell: [] });
}
