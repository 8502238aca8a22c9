/**
 * What the cloud does to people, one fault at a time, and what a villager's tap becomes by it: through the real SDK, over
 * the emulator. Whatever happens, a retry of the same tap leaves one matter, one notice and one audit row, and answers with it.
 */
import '../over-cloudbase';
import type { FaultKind } from '../../store/emulator/faults';
import type { Emulator } from '../../store/emulator/server';
import { accountOf, people, VACANT_GRID } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { report } from '../issues/kit';

let system: System;
let cloud: Emulator;
beforeEach(async () => {
  // Short enough for what hangs, long enough for what a busy machine answers late.
  system = await harness({ patienceMs: 2_000 });
  if (system.emulator === undefined) throw new Error('this suite stands on the emulator');
  cloud = system.emulator;
});
afterEach(async () => {
  // A fault that never came proves nothing.
  expect(cloud.faultsLeft()).toBe(0);
  await system.close();
});

const outcomeOf = (call: Promise<unknown>) => call.then(() => 'OK', (error: { readonly code: string }) => error.code);
const mattersOf = async () => (await system.as('villager').issues.mine({})).items.map(({ issueId }) => issueId);

async function expectOnce(issueId: string): Promise<void> {
  expect(await mattersOf()).toEqual([issueId]);
  expect((await system.as('head').notices.list({})).items.filter(({ issueId: about }) => about === issueId)).toHaveLength(1);
  const audit = await system.store.find('audit', { where: { target: `issue:${issueId}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 });
  expect(audit.items.filter(({ account }) => account === accountOf('villager'))).toHaveLength(1);
}

describe('a report', () => {
  it.each<[kind: FaultKind, action: string, collection: string, first: string]>([
    ['conflict', 'database.insertDocument', 'issues', 'OK'],
    ['conflict', 'database.commitTransaction', '', 'OK'],
    ['late', 'database.commitTransaction', '', 'OK'],
    ['abort', 'database.insertDocument', 'issues', 'UNAVAILABLE'],
    ['abort', 'database.commitTransaction', '', 'UNAVAILABLE'],
    ['error', 'database.startTransaction', '', 'UNAVAILABLE'],
    ['hang', 'database.getDocument', 'accounts', 'UNAVAILABLE'],
    ['hang', 'database.insertDocument', 'notices', 'UNAVAILABLE'],
    ['hang', 'database.commitTransaction', '', 'UNAVAILABLE'],
    ['lose', 'database.commitTransaction', '', 'UNAVAILABLE'],
    ['drop', 'database.insertDocument', 'issues', 'UNAVAILABLE'],
    ['drop', 'database.commitTransaction', '', 'UNAVAILABLE'],
    ['twice', 'database.commitTransaction', '', 'UNAVAILABLE'],
  ])('%s at %s %s: %s at first, and the same tap again finds or files it, once', async (kind, action, collection, first) => {
    const draft = report();
    cloud.inject({ kind, action, ...(collection === '' ? {} : { collection }) });
    expect(await outcomeOf(system.as('villager').issues.submit(draft))).toBe(first);
    const { issueId } = await system.as('villager').issues.submit(draft);
    await expectOnce(issueId);
  });

  it('dropped after its commit is stored before anybody asks again, and the retry writes nothing', async () => {
    const draft = report();
    cloud.inject({ kind: 'drop', action: 'database.commitTransaction' });
    expect(await outcomeOf(system.as('villager').issues.submit(draft))).toBe('UNAVAILABLE');
    const stored = await mattersOf();
    expect(stored).toHaveLength(1);
    const { issueId } = await system.as('villager').issues.submit(draft);
    expect(stored).toEqual([issueId]);
    const commits = cloud.requests.filter(({ action }) => action === 'database.commitTransaction').length;
    await system.as('villager').issues.submit(draft);
    // It answers from what was stored: whatever transaction it takes changes no document.
    const [before] = (await system.store.find('issues', { where: { _id: issueId }, limit: 1 })).items;
    expect(before).toMatchObject({ steps: [{ kind: 'REPORTED' }] });
    expect(cloud.requests.filter(({ action }) => action === 'database.commitTransaction').length - commits).toBeLessThanOrEqual(1);
    await expectOnce(issueId);
  });

  it('whose phone asks with the same tap from two places at once is filed once', async () => {
    const draft = report();
    const receipts = await Promise.all([system.as('villager').issues.submit(draft), system.as('villager').issues.submit(draft)]);
    expect(receipts[0].issueId).toBe(receipts[1].issueId);
    await expectOnce(receipts[0].issueId);
  });
});

describe('a duplicate', () => {
  it.each(['text', 'code'] as const)('told by %s: a tap that was noted already answers again', async (form) => {
    cloud.tellDuplicatesBy(form);
    const tapped = { requestId: tap(), post: VACANT_GRID, personId: people.vacantVillager, from: '2026-11-25', despite: true } as const;
    await system.as('duty').grids.appoint(tapped);
    await system.as('duty').grids.appoint(tapped);
    expect((await system.store.get('people', people.vacantVillager))?.roles).toHaveLength(1);
  });
});

describe('answers that overtake one another', () => {
  it('reach who asked', async () => {
    cloud.inject({ kind: 'late', action: 'database.getDocument', collection: 'accounts' });
    const [villager, head] = await Promise.all([system.as('villager').people.me(), system.as('head').people.me()]);
    expect([villager.person?.name, head.person?.name]).toEqual([(await system.as('villager').people.me()).person?.name, (await system.as('head').people.me()).person?.name]);
    expect(villager.person?.name).not.toBe(head.person?.name);
  });
});

describe('a file', () => {
  it.each<[FaultKind, string]>([['error', 'storage.getUploadMetadata'], ['drop', 'storage.batchGetDownloadUrl'], ['hang', 'storage.batchDeleteFile']])('%s at %s: said again, it is the same file', async (kind, action) => {
    const { jpeg } = await import('../../fixtures/media');
    const uploadId = tap();
    const photo = jpeg();
    const begin = () => system.as('villager').files.begin({ uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: photo.length });
    cloud.inject({ kind, action });
    const began = await begin().catch(begin);
    await system.send(began.ticket, photo);
    const finish = () => system.as('villager').files.finish({ uploadId, fileId: began.fileId });
    expect(await finish().catch(finish)).toEqual({ fileId: began.fileId, kind: 'IMAGE', bytes: photo.length });
    expect([...cloud.objects.keys()].filter((path) => path.startsWith('kept/'))).toEqual([`kept/${began.fileId}`]);
  });
});
