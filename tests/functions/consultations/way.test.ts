/** 两说一商 as phones meet it: from the first words to the result (CON-02..12). */
import { startOfDay } from '@/domain/basics/civil-time';
import { receiptOf } from '@/domain/voting/receipt';
import { toPerson, toPost } from '@platform/notices';
import { people, TOWN, VILLAGE } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { filed, operations, uploaded } from '../issues/kit';
import { consulted, DAY_MS, decided, held, LAMPS, matterOf, met, on, raised, reviewing, turn, village } from './kit';

let system: System;
let most = 8;
afterEach(async () => {
  // CON-*: at most eight store operations, whatever the tap.
  const dear = system.lines.filter(({ action, reads, writes }) => !action.startsWith('clock.') && reads + writes > most).map(({ action }) => action);
  most = 8;
  await system.close();
  expect(dear).toEqual([]);
});

const kindsFor = async (to: string) => (await system.store.find('notices', { where: { to }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 100 })).items.map(({ kind }) => kind);

describe('a matter', () => {
  it('goes from its first words over the four steps and a ballot to a published result', async () => {
    system = await village();
    const id = await raised(system);
    expect(operations(system)).toBeLessThanOrEqual(8);
    await system.as('vacantVillager').consultations.support({ requestId: tap(), consultationId: id });
    await system.as('duty').consultations.answer({ ...on(id), line: 'CONSULT' });
    await system.as('duty').consultations.weigh({ ...on(id), reserved: 'PUBLIC_WORKS', costInFen: 4_800_000, markedMajor: false });
    expect(await matterOf(system, id, 'vacantVillager')).toMatchObject({ weight: 'MAJOR', nextStep: 'PROPOSE', passed: [] });
    expect((await matterOf(system, id, 'vacantVillager')).reasons).toEqual(expect.arrayContaining(['RESERVED', 'MONEY']));

    const ballot = { requestId: tap(), consultationId: id, question: '您看装几盏？', about: '', options: ['6 盏', '8 盏'], unit: 'PERSON' as const, days: 3 };
    await expect(system.as('duty').consultations.openBallot(ballot)).rejects.toMatchObject({ code: 'NOT_STUDIED' });
    await held(system, id, 'PROPOSE');
    await consulted(system, id);
    await held(system, id, 'DISCUSS');
    await held(system, id, 'REVIEW');

    await system.as('duty').consultations.openBallot({ ...ballot, requestId: tap() });
    const { box } = await matterOf(system, id, 'villager');
    const boxId = box?.boxId ?? '';
    await turn(system);
    const plan = await system.store.get('boxes', boxId);
    expect(plan).toMatchObject({ legalEffect: 'ADVISORY', kind: 'CONSULT', rule: { kind: 'OPINION' } });
    for (const at of [plan?.rollShownAt ?? 0, (plan?.opensAt ?? 0) - DAY_MS, plan?.opensAt ?? 0]) {
      system.moveTo(at);
      await turn(system);
    }
    const mine = (await system.as('villager').voting.mine({})).items.find((one) => one.boxId === boxId);
    await system.as('villager').voting.cast({ ballotId: mine?.ballotId ?? '', receipt: receiptOf(Array.from({ length: 16 }, (_, nth) => nth)), choices: { main: 'B' } });
    // Nothing of a ballot is shown before it closes (CON-06, VOTE-12).
    expect((await matterOf(system, id, 'villager')).box).toMatchObject({ state: 'OPEN', options: [{ text: '6 盏' }, { text: '8 盏' }, { text: '弃权' }] });
    await expect(system.as('duty').consultations.decide({ ...on(id), who: '刘长根', dueOn: '2027-03-01', costInFen: 0 })).rejects.toMatchObject({ code: 'STEPS_MISSING' });
    system.moveTo(plan?.closesAt ?? 0);
    await turn(system);

    await met(system, id, 'ASSEMBLY');
    await held(system, id, 'RESOLVE');
    await decided(system, id, 4_800_000);
    await system.as('duty').consultations.progress({ ...on(id), spentInFen: 1_000_000 });
    await system.as('duty').consultations.finish({ ...on(id), text: '6 盏都亮了', spentInFen: 4_700_000 });
    const done = await matterOf(system, id, 'vacantVillager');
    expect(done).toMatchObject({ stage: 'DONE', passed: ['PROPOSE', 'DISCUSS', 'REVIEW', 'RESOLVE'], decision: { who: '刘长根' }, raiser: '一位村民' });
    expect(done.publications.map(({ what, at, until }) => [what, until - at >= 15 * DAY_MS])).toEqual([['DECISION', true], ['OUTCOME', true]]);
    await turn(system);
    expect(await kindsFor(toPerson(people.vacantVillager))).toEqual(expect.arrayContaining(['CONSULT_ANNOUNCED', 'CONSULT_BALLOT', 'CONSULT_DECIDED', 'CONSULT_DONE']));
    expect((await system.as('vacantVillager').consultations.list({ open: false })).items).toMatchObject([{ consultationId: id, stage: 'DONE' }]);
  }, 60_000);
});

describe('what was told to the cadres only (CON-02)', () => {
  it('is seen by them and by who raised it; to neighbours there is no such thing', async () => {
    system = await village();
    const id = await raised(system, 'villager', 'CADRES');
    for (const who of ['vacantVillager', 'head', 'deputy', 'otherHead', 'county'] as const) {
      await expect(matterOf(system, id, who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(system.as(who).consultations.support({ requestId: tap(), consultationId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const who of ['duty', 'partyMember', 'supervisor', 'town'] as const) expect(await matterOf(system, id, who)).toMatchObject({ raiser: '王秀兰', text: LAMPS });
    expect(await matterOf(system, id, 'villager')).toMatchObject({ raiser: '您', text: LAMPS });
    expect((await system.as('vacantVillager').consultations.list({ open: true })).items).toEqual([]);
    expect((await system.as('villager').consultations.mine({})).items).toMatchObject([{ consultationId: id, audience: 'CADRES' }]);
  });

  it('comes before the village only in the village’s words', async () => {
    system = await village();
    const id = await raised(system, 'villager', 'CADRES');
    await expect(system.as('duty').consultations.answer({ ...on(id), line: 'CONSULT' })).rejects.toMatchObject({ code: 'TITLE_NEEDED' });
    await system.as('duty').consultations.answer({ ...on(id), line: 'CONSULT', title: '小学路上的灯' });
    const seen = await matterOf(system, id, 'vacantVillager');
    expect(seen).toMatchObject({ title: '小学路上的灯', raiser: '一位村民' });
    expect(JSON.stringify(seen)).not.toMatch(/一盏灯都没有|王秀兰/);
  });
});

describe('words for the village', () => {
  it('that the content check refuses are not raised; without an answer they wait for the clock (WX-08)', async () => {
    system = await village();
    system.wechat.set({ check: 'REFUSED' });
    await expect(raised(system)).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
    expect((await system.as('duty').consultations.desk({ area: VILLAGE, open: true })).items).toEqual([]);
    system.wechat.set({ check: 'UNKNOWN' });
    const id = await raised(system);
    await expect(matterOf(system, id, 'vacantVillager')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.as('duty').consultations.answer({ ...on(id), text: '要商量的话', line: 'CONSULT', title: '小学路上的灯' });
    const waiting = await matterOf(system, id, 'vacantVillager');
    expect(waiting.entries.at(-1)).toMatchObject({ kind: 'ANSWERED', waits: true });
    expect(JSON.stringify(waiting)).not.toMatch(/要商量的话|一盏灯都没有/);
    system.wechat.set({ check: 'PASSED' });
    system.pass(2 * 60_000);
    await turn(system);
    const shown = await matterOf(system, id, 'vacantVillager');
    expect(shown).toMatchObject({ text: LAMPS });
    expect(shown.entries.at(-1)).toMatchObject({ waits: false, text: '要商量的话' });
  });
});

describe('the village’s answer (CON-03)', () => {
  it('马上办 files it as an issue of its raiser, with the head of the place, once', async () => {
    system = await village();
    const id = await raised(system);
    const input = { ...on(id), line: 'DO_NOW' as const, category: 'OTHER' as const };
    const first = await system.as('duty').consultations.answer(input);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await system.as('duty').consultations.answer(input)).toEqual(first);
    const issue = await system.as('villager').issues.get({ issueId: first.issueId ?? '' });
    expect(issue).toMatchObject({ text: LAMPS, owner: { name: '陈守田' }, mine: true, stage: 'REPORTED' });
    await turn(system);
    expect(await kindsFor(toPost(`${VILLAGE}-1.1.1`))).toContain('ISSUE_NEW');
    expect((await system.as('villager').consultations.mine({})).items).toMatchObject([{ stage: 'CLOSED', ending: 'ISSUE' }]);
  });

  it('is reminded of by the clock and told to the town when it is late', async () => {
    system = await village();
    const id = await raised(system);
    const { replyBy = 0 } = await matterOf(system, id);
    system.moveTo(replyBy - DAY_MS);
    await turn(system);
    expect(await kindsFor(toPost(VILLAGE))).toEqual(['CONSULT_REPLY_SOON', 'CONSULT_NEW']);
    system.moveTo(replyBy);
    await turn(system);
    await turn(system);
    expect((await kindsFor(toPost(TOWN))).filter((kind) => kind === 'CONSULT_REPLY_LATE_BELOW')).toHaveLength(1);
    expect((await system.as('town').consultations.desk({ area: TOWN, open: true })).items).toMatchObject([{ consultationId: id, late: true }]);
  });

  it('merges two that say the same, both or neither', async () => {
    system = await village();
    const into = await raised(system);
    const same = await raised(system, 'head', 'VILLAGE', '小学路上要装灯');
    await system.as('vacantVillager').consultations.support({ requestId: tap(), consultationId: same });
    await system.as('duty').consultations.merge({ ...on(same), intoId: into });
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await matterOf(system, into)).toMatchObject({ askers: 3, stage: 'RAISED' });
    expect(await matterOf(system, same, 'head')).toMatchObject({ ending: 'MERGED', intoId: into });
    await expect(system.as('duty').consultations.merge({ ...on(into), intoId: same })).rejects.toMatchObject({ code: 'CANNOT_MERGE' });
  });
});

describe('a tap', () => {
  it('sent twice does nothing twice, and with other content is refused', async () => {
    system = await village();
    const requestId = tap();
    const first = await system.as('villager').consultations.raise({ requestId, text: LAMPS, audience: 'VILLAGE' });
    expect(await system.as('villager').consultations.raise({ requestId, text: LAMPS, audience: 'VILLAGE' })).toEqual(first);
    await expect(system.as('villager').consultations.raise({ requestId, text: '别的', audience: 'VILLAGE' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await system.as('duty').consultations.answer({ ...on(first.consultationId), line: 'CONSULT' });
    const said = { requestId: tap(), consultationId: first.consultationId, text: '我同意' };
    await system.as('vacantVillager').consultations.say(said);
    await system.as('vacantVillager').consultations.say(said);
    expect((await matterOf(system, first.consultationId)).entries.filter(({ kind }) => kind === 'OPINION')).toHaveLength(1);
    await expect(system.as('vacantVillager').consultations.say({ ...said, text: '我不同意' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('of two neighbours, and of two officers, at once: both join, one answers', async () => {
    system = await village();
    // In the cloud whoever loses a race goes again, and what is done again counts again.
    most = 8 * 8;
    const id = await raised(system);
    await Promise.all((['vacantVillager', 'head', 'groupHead', 'deputy'] as const).map((who) => system.as(who).consultations.support({ requestId: tap(), consultationId: id })));
    expect((await matterOf(system, id)).askers).toBe(5);
    const answers = await Promise.allSettled([
      system.as('duty').consultations.answer({ ...on(id), line: 'CONSULT' }),
      system.as('secondDuty').consultations.answer({ ...on(id), line: 'NOT_ADOPTED' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await matterOf(system, id)).entries.filter(({ kind }) => kind === 'ANSWERED')).toHaveLength(1);
  });
});

describe('a refusal says why', () => {
  it('out of order, without a quorum, with one teller, without a photo (CON-08, VOTE-09)', async () => {
    system = await village();
    const id = await reviewing(system, 'ASSEMBLY');
    await expect(held(system, id, 'REVIEW')).rejects.toMatchObject({ code: 'STEP_OUT_OF_ORDER', data: { step: 'REVIEW', next: 'PROPOSE' } });
    await held(system, id, 'PROPOSE');
    await held(system, id, 'DISCUSS');
    await expect(held(system, id, 'REVIEW', { present: 19, yes: 19, no: 0, abstain: 0 })).rejects.toMatchObject({ code: 'NO_QUORUM', data: { present: 19, needed: 20 } });
    await expect(held(system, id, 'REVIEW', { tellers: ['赵春花'] })).rejects.toMatchObject({ code: 'TWO_TELLERS' });
    await expect(decided(system, id)).rejects.toMatchObject({ code: 'STEPS_MISSING', data: { missing: ['REVIEW', 'RESOLVE'] } });
    // Refusals leave nothing behind.
    expect((await matterOf(system, id)).passed).toEqual(['PROPOSE', 'DISCUSS']);
  });

  it('to whom it is not given (access table): nobody else answers, studies or supervises', async () => {
    system = await village();
    const id = await raised(system);
    for (const who of ['villager', 'vacantVillager', 'head', 'partyMember', 'supervisor', 'town'] as const) {
      await expect(system.as(who).consultations.answer({ ...on(id), line: 'CONSULT' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const who of ['villager', 'duty', 'partyMember', 'town'] as const) await expect(system.as(who).consultations.supervise(on(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('elections are not consulted on (VOTE-07)', async () => {
    system = await village();
    const id = await raised(system, 'villager', 'VILLAGE', '罢免村主任');
    await expect(system.as('duty').consultations.answer({ ...on(id), line: 'ASSEMBLY' })).rejects.toMatchObject({ code: 'NOT_VOTED_HERE', data: { what: 'RECALL_COMMITTEE' } });
  });
});

it('the supervision committee is answered before anything is done (CON-12)', async () => {
  system = await village();
  const id = await reviewing(system);
  await consulted(system, id);
  await decided(system, id);
  await system.as('supervisor').consultations.supervise(on(id));
  await expect(system.as('duty').consultations.finish(on(id))).rejects.toMatchObject({ code: 'SUPERVISION_OPEN' });
  const { entries } = await matterOf(system, id);
  await system.as('duty').consultations.answerSupervision({ ...on(id), entry: entries.length - 1 });
  await system.as('duty').consultations.finish(on(id));
  expect(await kindsFor(toPerson(people.supervisor))).toContain('CONSULT_SUPERVISION_ANSWERED');
});

it('repeated issues arrive as one matter, without anybody’s words (EVT-12)', async () => {
  system = await village();
  for (const who of ['villager', 'head', 'groupHead'] as const) await filed(system, who, { text: `水沟堵了 ${who}` });
  await turn(system);
  const { items } = await system.as('duty').consultations.desk({ area: VILLAGE, open: true });
  expect(items).toMatchObject([{ source: 'ISSUES', stage: 'RAISED' }]);
  const seen = await matterOf(system, items[0]?.consultationId ?? '', 'vacantVillager');
  expect(seen).toMatchObject({ gathered: { category: 'SANITATION', issues: 3 } });
  expect(JSON.stringify(seen)).not.toMatch(/水沟堵了/);
  await filed(system, 'partHead', { text: '水沟还堵着' });
  await turn(system);
  expect((await system.as('duty').consultations.desk({ area: VILLAGE, open: true })).items).toHaveLength(1);
});

it('a picture is shown to the village once its check passed (WX-09)', async () => {
  system = await village();
  const uploadId = await uploaded(system, 'villager', { 'photo-lamp': { check: 'PENDING' } });
  const { consultationId } = await system.as('villager').consultations.raise({ requestId: tap(), text: LAMPS, audience: 'VILLAGE', attachments: { uploadId, photos: ['photo-lamp'] } });
  expect((await matterOf(system, consultationId, 'vacantVillager')).photos).toEqual([]);
  expect((await matterOf(system, consultationId)).photos).toHaveLength(1);
  await system.store.update('uploads', `demo:${people.villager}:${uploadId}`, { set: { 'files.photo-lamp.check': 'PASSED' } });
  system.pass(2 * 60_000);
  await turn(system);
  expect((await matterOf(system, consultationId, 'vacantVillager')).photos).toHaveLength(1);
});

describe('干部说法说政策 (CON-01)', () => {
  it('is announced, asked at, answered, and its attendance kept', async () => {
    system = await village();
    const input = { requestId: tap(), title: '合作医疗怎么报', material: '住院报多少，门诊报多少。', speaker: '李国平', place: '院坝', heldAt: system.now() + DAY_MS };
    await expect(system.as('villager').consultations.holdTalk(input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { talkId } = await system.as('partyMember').consultations.holdTalk(input);
    expect(await system.as('partyMember').consultations.holdTalk(input)).toEqual({ talkId });
    await system.as('villager').consultations.askAtTalk({ requestId: tap(), talkId, text: '外地住院能报吗' });
    await expect(system.as('otherHead').consultations.askAtTalk({ requestId: tap(), talkId, text: '别村的' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('duty').consultations.recordTalk({ requestId: tap(), talkId, attendance: 20 })).rejects.toMatchObject({ code: 'MEETING_NOT_HELD' });
    system.pass(2 * DAY_MS);
    await system.as('duty').consultations.recordTalk({ requestId: tap(), talkId, attendance: 20 });
    await system.as('duty').consultations.answerAtTalk({ requestId: tap(), talkId, nth: 0, text: '先备案，能报' });
    const { items } = await system.as('vacantVillager').consultations.talks({});
    expect(items).toMatchObject([{ attendance: 20, canAsk: true, canKeep: false, questions: [{ by: '一位村民', text: '外地住院能报吗', answer: { text: '先备案，能报', by: '马建业' } }] }]);
  });

  it('is called to mind at the village’s desk a week before the month ends, once, where none is held or announced', async () => {
    system = await village();
    await system.store.update('villages', VILLAGE, { set: { talkDueAt: system.now() } });
    const told = async () => (await system.as('duty').notices.list({})).items.filter(({ kind }) => kind === 'TALK_DUE').length;
    const nextLook = async () => (await system.store.get('villages', VILLAGE))?.talkDueAt;
    // 25 November: the week has begun.
    await turn(system);
    expect(await told()).toBe(1);
    expect(await nextLook()).toBe(startOfDay('2026-12-24'));
    await turn(system);
    expect(await told()).toBe(1);
    system.moveTo(startOfDay('2026-12-24') - 1);
    await turn(system);
    expect(await told()).toBe(1);
    await system.as('duty').consultations.holdTalk({ requestId: tap(), title: '医保怎么交', material: '每人交多少。', speaker: '马建业', place: '院坝', heldAt: startOfDay('2027-01-01') - 1 });
    system.pass(1);
    await turn(system);
    expect(await told()).toBe(1);
    expect(await nextLook()).toBe(startOfDay('2027-01-24'));
    system.moveTo(startOfDay('2027-01-24'));
    await turn(system);
    expect(await told()).toBe(2);
    expect(await system.as('villager').notices.list({})).toMatchObject({ items: [] });
  });

  it('is looked for early in the month without a word', async () => {
    system = await village();
    system.moveTo(startOfDay('2026-12-02'));
    await system.store.update('villages', VILLAGE, { set: { talkDueAt: system.now() } });
    await turn(system);
    expect((await system.as('duty').notices.list({})).items).toEqual([]);
    expect((await system.store.get('villages', VILLAGE))?.talkDueAt).toBe(startOfDay('2026-12-24'));
  });
});

describe('an assembly at short notice (VOTE-01)', () => {
  it('is announced with its reason, which passes the check and which everybody reads', async () => {
    system = await village();
    const id = await reviewing(system, 'ASSEMBLY');
    await system.as('duty').consultations.weigh({ ...on(id), reserved: 'PUBLIC_WORKS', markedMajor: false });
    await held(system, id, 'PROPOSE');
    const tomorrow = { ...on(id), of: 'ASSEMBLY' as const, heldAt: system.now() + DAY_MS, place: '院坝', invitees: '各户' };
    await expect(system.as('duty').consultations.announce(tomorrow)).rejects.toMatchObject({ code: 'NOTICE_TOO_SHORT' });
    await expect(system.as('duty').consultations.announce({ ...tomorrow, special: '　' })).rejects.toMatchObject({ code: 'NOTICE_TOO_SHORT' });
    await expect(system.as('duty').consultations.announce({ ...tomorrow, special: '违规测试' })).rejects.toMatchObject({ code: 'CONTENT_REFUSED' });
    await system.as('duty').consultations.announce({ ...tomorrow, requestId: tap(), special: '河堤塌了，汛前要修' });
    const { entries } = await matterOf(system, id, 'vacantVillager');
    expect(entries.at(-1)).toMatchObject({ kind: 'ANNOUNCED', announced: { special: '河堤塌了，汛前要修' } });
  });
});
