/** Contacts, opinions and suggestions as deputies, stations, the presidium and units meet them. */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { people, TOWN, VILLAGE } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { uploaded } from '../issues/kit';
import { clock, cost, entered, kindsTold, office, type Entered } from './kit';

let system: System;
let directory: Entered;
beforeEach(async () => {
  system = await office();
  directory = await entered(system);
});
afterEach(() => system.close());

const deputy = () => system.as('deputy').deputies;
type RecordInput = Parameters<ReturnType<typeof deputy>['record']>[0];
const record = (more: Partial<RecordInput> = {}) => deputy().record({ requestId: tap(), town: TOWN, mandate: directory.mandate, mode: 'VISIT', purposes: ['LISTEN'], on: '2026-11-25', households: 3, ...more });
const page = () => system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate: directory.mandate });

describe('a contact (LNS-03, DEP-05)', () => {
  it('needs no words and no photo, and stands in the year’s figures once', async () => {
    const requestId = tap();
    await record({ requestId });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await record({ requestId });
    await clock(system);
    await clock(system);
    expect((await page()).year).toMatchObject({ year: 2026, households: 3, counts: { CONTACT: 1 } });
    await expect(record({ requestId, households: 4 })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('says nothing in public of whom it was with and what was said', async () => {
    await record({ summary: '吴家老人腿疼', heard: { text: '想要个轮椅' } });
    await clock(system);
    const shown = JSON.stringify(await page());
    expect(shown).not.toContain('轮椅');
    expect(shown).not.toContain('腿疼');
  });

  it('is of sixty households in a day at most: more is a slip of the finger', async () => {
    await record({ households: 60 });
    await expect(record({ households: 61 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(record({ households: -1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is read again, with what was noted, by the deputy and nobody else', async () => {
    await record({ summary: '吴家老人腿疼', with: ['house-0003'], on: '2026-11-24' });
    await record({ mode: 'REMOTE', households: 1 });
    const { items } = await deputy().contacts({ town: TOWN, mandate: directory.mandate });
    expect(items).toMatchObject([{ on: '2026-11-25', mode: 'REMOTE', with: [] }, { on: '2026-11-24', summary: '吴家老人腿疼', with: ['house-0003'] }]);
    for (const who of ['supervisor', 'auditor', 'villager', 'town'] as const) {
      await expect(system.as(who).deputies.contacts({ town: TOWN, mandate: directory.mandate })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(system.as(who).deputies.households({ town: TOWN, mandate: directory.mandate })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('is with the households that the roster links, until it no longer does (DEP-04)', async () => {
    const mine = () => deputy().households({ town: TOWN, mandate: directory.mandate });
    const { items, usual } = await mine();
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(usual).toEqual({ min: 15, max: 25 });
    const [home] = items;
    expect(items.map(({ head, village }) => [head, village])).toEqual([['王秀兰', '堰坪村']]);
    const link = (on: boolean) => system.as('duty').grids.link({ requestId: tap(), householdId: home?.householdId ?? '', personId: people.deputy, line: 'DEPUTY', on });
    await link(false);
    expect((await mine()).items).toEqual([]);
    await link(true);
    expect((await mine()).items).toEqual(items);
  });

  it('is recorded by the deputy alone, not for the future, and not while suspended', async () => {
    await expect(system.as('villager').deputies.record({ requestId: tap(), town: TOWN, mandate: directory.mandate, mode: 'VISIT', purposes: ['LISTEN'], on: '2026-11-25', households: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(record({ on: '2026-11-26' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'SUSPENDED', from: '2026-11-20' } });
    await expect(record()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('and what was heard at it becomes a matter of the village in the same step (DEP-06 b, LNS-04)', async () => {
    const requestId = tap();
    const heard = { text: '二组路灯坏了三盏', course: { kind: 'ISSUE' as const, village: VILLAGE, category: 'OTHER' as const } };
    const { issueId } = await record({ requestId, heard });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await record({ requestId, heard })).toMatchObject({ issueId });
    const issue = await system.store.get('issues', issueId ?? '');
    expect(issue).toMatchObject({ owner: { post: VILLAGE }, reporterId: people.deputy, stage: 'REPORTED' });
    await clock(system);
    expect(await kindsTold(system, 'duty')).toContain('ISSUE_NEW');
    expect((await system.as('duty').issues.queue({ show: 'ALL' })).items.map((one) => one.issueId)).toContain(issueId);
  });
});

describe('a suggestion (DEP-07, 08)', () => {
  it('goes through the presidium to a unit, is answered, sent back once, answered again and settled; the result is public', async () => {
    const { opinionId = '' } = await record({ heard: { text: '二组水池渗水，我家也受影响', course: { kind: 'SUGGESTION', title: '二组蓄水池防渗' } } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect((await page()).suggestions).toEqual([]);
    expect(await kindsTold(system, 'supervisor')).toContain('SUGGESTION_NEW');

    await expect(deputy().assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    const { items: [waiting] } = await system.as('department').deputies.forUnit();
    // The unit reads the suggestion, not what somebody said at their door.
    expect(waiting).toMatchObject({ text: '二组蓄水池防渗', suggestion: { unit: '县水利局', assignedOn: '2026-11-25' }, may: ['REPLY'] });

    system.pass(80 * DAY_MS);
    await clock(system);
    expect(await kindsTold(system, 'department')).toEqual(expect.arrayContaining(['SUGGESTION_GIVEN_TO_YOU', 'SUGGESTION_AT_75']));
    await system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'PLANNED', text: '列入明年计划' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await expect(system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '再答一次' })).rejects.toMatchObject({ code: 'OPINION_STAGE' });
    const requestId = tap();
    expect(await deputy().judge({ requestId, opinionId, verdict: 'UNSATISFIED' })).toMatchObject({ state: 'AGAIN', lawfulWays: false });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await deputy().judge({ requestId, opinionId, verdict: 'UNSATISFIED' })).toMatchObject({ state: 'AGAIN' });
    await clock(system);
    expect(await kindsTold(system, 'department')).toContain('SUGGESTION_AGAIN');
    await system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '防渗做好了' });
    expect(await deputy().judge({ requestId: tap(), opinionId, verdict: 'UNSATISFIED' })).toMatchObject({ state: 'SETTLED', lawfulWays: true });

    const { suggestions } = await system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate: directory.mandate, year: 2026 });
    expect(suggestions).toMatchObject([{ title: '二组蓄水池防渗', state: 'SETTLED', replies: [{ text: '列入明年计划' }, { text: '防渗做好了' }], verdicts: ['UNSATISFIED', 'UNSATISFIED'] }]);
    expect(JSON.stringify(suggestions)).not.toContain('我家也受影响');
  });

  it('is judged by the deputy alone, and read by nobody it does not concern', async () => {
    const { opinionId = '' } = await record({ heard: { text: '修路', course: { kind: 'SUGGESTION', title: '修路' } } });
    await expect(system.as('villager').deputies.opinion({ opinionId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('department').deputies.opinion({ opinionId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'TOWN', complex: true } });
    await system.as('town').deputies.reply({ requestId: tap(), opinionId, kind: 'CANNOT', text: '路归县里' });
    await expect(system.as('town').deputies.judge({ requestId: tap(), opinionId, verdict: 'SATISFIED' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an opinion sent through the app (DEP-12)', () => {
  it('to the station is sorted by its officer, called to mind after a day, and its sender hears of it', async () => {
    await system.as('otherHead').deputies.sendOpinion({ requestId: tap(), town: TOWN, text: '班车能不能加一班' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await kindsTold(system, 'auditor')).toEqual(['OPINION_NEW']);
    system.pass(24 * HOUR_MS);
    await clock(system);
    expect(await kindsTold(system, 'auditor')).toEqual(['OPINION_UNSORTED', 'OPINION_NEW']);
    const { items: [opinion] } = await system.as('auditor').deputies.opinions({ town: TOWN, open: true });
    expect(opinion).toMatchObject({ from: '孙国庆', may: ['SORT'] });
    await system.as('auditor').deputies.sortOpinion({ requestId: tap(), opinionId: opinion?.opinionId ?? '', course: { kind: 'EXPLAINED', answer: '下月起每天加一班' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await kindsTold(system, 'otherHead')).toEqual(['OPINION_ANSWERED']);
    expect((await system.as('otherHead').deputies.myOpinions()).items).toMatchObject([{ state: 'EXPLAINED', answer: '下月起每天加一班' }]);
    expect((await system.as('villager').deputies.myOpinions()).items).toEqual([]);
  });

  it('that becomes a suggestion is named to those who answer it, never to the unit', async () => {
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate: directory.mandate, text: '二组水池渗水' });
    const { items: [opinion] } = await deputy().opinions({ town: TOWN, mandate: directory.mandate, open: true });
    const opinionId = opinion?.opinionId ?? '';
    expect(opinion?.from).toBe('王秀兰');
    await deputy().sortOpinion({ requestId: tap(), opinionId, course: { kind: 'SUGGESTION', title: '二组蓄水池防渗' } });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } });
    const { items: [given] } = await system.as('department').deputies.forUnit();
    expect([given?.opinionId, given?.from]).toEqual([opinionId, undefined]);
    expect(JSON.stringify(given)).not.toContain('王秀兰');
  });

  it('to a deputy becomes a matter of the village within eight operations', async () => {
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate: directory.mandate, text: '水沟堵了' });
    const { items: [opinion] } = await deputy().opinions({ town: TOWN, mandate: directory.mandate, open: true });
    const after = await deputy().sortOpinion({ requestId: tap(), opinionId: opinion?.opinionId ?? '', course: { kind: 'ISSUE', village: VILLAGE, category: 'SANITATION' } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(after).toMatchObject({ state: 'ISSUE', issueId: expect.any(String) as unknown });
  });
});

describe('a deputy who is suspended (代表法 art. 61, DEP-22)', () => {
  const standing = (kind: 'SUSPENDED' | 'RESUMED', from: string) => system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind, from } });
  const told = async () => {
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, mandate: directory.mandate, text: '水沟堵了' });
    const { items: [opinion] } = await deputy().opinions({ town: TOWN, mandate: directory.mandate, open: true });
    return opinion?.opinionId ?? '';
  };
  const course = { kind: 'SUGGESTION', title: '二组水沟清一清' } as const;

  it('sorts nothing that waits for them, reads it, and is told why; the station sorts it meanwhile', async () => {
    const opinionId = await told();
    await standing('SUSPENDED', '2026-11-25');
    await expect(deputy().sortOpinion({ requestId: tap(), opinionId, course })).rejects.toMatchObject({ code: 'SUSPENDED' });
    const page = await deputy().opinions({ town: TOWN, mandate: directory.mandate, open: true });
    expect([page.suspended, page.items.map(({ may }) => may)]).toEqual([true, [[]]]);
    expect((await deputy().opinion({ opinionId })).may).toEqual([]);
    expect((await system.as('auditor').deputies.opinions({ town: TOWN, mandate: directory.mandate, open: true })).items[0]?.may).toEqual(['SORT']);
    expect((await system.as('auditor').deputies.sortOpinion({ requestId: tap(), opinionId, course })).state).toBe('PROPOSED');
  });

  it('judges no reply either, and does both again from the day they are back', async () => {
    const opinionId = await told();
    await deputy().sortOpinion({ requestId: tap(), opinionId, course });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } });
    await system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '清好了' });
    await standing('SUSPENDED', '2026-11-25');
    await expect(deputy().judge({ requestId: tap(), opinionId, verdict: 'SATISFIED' })).rejects.toMatchObject({ code: 'SUSPENDED' });
    system.pass(2 * DAY_MS);
    await standing('RESUMED', '2026-11-27');
    expect((await deputy().judge({ requestId: tap(), opinionId, verdict: 'SATISFIED' })).state).toBe('SETTLED');
  });

  it('whose time to judge has passed leaves it to the presidium, whose tap is answered twice alike (DEP-08)', async () => {
    const opinionId = await told();
    await deputy().sortOpinion({ requestId: tap(), opinionId, course });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } });
    await system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '清好了' });
    system.pass(30 * DAY_MS);
    const judging = { requestId: tap(), opinionId, verdict: 'UNSATISFIED' } as const;
    expect((await system.as('supervisor').deputies.judge(judging)).state).toBe('AGAIN');
    expect((await system.as('supervisor').deputies.judge(judging)).state).toBe('AGAIN');
  });
});

describe('an opinion that is spoken or shown (DEP-12)', () => {
  const spoken = async (more: { readonly mandate?: string } = {}) => {
    const uploadId = await uploaded(system, 'villager', { 'photo-ditch': {}, 'voice-ditch': { purpose: 'ISSUE_VOICE', kind: 'AUDIO', type: 'audio/mpeg', seconds: 12 } });
    await system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, text: '', attachments: { uploadId, photos: ['photo-ditch'], voice: 'voice-ditch' }, ...more });
    expect(cost(system)).toBeLessThanOrEqual(8);
  };
  const waiting = async () => (await system.as('auditor').deputies.opinions({ town: TOWN, open: true })).items;

  it('needs no words beside a voice note, and words without one', async () => {
    await spoken();
    expect(await waiting()).toMatchObject([{ text: '', photos: [{ id: 'photo-ditch', kind: 'IMAGE' }], voice: { id: 'voice-ditch', seconds: 12 } }]);
    expect((await system.as('villager').deputies.myOpinions()).items).toMatchObject([{ photos: [{ id: 'photo-ditch' }] }]);
    await expect(system.as('villager').deputies.sendOpinion({ requestId: tap(), town: TOWN, text: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('goes to the village with its pictures and words written down, never with the voice', async () => {
    await spoken();
    const [opinion] = await waiting();
    const sort = (text?: string) => system.as('auditor').deputies.sortOpinion({ requestId: tap(), opinionId: opinion?.opinionId ?? '', course: { kind: 'ISSUE', village: VILLAGE, category: 'SANITATION', ...(text === undefined ? {} : { text }) } });
    await expect(sort()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const { issueId = '' } = await sort('水沟堵了');
    expect(cost(system)).toBeLessThanOrEqual(8);
    const issue = await system.store.get('issues', issueId);
    expect(issue).toMatchObject({ text: '水沟堵了', photos: ['photo-ditch'] });
    expect(issue?.voice).toBeUndefined();
  });

  it('shows a unit the suggestion alone', async () => {
    await spoken({ mandate: directory.mandate });
    const [opinion] = (await deputy().opinions({ town: TOWN, mandate: directory.mandate, open: true })).items;
    const opinionId = opinion?.opinionId ?? '';
    await deputy().sortOpinion({ requestId: tap(), opinionId, course: { kind: 'SUGGESTION', title: '清二组水沟' } });
    await system.as('supervisor').deputies.assign({ requestId: tap(), opinionId, to: { kind: 'UNIT', unit: 'WATER', complex: false } });
    const [given] = (await system.as('department').deputies.forUnit()).items;
    expect(given).toMatchObject({ text: '清二组水沟', photos: [] });
    expect(given?.voice).toBeUndefined();
    expect(await system.as('department').deputies.reply({ requestId: tap(), opinionId, kind: 'DONE', text: '清了' })).toMatchObject({ photos: [] });
  });
});

describe('the directory (DEP-01..03)', () => {
  it('a station is put right in its place', async () => {
    const { stationId } = await system.as('auditor').deputies.saveStation({ requestId: tap(), town: TOWN, stationId: directory.stationId, name: '堰坪代表联络站', address: '堰坪村委会二楼', hours: '每周三' });
    expect(stationId).toBe(directory.stationId);
    const { stations } = await system.phone('wx:visitor').deputies.directory({ town: TOWN });
    expect(stations).toMatchObject([{ id: stationId, address: '堰坪村委会二楼', hours: '每周三' }]);
    // What is left out is gone: the old number must not go on ringing somewhere.
    expect(stations[0]?.phone).toBeUndefined();
    await expect(system.as('auditor').deputies.saveStation({ requestId: tap(), town: TOWN, stationId: 'station-of-nobody', name: '站', address: '街上', hours: '周三' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is one tap from one’s own contacts (LNS-05)', async () => {
    const cardOf = async () => (await system.as('villager').people.contacts()).lines.find(({ line }) => line === 'DEPUTY');
    expect(await cardOf()).toMatchObject({ name: '周桂芳', deputy: { town: TOWN, mandate: directory.mandate } });
    expect(cost(system)).toBeLessThanOrEqual(8);
    system.pass(2 * DAY_MS);
    await system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'ENDED', last: '2026-11-25', why: 'RESIGNED' } });
    expect((await cardOf())?.deputy).toBeUndefined();
  });

  it('is read by a visitor, with the station’s phone, the deputy’s own only with consent', async () => {
    const visitor = system.phone('wx:visitor').deputies;
    expect(await visitor.towns()).toEqual({ items: [{ town: TOWN, name: '漩涡镇' }] });
    expect(await visitor.directory({ town: TOWN })).toMatchObject({ stations: [{ name: '堰坪代表联络站', phone: '0915-5550107' }], constituencies: [{ name: '第 3 选区' }], deputies: [{ name: '周桂芳', constituency: '第 3 选区', job: '堰坪村小学教师', own: false }], receptionDow: 3 });
    expect((await page()).phone).toEqual(expect.any(String));
    await system.as('deputy').grids.setPhoneShown({ requestId: tap(), shown: false });
    expect((await page()).phone).toBeUndefined();
  });

  it('keeps last year’s constituency when its borders change', async () => {
    const { constituencyId } = await system.as('supervisor').deputies.saveConstituency({ requestId: tap(), town: TOWN, name: '第 3 选区', level: 'TOWN', areas: [VILLAGE, `${TOWN}203`], roll: 'RESIDENTS', seats: 3, from: '2026-06-01', replaces: directory.constituencyId });
    const congress = await system.store.get('congresses', TOWN);
    expect(congress?.constituencies).toMatchObject([{ areas: [VILLAGE], to: '2026-05-31' }, { id: constituencyId, seats: 3, from: '2026-06-01' }]);
    expect((await system.phone('wx:visitor').deputies.directory({ town: TOWN })).constituencies).toHaveLength(1);
  });

  it('two who enter at once both stand in it', async () => {
    const enter = (name: string) => system.as('supervisor').deputies.saveStation({ requestId: tap(), town: TOWN, name, address: '街上', hours: '周三' });
    await Promise.all([enter('东站'), enter('西站')]);
    expect((await system.store.get('congresses', TOWN))?.stations).toHaveLength(3);
  });

  it('a meeting for all stands in the archive of each, with who did not come', async () => {
    const { mandate } = await system.as('supervisor').deputies.saveDeputy({ requestId: tap(), town: TOWN, personId: people.partyMember, level: 'TOWN', term: '第十九届', constituencyId: directory.constituencyId, stationId: directory.stationId, job: '农民', from: '2026-01-15' });
    await system.as('supervisor').deputies.addEntry({ requestId: tap(), town: TOWN, heading: 'MEETING', on: '2026-03-02', title: '镇人代会第六次会议', mandates: [directory.mandate, mandate], absent: [mandate] });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await page()).toMatchObject({ year: { meetings: { called: 1, came: 1 } }, entries: [{ title: '镇人代会第六次会议', came: true }] });
    expect(await system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate })).toMatchObject({ year: { meetings: { called: 1, came: 0 } }, entries: [{ came: false }] });
  });
});

describe('the voters’ forum (DEP-02)', () => {
  const held = (on: string) => system.as('supervisor').deputies.addEntry({ requestId: tap(), town: TOWN, heading: 'GROUP', on, title: '堰坪选民座谈会', mandates: [directory.mandate], absent: [], forum: true });
  const timesTold = async (who: 'supervisor' | 'auditor') => (await kindsTold(system, who)).filter((kind) => kind === 'FORUM_DUE').length;

  it('is called to mind once a quarter where none is recorded, at the station and the presidium', async () => {
    await clock(system);
    system.moveTo(startOfDay('2026-12-16') - 1);
    await clock(system);
    expect(await timesTold('auditor')).toBe(0);
    for (const day of ['2026-12-16', '2026-12-17', '2026-12-31']) {
      system.moveTo(startOfDay(day));
      await clock(system);
    }
    expect([await timesTold('auditor'), await timesTold('supervisor')]).toEqual([1, 1]);
    system.moveTo(startOfDay('2027-03-16'));
    await clock(system);
    expect([await timesTold('auditor'), await timesTold('supervisor')]).toEqual([2, 2]);
  });

  it('is not once it is recorded, and again in the next quarter; an entry of the directory changes nothing of it', async () => {
    await held('2026-10-01');
    await clock(system);
    await system.as('supervisor').deputies.saveStation({ requestId: tap(), town: TOWN, name: '东站', address: '街上', hours: '周三' });
    system.moveTo(startOfDay('2026-12-20'));
    await clock(system);
    expect(await timesTold('auditor')).toBe(0);
    system.moveTo(startOfDay('2027-03-20'));
    await clock(system);
    expect(await timesTold('auditor')).toBe(1);
  });

  it('is a group’s activity and nothing else', async () => {
    await expect(system.as('supervisor').deputies.addEntry({ requestId: tap(), town: TOWN, heading: 'MEETING', on: '2026-10-01', title: '会', mandates: [directory.mandate], absent: [], forum: true })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
