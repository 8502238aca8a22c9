/** What the demo's branch does, as calls: each has to succeed. */
import type { EntryView, MemberYearView } from '@/contract/points';
import { HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '@/domain/basics/ids';
import type { Platform } from '@platform/context';
import { VILLAGE } from './personas';
import { phonesOf } from './phones';

const HOUR = 10;

export interface PointsCalls {
  readonly does: <T>(who: string, on: CivilDate, procedure: string, input: object) => Promise<T>;
  readonly tick: (on: CivilDate) => Promise<void>;
  readonly personOf: (who: string) => PersonId;
  readonly pledge: (who: string, on: CivilDate, words: object) => Promise<string>;
  /** A deed, reported on its day; the entry's id. */
  readonly deed: (who: string, on: CivilDate, item: string, text: string, more?: object) => Promise<string>;
  /** First eyes. */
  readonly looks: (entryId: string, on: CivilDate, verdict?: object) => Promise<unknown>;
  /** Both pairs of eyes, and posted. */
  readonly posts: (entryId: string, on: CivilDate) => Promise<unknown>;
  readonly record: (who: string, on: CivilDate, item: string, people: readonly string[], text: string) => Promise<unknown>;
  readonly approvesAll: (who: string, on: CivilDate) => Promise<void>;
  readonly looksAtAll: (on: CivilDate) => Promise<void>;
  /** Some of the linked households, for a pledge. */
  readonly visits: (who: string, on: CivilDate, pledgeId: string | undefined) => Promise<unknown>;
  /** Against the member's latest refusal. */
  readonly appeals: (who: string, on: CivilDate, text: string) => Promise<unknown>;
}

export function callsFor(platform: Platform, personas: ReadonlyMap<string, PersonId>): PointsCalls {
  const phones = phonesOf(platform);
  const now = platform.clock();
  const at = (day: CivilDate): EpochMs => Math.min(startOfDay(day) + HOUR * HOUR_MS, now);
  const personOf = (who: string): PersonId => personas.get(who) ?? who;
  let taps = 0;

  async function does<T>(who: string, on: CivilDate, procedure: string, input: object): Promise<T> {
    taps += 1;
    const reply = await phones.does(personOf(who), at(on), 'points', procedure, { requestId: `demo-points-${String(taps).padStart(6, '0')}`, ...input });
    if (!reply.ok) throw new Error(`the demo’s branch: ${procedure} on ${on} was refused: ${JSON.stringify(reply.error)}`);
    return reply.data as T;
  }
  const queue = async (step: 'CHECK' | 'APPROVE', who: string, on: CivilDate): Promise<readonly EntryView[]> => (await does<{ readonly items: readonly EntryView[] }>(who, on, 'queue', { village: VILLAGE, step })).items;
  const looks = (entryId: string, on: CivilDate, verdict: object = { kind: 'RIGHT' }): Promise<unknown> => does('deng-mingzhu', on, 'check', { entryId, verdict });

  return {
    does, personOf, looks,
    tick: (on) => phones.clockRuns(at(on)),
    pledge: async (who, on, words) => (await does<{ readonly id: string }>(who, on, 'pledge', words)).id,
    async deed(who, on, item, text, more = {}) {
      return (await does<EntryView>(who, on, 'claim', { on, item, text, ...more })).entryId;
    },
    async posts(entryId, on) {
      await looks(entryId, on);
      return does('zhang-wende', on, 'approve', { entryId, verdict: { kind: 'POST' } });
    },
    record: (who, on, item, people, text) => does(who, on, 'record', { village: VILLAGE, on, item, people: people.map(personOf), text }),
    async approvesAll(who, on) {
      for (const { entryId, may } of await queue('APPROVE', who, on)) if (may.includes('APPROVE')) await does(who, on, 'approve', { entryId, verdict: { kind: 'POST' } });
    },
    async looksAtAll(on) {
      for (const { entryId } of await queue('CHECK', 'deng-mingzhu', on)) await looks(entryId, on);
      for (const { entryId, may } of await queue('APPROVE', 'zhang-wende', on)) if (may.includes('APPROVE')) await does('zhang-wende', on, 'approve', { entryId, verdict: { kind: 'POST' } });
    },
    async appeals(who, on, text) {
      const refused = (await does<MemberYearView>(who, on, 'mine', {})).entries.find(({ state }) => state === 'REFUSED');
      return does(who, on, 'appeal', { entryId: refused?.entryId ?? '', text });
    },
    async visits(who, on, pledgeId) {
      const { households } = await does<MemberYearView>(who, on, 'mine', {});
      return does(who, on, 'recordContact', { mode: 'VISIT', purposes: ['LISTEN', 'HELP'], on, households: households.slice(0, 3).map(({ householdId }) => householdId), ...(pledgeId === undefined ? {} : { pledgeId }) });
    },
  };
}
