/** Boxes for tests: planned, drawn, opened, voted in by a crowd, closed. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { MAIN, type BoxPlan, type OptionCode } from '@/domain/voting/box';
import { receiptOf, type Receipt } from '@/domain/voting/receipt';
import { announcedBox } from '@platform/ballot-box/announce';
import type { Box } from '@platform/ballot-box/records';
import { rollRowId } from '@platform/ballot-box/roll-row';
import { boxJobs } from '../../../cloudfunctions/clock/box-jobs';
import { VILLAGE, WEDNESDAY_9, type Fixture } from '../../fixtures/village';
import { AppError } from '@/services/app-error';
import type { System } from '../harness';
import { turnClock } from '../turn-clock';

export const BOX = 'box-rubbish';

/** A consultation on the rubbish fee, everyone of the village, everything shown. */
export function plan(more: Partial<BoxPlan> = {}): BoxPlan {
  return {
    id: BOX,
    kind: 'CONSULT',
    unit: 'PERSON',
    area: VILLAGE,
    subject: 'topic:rubbish',
    title: '垃圾清运费，明年每户收多少',
    about: '今年花了 3.1 万元，还差 1.2 万元。',
    questions: [{ id: MAIN, text: '您家一年交多少？', options: [{ code: 'B', text: '60 元' }, { code: 'C', text: '36 元' }, { code: 'D', text: '不交' }, { code: 'A', text: '弃权' }] }],
    commentMax: 0,
    legalEffect: 'ADVISORY',
    rule: { kind: 'OPINION', k: 1 },
    electorate: { villages: [VILLAGE] },
    rollShownAt: WEDNESDAY_9,
    opensAt: WEDNESDAY_9 + 6 * DAY_MS,
    closesAt: WEDNESDAY_9 + 9 * DAY_MS,
    ...more,
  };
}

export const clock = (system: System): Promise<void> => turnClock(system, boxJobs);

export async function announced(system: System, boxPlan: BoxPlan = plan()): Promise<Box> {
  const box = announcedBox(boxPlan, { now: system.now() }, { charterBinds: true, collective: false });
  if (!box.ok) throw new Error(`refused: ${box.reason.kind}`);
  await system.store.insert('boxes', box.value);
  await clock(system);
  return boxNow(system, boxPlan.id);
}

/** Announced, drawn, frozen, and just opened. */
export async function opened(system: System, boxPlan: BoxPlan = plan()): Promise<Box> {
  await announced(system, boxPlan);
  system.moveTo(boxPlan.opensAt - DAY_MS);
  await clock(system);
  system.moveTo(boxPlan.opensAt);
  await clock(system);
  return boxNow(system, boxPlan.id);
}

/** Past its closing, counted. */
export async function closed(system: System, id: string = BOX): Promise<Box> {
  const box = await boxNow(system, id);
  system.moveTo(Math.max(system.now(), box.closesAt));
  await clock(system);
  return boxNow(system, id);
}

export async function boxNow(system: System, id: string = BOX): Promise<Box> {
  const box = await system.store.get('boxes', id);
  if (box === undefined) throw new Error('there is no such box');
  return box;
}

/** The store's side of a box, to be held against each other. */
export async function insides(system: System, id: string = BOX) {
  const all = async <C extends 'boxRolls' | 'boxReceipts' | 'boxChoices'>(collection: C) => {
    const items = [];
    let after: string | undefined;
    do {
      const page = await system.store.find(collection, { where: { box: id }, limit: 100, after });
      items.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return items;
  };
  const [rows, receiptShards, choiceShards] = [await all('boxRolls'), await all('boxReceipts'), await all('boxChoices')];
  return {
    rows,
    receiptShards,
    choiceShards,
    cast: rows.filter(({ state }) => state === 'CAST').map(({ voter }) => voter),
    receipts: receiptShards.flatMap(({ receipts }) => receipts),
    ballots: choiceShards.flatMap(({ choices }) => choices[MAIN] ?? []).map((entry) => entry.slice(16)),
  };
}

export const ballotId = (unit: string, box: string = BOX) => rollRowId(box, unit);

/** Numbers that come out the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function receiptFrom(random: () => number): Receipt {
  return receiptOf(Array.from({ length: 16 }, () => Math.floor(random() * 256)));
}

export const personOf = (at: number) => `person-crowd-${String(at).padStart(4, '0')}`;
export const accountAt = (at: number) => `wx:crowd-${String(at).padStart(4, '0')}`;

/** `count` more people of the village, each in a household of their own, surely bound to their own phone. */
export function withCrowd(count: number): (fixture: Fixture) => Fixture {
  return (fixture) => {
    const template = fixture.people.find(({ village: code }) => code === VILLAGE);
    const home = fixture.households.find(({ village: code }) => code === VILLAGE);
    if (template === undefined || home === undefined) throw new Error('the village has people');
    const places = Array.from({ length: count }, (_, at) => at);
    return {
      ...fixture,
      people: [...fixture.people, ...places.map((at) => ({
        ...template,
        _id: personOf(at),
        name: `村民${String(at).padStart(4, '0')}`,
        weakKey: `weak-${at}`,
        phoneKey: `phone-${at}`,
        householdId: `house-crowd-${at}`,
        roles: [],
        account: { id: accountAt(at), level: 'VERIFIED' as const, at: 0 },
      }))],
      households: [...fixture.households, ...places.map((at) => ({ ...home, _id: `house-crowd-${at}`, number: `9${String(at).padStart(4, '0')}`, headId: personOf(at), memberIds: [personOf(at)], liaisons: [] }))],
      accounts: [...fixture.accounts, ...places.map((at) => ({
        _id: accountAt(at),
        bindings: [{ personId: personOf(at), level: 'VERIFIED' as const, relation: 'SELF' as const, at: 0 }],
        actingFor: personOf(at),
        inboxSeenAt: 0,
      }))],
    };
  };
}

/** `OK`, or the code of a refusal. */
export type Answer = string;

/** Casts as one of the crowd; answers `OK` or the code of the refusal. */
export async function castAs(system: System, account: string, unit: string, receipt: Receipt, choices: Readonly<Record<string, OptionCode>>, box: string = BOX): Promise<Answer> {
  try {
    await system.phone(account).voting.cast({ ballotId: ballotId(unit, box), receipt, choices: { ...choices } });
    return 'OK';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

