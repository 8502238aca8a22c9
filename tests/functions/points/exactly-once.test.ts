/** No point twice: 16 phones at once with repeats, and a stop at every single operation; a photo is evidence once (PTY-05, 06). */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import type { Store } from '@platform/store';
import { foldEntries, scoreOf } from '@/domain/points/sums';
import { defaultScheme } from '@/domain/points/default-scheme';
import { jpeg } from '../../fixtures/media';
import { people, type Somebody } from '../../fixtures/village';
import { adapter, tap, type System } from '../harness';
import { stopping } from '../stopping-store';
import { claims, clock, CYCLE, opened } from './kit';

let system: System;
beforeEach(async () => {
  system = await opened();
});
afterEach(() => system.close());

/** The stored sums are the fold of the entries, and the total follows from them. */
async function sound(): Promise<number> {
  const id = `${people.partyMember}:${CYCLE}`;
  const year = await system.store.get('pointYears', id);
  const { items } = await system.store.find('pointEntries', { where: { year: id }, limit: 100 });
  const { countyCode, party } = system.platform.settings;
  const scheme = defaultScheme(countyCode, CYCLE, party);
  expect(year?.sums).toEqual(foldEntries(items));
  expect(year?.total).toBe(scoreOf(scheme, year?.category ?? 'B', foldEntries(items)).total);
  return year?.sums.posted ?? 0;
}

async function patiently(call: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    try {
      await call();
      return;
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === 'ENTRY_STAGE') return;
      if (code !== 'CHANGED_MEANWHILE' && code !== 'UNAVAILABLE') throw error;
    }
  }
  throw new Error('never got through');
}

it('16 clients that verify and post the same claims at once, repeating each tap: every claim once, under the caps', async () => {
  const many = adapter === 'sqlite' ? 12 : 6;
  const ids: string[] = [];
  for (let at = 0; at < many; at += 1) ids.push((await claims(system, 'partyMember', { item: 'help' })).entryId);
  await clock(system);
  const queue = ids.flatMap((entryId) => [entryId, entryId, entryId, entryId]);
  const taps = new Map(ids.map((entryId) => [entryId, tap()]));
  await Promise.all(Array.from({ length: 16 }, async () => {
    for (let entryId = queue.pop(); entryId; entryId = queue.pop()) {
      const one = entryId;
      await patiently(() => system.as('partHead').points.check({ requestId: `${taps.get(one) ?? ''}-check`, entryId: one, verdict: { kind: 'RIGHT' } }));
      for (const who of ['supervisor', 'groupHead'] as const satisfies readonly Somebody[]) {
        await patiently(() => system.as(who).points.approve({ requestId: `${taps.get(one) ?? ''}-${who}`, entryId: one, verdict: { kind: 'POST' } }));
      }
    }
  }));
  await clock(system);
  expect(await sound()).toBe(many);
  // 60 and the item's cap of 9.
  expect((await system.as('partyMember').points.mine({})).score.total).toBe(690);
}, 120_000);

it('stopped at every single operation and sent again, a claim is posted once', async () => {
  const whole = system.store;
  const { entryId } = await claims(system, 'partyMember');
  await clock(system);
  const steps = [
    () => system.as('partHead').points.check({ requestId: 'tap-0000000000000check', entryId, verdict: { kind: 'RIGHT' } }),
    () => system.as('supervisor').points.approve({ requestId: 'tap-000000000000000post', entryId, verdict: { kind: 'POST' } }),
  ];
  for (const step of steps) {
    for (let stop = 0; stop < 7; stop += 1) {
      (system.platform as { store: Store }).store = stopping(whole, stop);
      await step().catch((error: unknown) => expect(error).toMatchObject({ code: 'UNAVAILABLE' }));
      (system.platform as { store: Store }).store = whole;
      await sound();
    }
    await step();
  }
  expect(await sound()).toBe(1);
  expect((await system.as('partyMember').points.mine({})).score).toMatchObject({ total: 630, pending: 0 });
});

it('decided before the clock has put it into the year, a claim counts once and waits no more', async () => {
  for (const verdict of [{ kind: 'POST' as const }, { kind: 'REFUSE' as const, reason: '没有这回事' }]) {
    const { entryId } = await claims(system, 'partyMember');
    await system.as('partHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'RIGHT' } });
    await system.as('supervisor').points.approve({ requestId: tap(), entryId, verdict });
    await sound();
    await clock(system);
    expect(await sound()).toBe(1);
  }
  expect((await system.store.get('pointYears', `${people.partyMember}:${CYCLE}`))?.sums.pending).toEqual({ count: 0, tenths: 0 });
});

describe('a photo of a deed', () => {
  async function brought(who: Somebody, purpose: 'POINT_PHOTO' | 'ISSUE_PHOTO' = 'POINT_PHOTO'): Promise<{ readonly uploadId: string; readonly photos: string[] }> {
    const uploadId = tap();
    const photo = jpeg();
    const { fileId, ticket } = await system.as(who).files.begin({ uploadId, fileNo: 0, purpose, bytes: photo.length });
    await system.send(ticket, photo);
    await system.as(who).files.finish({ uploadId, fileId });
    return { uploadId, photos: [fileId] };
  }

  it('is evidence of one claim: the same picture in another’s is refused, under whatever name', async () => {
    const { photos } = await claims(system, 'partyMember', { attachments: await brought('partyMember') });
    expect(photos).toHaveLength(1);
    const { reads, writes } = system.lastLine();
    expect(reads + writes).toBeLessThanOrEqual(8);
    await expect(claims(system, 'head', { attachments: await brought('head') })).rejects.toMatchObject({ code: 'PHOTO_REUSED' });
    expect(system.lines.filter(({ action }) => action === 'files.finish').every((line) => line.reads + line.writes <= 8)).toBe(true);
  });

  it('is free again when its draft is discarded, or its claim taken back', async () => {
    const { uploadId, photos: [fileId = ''] } = await brought('partyMember');
    await system.as('partyMember').files.discard({ uploadId, fileId });
    const { entryId } = await claims(system, 'head', { attachments: await brought('head') });
    await system.as('head').points.withdrawClaim({ requestId: tap(), entryId });
    await clock(system);
    expect(await system.as('head').points.entry({ entryId })).toMatchObject({ photos: [] });
    await claims(system, 'partyMember', { attachments: await brought('partyMember') });
  });

  it('of a claim that was taken back is free also when the clock was stopped before it had removed it', async () => {
    const { entryId } = await claims(system, 'head', { attachments: await brought('head') });
    await system.as('head').points.withdrawClaim({ requestId: tap(), entryId });
    const removing = jest.spyOn(system.platform.files, 'remove').mockRejectedValueOnce(new Error('stopped here'));
    await expect(clock(system)).rejects.toThrow('the clock failed');
    removing.mockRestore();
    system.pass(10 * MINUTE_MS);
    await clock(system, true);
    await claims(system, 'partyMember', { attachments: await brought('partyMember') });
  });

  it('that was sent for something else is no evidence', async () => {
    await expect(claims(system, 'partyMember', { attachments: await brought('partyMember', 'ISSUE_PHOTO') })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
