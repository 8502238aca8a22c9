/** What is removed once its years are over, and what stays (PRV-10). */
import { addCivilMonths, civilDateOf, DAY_MS, endOfDay } from '@/domain/basics/civil-time';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { keepOldOpinions, sweepAudit, sweepIssues, sweepNotices, sweepOpinions } from '../../../cloudfunctions/clock/sweep-old';
import { TOWN, VILLAGE } from '../../fixtures/village';
import { clock, entered, office } from '../deputies/kit';
import { tap, type System } from '../harness';
import { filed, uploaded } from '../issues/kit';
import { take } from '../tickets/kit';

let system: System;
beforeEach(async () => {
  system = await office();
});
afterEach(() => system.close());

const YEARS = 3;
const lastDay = () => addCivilMonths(civilDateOf(system.now()), 12 * YEARS);
const filesOf = async (upload: string) => Object.keys((await system.store.get('uploads', upload))?.files ?? {});

it('a matter goes three whole years after it was put away, with its files; one that is open does not, however old', async () => {
  const report = async (photo: string) => {
    const uploadId = await uploaded(system, 'villager', { [photo]: {} });
    const issueId = await filed(system, 'villager', { requestId: uploadId, attachments: { uploadId, photos: [photo] } });
    return { issueId, upload: (await system.store.get('issues', issueId))?.uploads[0] ?? '' };
  };
  const [gone, open] = [await report('photo-ditch'), await report('photo-lamp')];
  await system.as('villager').issues.withdraw({ requestId: tap(), issueId: gone.issueId });
  await clock(system);
  const last = endOfDay(lastDay());
  system.moveTo(last - 1);
  await clock(system);
  expect(await system.store.get('issues', gone.issueId)).toBeDefined();
  system.moveTo(last);
  await clock(system);
  expect([await system.store.get('issues', gone.issueId), await system.store.get('uploads', gone.upload)]).toEqual([undefined, undefined]);
  expect(await system.store.get('issues', open.issueId)).toMatchObject({ open: true });
  expect(await filesOf(open.upload)).toHaveLength(1);
}, 60_000);

it('a matter that a ticket was filed as takes the ticket along, and who called with it (EVT-19)', async () => {
  const { issueId } = await system.as('town').tickets.take(take());
  const { items: [ticket] } = await system.store.find('tickets', { where: { town: TOWN }, orderBy: [{ field: 'receivedAt', direction: 'desc' }], limit: 2 });
  expect(ticket).toMatchObject({ issueId, phoneSealed: expect.any(String) as unknown });
  const issue = await system.store.get('issues', issueId);
  if (issue !== undefined) await system.store.replace('issues', { ...issue, stage: 'ARCHIVED', open: false, nextDueAt: undefined, timers: {} });
  system.moveTo(endOfDay(lastDay()));
  await clock(system);
  expect([await system.store.get('issues', issueId), await system.store.get('tickets', ticket?._id ?? '')]).toEqual([undefined, undefined]);
}, 60_000);

it('files that another record holds stay with it', async () => {
  const uploadId = await uploaded(system, 'villager', { 'photo-wall': {} });
  const issueId = await filed(system, 'villager', { requestId: uploadId, text: '墙要倒了', attachments: { uploadId, photos: ['photo-wall'] } });
  const upload = (await system.store.get('issues', issueId))?.uploads[0] ?? '';
  await system.store.update('uploads', upload, { set: { claimedBy: 'consultation:consult-1' } });
  await system.as('villager').issues.withdraw({ requestId: tap(), issueId });
  await clock(system);
  system.moveTo(endOfDay(lastDay()));
  await clock(system);
  expect(await system.store.get('issues', issueId)).toBeUndefined();
  expect(await filesOf(upload)).toEqual(['photo-wall']);
}, 60_000);

describe('what was told to a deputy', () => {
  const sent = async (text: string, withFiles = false) => {
    const { mandate } = await entered(system);
    const uploadId = withFiles ? await uploaded(system, 'villager', { 'photo-ditch': {}, 'voice-ditch': { purpose: 'ISSUE_VOICE', kind: 'AUDIO', type: 'audio/mpeg', seconds: 12 } }) : undefined;
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate, text, ...(uploadId === undefined ? {} : { attachments: { uploadId, photos: ['photo-ditch'], voice: 'voice-ditch' } }) });
    const [opinion] = (await system.as('deputy').deputies.opinions({ town: TOWN, mandate, open: true })).items;
    return { opinionId: opinion?.opinionId ?? '', mandate };
  };
  const sorts = (opinionId: string, course: Parameters<ReturnType<System['as']>['deputies']['sortOpinion']>[0]['course']) => system.as('deputy').deputies.sortOpinion({ requestId: tap(), opinionId, course });

  it('goes three years after it was explained; while it waits it has no end', async () => {
    const { opinionId } = await sent('医保怎么交');
    expect((await system.store.get('opinions', opinionId))?.forgetAt).toBeUndefined();
    await sorts(opinionId, { kind: 'EXPLAINED', answer: '在村委会交' });
    const last = endOfDay(lastDay());
    expect(await system.store.get('opinions', opinionId)).toMatchObject({ forgetAt: last });
    system.moveTo(last - 1);
    await clock(system);
    expect(await system.store.get('opinions', opinionId)).toBeDefined();
    system.moveTo(last);
    await clock(system);
    expect(await system.store.get('opinions', opinionId)).toBeUndefined();
  });

  it('leaves its pictures to the matter of the village it became, and takes the voice with it', async () => {
    const { opinionId } = await sent('', true);
    const { issueId = '' } = await sorts(opinionId, { kind: 'ISSUE', village: VILLAGE, category: 'SANITATION', text: '水沟堵了' });
    const [upload = ''] = (await system.store.get('opinions', opinionId))?.files?.uploads ?? [];
    system.moveTo(endOfDay(lastDay()));
    const removed: string[] = [];
    const files = { ...system.files, remove: (ids: readonly string[]) => Promise.resolve(void removed.push(...ids)) };
    await sweepOpinions.run({ ...system.platform, files, now: system.now(), today: civilDateOf(system.now()) }, 50);
    expect([await system.store.get('opinions', opinionId), removed]).toEqual([undefined, ['voice-ditch']]);
    expect(await system.store.get('issues', issueId)).toMatchObject({ photos: ['photo-ditch'] });
    expect(await system.store.get('uploads', upload)).toMatchObject({ claimedBy: `issue:${issueId}` });
  });

  it('of a suggestion keeps what is public, without who said it and how', async () => {
    const { opinionId, mandate } = await sent('我家门口的沟', true);
    await sorts(opinionId, { kind: 'SUGGESTION', title: '二组水沟清一清' });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } });
    await system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '清好了' });
    await system.as('deputy').deputies.judge({ requestId: tap(), opinionId, verdict: 'SATISFIED' });
    system.moveTo(endOfDay(lastDay()));
    await clock(system);
    const kept = await system.store.get('opinions', opinionId);
    expect(kept).toMatchObject({ text: '', suggestion: { title: '二组水沟清一清', replies: [{ text: '清好了' }] } });
    expect([kept?.from, kept?.files, kept?.forgetAt]).toEqual([undefined, undefined, undefined]);
    expect((await system.as('villager').deputies.myOpinions()).items).toEqual([]);
    expect((await system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate, year: 2026 })).suggestions).toMatchObject([{ title: '二组水沟清一清' }]);
  });

  it('that ended before there was such an end gets its own once, whatever is open or public stays as it is (PRV-10)', async () => {
    const { opinionId } = await sent('医保怎么交');
    await sorts(opinionId, { kind: 'EXPLAINED', answer: '在村委会交' });
    const ended = await system.store.get('opinions', opinionId);
    if (ended === undefined) throw new Error('nothing was sent');
    const { forgetAt, ...old } = ended;
    await system.store.replace('opinions', old);
    await system.store.insert('opinions', { ...old, _id: 'opinion-public', forgotten: true });
    await system.store.insert('opinions', { ...old, _id: 'opinion-open', open: true, state: 'HEARD' });
    const run = (limit: number) => keepOldOpinions.run({ ...system.platform, now: system.now(), today: civilDateOf(system.now()) }, limit);
    expect(await run(50)).toBe(1);
    expect(await system.store.get('opinions', opinionId)).toEqual({ ...old, forgetAt });
    for (const id of ['opinion-public', 'opinion-open']) expect((await system.store.get('opinions', id))?.forgetAt).toBeUndefined();
    expect(await run(50)).toBe(0);
  });

  it('long past its end goes in the turn that finds it', async () => {
    const { opinionId } = await sent('医保怎么交');
    await sorts(opinionId, { kind: 'EXPLAINED', answer: '在村委会交' });
    await system.store.update('opinions', opinionId, { unset: ['forgetAt'] });
    system.moveTo(endOfDay(lastDay()));
    await clock(system);
    expect(await system.store.get('opinions', opinionId)).toBeUndefined();
  });

  it('of a suggestion that nobody took up keeps nothing', async () => {
    const { opinionId } = await sent('给我家修路');
    await sorts(opinionId, { kind: 'SUGGESTION', title: '修一条路' });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'RETURNED', text: '不是公家的路' } });
    system.moveTo(endOfDay(lastDay()));
    await clock(system);
    expect(await system.store.get('opinions', opinionId)).toBeUndefined();
  });
});

describe.each(['notices', 'audit'] as const)('%s', (collection) => {
  const job = collection === 'notices' ? sweepNotices : sweepAudit;
  const turn = (limit = 50, months?: number) => job.run({
    ...system.platform, now: system.now(), today: civilDateOf(system.now()),
    settings: months === undefined ? system.platform.settings : { ...system.platform.settings, privacy: { ...system.platform.settings.privacy, logMonths: months } },
  }, limit);
  const put = async (id: string, at: number): Promise<void> => {
    if (collection === 'notices') await system.store.insert('notices', { _id: id, to: 'person:p', kind: 'ISSUE_DONE', at, data: {}, delivery: 'SENT', tries: 1 });
    else await system.store.insert('audit', { _id: id, at, action: 'people.person', account: 'demo:duty', target: 'person:p' });
  };
  const there = (id: string) => system.store.get(collection, id);

  it.each([['the county’s three years', undefined, 36], ['the law’s six, where a county keeps no more', 6, 6]] as const)('go by the calendar after so many whole months, and not an instant before: %s (IT-04)', async (_, months, kept) => {
    const at = system.now();
    await put('old', at);
    const last = endOfDay(addCivilMonths(civilDateOf(at), kept));
    system.moveTo(last - 1);
    await turn(50, months);
    expect(await there('old')).toBeDefined();
    system.moveTo(last);
    await put('new', last - 1);
    await turn(50, months);
    expect(await there('old')).toBeUndefined();
    expect(await there('new')).toBeDefined();
  });

  it('go the oldest first, in batches, and all of them in the end', async () => {
    const start = system.now() - 4 * 366 * DAY_MS;
    for (let n = 0; n < 5; n += 1) await put(`old-${n}`, start + n);
    expect(await turn(2)).toBe(2);
    expect(await Promise.all([0, 1, 2].map(async (n) => (await there(`old-${n}`)) !== undefined))).toEqual([false, false, true]);
    expect([await turn(2), await turn(2), await turn(2)]).toEqual([2, 1, 0]);
  });
});

it('costs the clock one read each while nothing is old', async () => {
  const counts: number[] = [];
  const sweeps = [keepOldOpinions, sweepIssues, sweepOpinions, sweepNotices, sweepAudit];
  for (const job of sweeps) {
    let reads = 0;
    const store = { ...system.platform.store, find: (...args: Parameters<typeof system.platform.store.find>) => { reads += 1; return system.platform.store.find(...args); } };
    await job.run({ ...system.platform, store: store as typeof system.platform.store, now: system.now(), today: civilDateOf(system.now()) }, 50);
    counts.push(reads);
  }
  expect(counts).toEqual(sweeps.map(() => 1));
  expect(jobs).toEqual(expect.arrayContaining(sweeps));
});
