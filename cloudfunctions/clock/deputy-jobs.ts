/** What the clock does for the deputies: archives counted, opinions and suggestions called to mind, rounds announced and told. */
import { civilDateOf } from '@/domain/basics/civil-time';
import { emptyYear, withEntry, yearIdOf, yearOfEntry } from '@/domain/deputies/archive';
import { reminded, type Opinion, type OpinionTelling } from '@/domain/deputies/opinion';
import { boxPlanOf, looksAgainAt, whyNotInRound, type Round } from '@/domain/deputies/round';
import { announcedBox } from '@platform/ballot-box/announce';
import { calledOff } from '@platform/ballot-box/call-off';
import { notice, toAccount, toPerson, toPost, toRole } from '@platform/notices';
import type { Transaction } from '@platform/store';
import type { Job, JobContext } from './job';
import { lookAtCongresses } from './look-at-congresses';
import { remindOfForums } from './remind-of-forums';

/** Documents written in one transaction beside the one that is changed. */
const BATCH = 8;

/** Puts new entries into the figures of their year, each deputy of an entry exactly once (DEP-09). */
export const countEntries: Job = {
  name: 'deputies.count',
  module: 'deputies',
  async run(context, limit) {
    const { items } = await context.store.find('deputyEntries', { where: { toCount: { gte: 1 } }, orderBy: [{ field: 'toCount', direction: 'asc' }], limit });
    for (const { _id } of items) await countBatch(context, _id);
    return items.length;
  },
};

function countBatch({ store }: JobContext, id: string): Promise<void> {
  return store.transaction(async (tx) => {
    const entry = await tx.get('deputyEntries', id);
    const left = entry?.toCount ?? 0;
    if (entry === undefined || left === 0) return;
    for (const mandate of entry.mandates.slice(Math.max(0, left - BATCH), left)) {
      const year = yearOfEntry(entry);
      const before = (await tx.get('deputyYears', yearIdOf(mandate, year))) ?? emptyYear(mandate, year);
      await tx.replace('deputyYears', withEntry(before, entry));
    }
    await tx.update('deputyEntries', id, left > BATCH ? { set: { toCount: left - BATCH } } : { unset: ['toCount'] });
  });
}

/** Calls to mind what was not sorted in a day, and a unit's limit at 75 %, 90 % and when it is over (LNS-04, DEP-07). */
export const remindOfOpinions: Job = {
  name: 'opinions.remind',
  module: 'deputies',
  async run({ store, now }, limit) {
    const { items } = await store.find('opinions', { where: { dueAt: { lte: now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit });
    for (const { _id } of items) {
      await store.transaction(async (tx) => {
        const opinion = await tx.get('opinions', _id);
        if (opinion?.dueAt !== undefined && opinion.dueAt <= now) await tx.replace('opinions', reminded(opinion, now));
      });
    }
    return items.length;
  },
};

/** Writes the notices of what happened to opinions and suggestions. */
export const tellOfOpinions: Job = {
  name: 'opinions.tell',
  module: 'deputies',
  async run({ store, now }, limit) {
    const { items } = await store.find('opinions', { where: { tellAt: { lte: now } }, orderBy: [{ field: 'tellAt', direction: 'asc' }], limit });
    for (const { _id } of items) {
      await store.transaction(async (tx) => {
        const opinion = await tx.get('opinions', _id);
        if (opinion?.tellAt === undefined) return;
        for (const telling of opinion.untold ?? []) await tx.replace('notices', noticeOf(opinion, telling, opinion.tellAt));
        await tx.update('opinions', _id, { unset: ['untold', 'tellAt'] });
      });
    }
    return items.length;
  },
};

/** Nothing of what was said stands in it (PRV-15). */
function noticeOf(opinion: Opinion, { to, kind }: OpinionTelling, at: number) {
  const due = opinion.suggestion?.replyBy;
  return notice({
    to: recipientOf(opinion, to),
    kind,
    at,
    data: { opinion: opinion._id, deputy: opinion.deputyName ?? '', unit: opinion.suggestion?.unitName ?? '', ...(due === undefined ? {} : { due }) },
    cause: `${opinion._id}:${at}`,
  });
}

function recipientOf(opinion: Opinion, to: OpinionTelling['to']): string {
  switch (to) {
    case 'SENDER':
      return toAccount(opinion.from?.account ?? '');
    case 'DEPUTY':
      return toPerson(opinion.deputyId ?? '');
    case 'STATION':
      return toRole('STATION_OFFICER', opinion.town);
    case 'PRESIDIUM':
      return toRole('PRESIDIUM', opinion.town);
    case 'UNIT':
      return toPost(opinion.suggestion?.post ?? '');
  }
}

/** Announces a round's ballot boxes; after its end calls the presidium to confirm; once published tells every deputy (DEP-17). */
export const stepRounds: Job = {
  name: 'rounds.step',
  module: 'deputies',
  async run(context, limit) {
    const { items } = await context.store.find('ratingRounds', { where: { dueAt: { lte: context.now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit });
    for (const { _id } of items) await stepRound(context, _id);
    return items.length;
  },
};

function stepRound(context: JobContext, id: string): Promise<void> {
  const { store, settings, now } = context;
  return store.transaction(async (tx) => {
    const round = await tx.get('ratingRounds', id);
    if (round?.dueAt === undefined || round.dueAt > now) return;
    const { dueAt: _now, ...rest } = round;
    if (round.publishedAt !== undefined) {
      const told = round.told ?? 0;
      for (const item of round.items.slice(told, told + BATCH)) {
        if (item.confirmed === undefined) continue;
        await tx.replace('notices', notice({ to: toPerson(item.personId), kind: 'RATING_RESULT', at: now, data: { year: round.year, mandate: item.mandate, town: round.town }, cause: round._id }));
      }
      const after = told + BATCH;
      return tx.replace('ratingRounds', after < round.items.length ? { ...rest, told: after, dueAt: now } : { ...rest, told: round.items.length });
    }
    const next = round.items.filter(({ boxId, announced }) => boxId !== undefined && !announced).slice(0, BATCH);
    if (next.length === 0) {
      if (now < looksAgainAt(round)) return tx.replace('ratingRounds', { ...rest, dueAt: looksAgainAt(round) });
      if ((round.looked ?? 0) < round.items.length) return tx.replace('ratingRounds', { ...(await looked(context, tx, round)), dueAt: now });
      if (now < round.closesAt) return tx.replace('ratingRounds', { ...rest, dueAt: round.closesAt });
      await tx.replace('notices', notice({ to: toRole('PRESIDIUM', round.town), kind: 'RATING_CLOSED', at: now, data: { year: round.year, town: round.town }, cause: round._id }));
      return tx.replace('ratingRounds', rest);
    }
    const congress = await tx.get('congresses', round.town);
    for (const item of next) {
      const mandate = congress?.mandates.find((one) => one.id === item.mandate);
      const constituency = congress?.constituencies.find((one) => one.id === mandate?.constituencyId);
      if (constituency === undefined || item.boxId === undefined) throw new Error('broken invariant: a deputy who is rated has a constituency');
      const box = announcedBox(boxPlanOf(round, { ...item, boxId: item.boxId }, constituency, settings.deputy), { now });
      if (!box.ok) throw new Error(`a rating cannot be announced: ${box.reason.kind}`);
      await tx.insert('boxes', box.value);
    }
    const items = round.items.map((item) => (next.includes(item) ? { ...item, announced: true } : item));
    return tx.replace('ratingRounds', { ...round, items, dueAt: now });
  });
}

/** A batch of a round's deputies seen once more: the ballot on who is suspended meanwhile, or has died, is called off (DEP-22). */
async function looked(context: JobContext, tx: Transaction, round: Round): Promise<Round> {
  const from = round.looked ?? 0;
  const congress = await tx.get('congresses', round.town);
  const items = [...round.items];
  for (const [nth, item] of round.items.slice(from, from + BATCH).entries()) {
    const mandate = congress?.mandates.find((one) => one.id === item.mandate);
    const why = congress === undefined || mandate === undefined ? undefined : whyNotInRound(mandate, congress, round.year, civilDateOf(round.opensAt));
    if (item.boxId === undefined || why === undefined || why === 'ELSEWHERE') continue;
    const { boxId, ...left } = item;
    const box = await tx.get('boxes', boxId);
    if (box?.state !== 'DRAWING' && box?.state !== 'SHOWN') continue;
    await tx.update('boxes', boxId, calledOff(box, context));
    items[from + nth] = { ...left, why };
  }
  return { ...round, items, looked: from + BATCH };
}

export const deputyJobs: readonly Job[] = [countEntries, remindOfOpinions, tellOfOpinions, stepRounds, remindOfForums, lookAtCongresses];
