/** A branch's appraisal from its opening to the end of an improvement plan, measured in secret, over both stores. */
import { DAY_MS, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import { MAIN } from '@/domain/voting/box';
import { receiptOf } from '@/domain/voting/receipt';
import { accountOf, people, VILLAGE, type Somebody } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { appraisalNow, branchOffice, clock, cost, counted, itemFor, kindsTold, measuring, MEMBERS, of, opened, opening, tapOf, view, votes } from './kit';

let system: System;
afterEach(() => system.close());

/** The emulated cloud answers every draw of eight rolls over its wire. */
const PATIENCE_MS = 120_000;
const secretary = () => system.as('duty').appraisals;
const committee = () => system.as('secondDuty').appraisals;
const member = () => system.as('partyMember').appraisals;

it('is opened, written, measured, decided, reported and followed up (PTY-11..13)', async () => {
  system = await branchOffice();
  const costs: [string, number][] = [];
  const costing = async <T>(what: string, act: Promise<T>): Promise<T> => {
    const answer = await act;
    costs.push([what, cost(system)]);
    return answer;
  };

  expect(await member().get({ village: VILLAGE })).toEqual({ years: [], mayOpen: false });
  expect(await costing('open', secretary().open(opening()))).toEqual({ done: true });
  await clock(system);
  for (const who of MEMBERS) expect(await kindsTold(system, who)).toEqual(['APPRAISAL_OPENED']);
  expect(await costing('mine', member().mine())).toEqual({ village: VILLAGE, year: 2026, stage: 'SELF', selfDue: true, boxes: 0 });
  expect((await view(system, 'partyMember'))?.items).toHaveLength(8);
  expect((await view(system, 'partyMember'))?.may).toEqual(['SELF', 'REMARK']);

  await costing('self', member().self({ ...tapOf(), text: '联了三户，办了五件事', grade: 'EXCELLENT' }));
  expect(await member().mine()).toMatchObject({ selfDue: false });
  await costing('remark', system.as('head').appraisals.remark({ ...tapOf(), about: people.partyMember, kind: 'MERIT', text: '有求必应' }));
  await system.as('groupHead').appraisals.remark({ ...tapOf(), about: people.partyMember, kind: 'SUGGESTION', text: '多带年轻人' });

  // Who has written is reminded of nothing.
  system.moveTo(startOfDay('2026-11-29') + 9 * 3_600_000);
  await clock(system);
  expect(await kindsTold(system, 'partyMember')).toEqual(['APPRAISAL_OPENED']);
  expect(await kindsTold(system, 'head')).toEqual(['APPRAISAL_SELF_DUE', 'APPRAISAL_OPENED']);

  await measuring(system);
  expect(await appraisalNow(system)).toMatchObject({ stage: 'MEASURE' });
  system.pass(10 * 3_600_000);
  await clock(system);
  // One notice of all boxes, not one a box.
  expect((await system.as('partyMember').notices.list({})).items.map(({ kind }) => kind)).toEqual(['APPRAISAL_MEASURE', 'APPRAISAL_OPENED']);
  expect(await costing('mine (measuring)', member().mine())).toMatchObject({ stage: 'MEASURE', boxes: 7 });
  for (const who of ['duty', 'secondDuty', 'head', 'groupHead', 'partHead', 'deputy'] as const) {
    expect(await votes(system, who, (title) => (title.includes('刘长根') ? 'N' : title.includes('李国平') ? 'E' : 'Q'))).toBe(7);
  }
  expect(await system.as('head').appraisals.mine()).toMatchObject({ boxes: 0 });
  expect(await member().mine()).toMatchObject({ boxes: 7 });
  // Nothing of it comes out before all is counted, not to the committee either.
  expect(await itemFor(system, 'duty', 'partyMember')).not.toHaveProperty('measured');
  await counted(system);
  expect(await kindsTold(system, 'partyMember')).toContain('APPRAISAL_CLOSING');
  expect(await kindsTold(system, 'head')).toContain('APPRAISAL_CLOSING');
  expect(await kindsTold(system, 'duty')).toContain('APPRAISAL_COUNTED');
  expect(await kindsTold(system, 'secondDuty')).toContain('APPRAISAL_COUNTED');
  expect(await kindsTold(system, 'partyMember')).not.toContain('APPRAISAL_COUNTED');

  const seen = await costing('get (committee)', itemFor(system, 'duty', 'partyMember'));
  expect(seen).toMatchObject({ measured: { EXCELLENT: 6, QUALIFIED: 0, BASIC: 0, NOT_QUALIFIED: 0, UNKNOWN: 0 }, hidden: false, suggested: { grade: 'EXCELLENT', total: 920, why: 'POINTS' }, remarks: 2, may: ['OPINION', 'DECIDE'] });
  await costing('opinion', secretary().opinion({ ...tapOf(), about: people.partyMember, text: '一年做得实', grade: 'EXCELLENT' }));
  await expect(secretary().report({ ...tapOf() })).rejects.toMatchObject({ code: 'MEETING_NEEDED' });
  const day = '2026-12-08';
  expect((await view(system, 'duty'))?.may).toEqual(['OPINION', 'MEETING', 'DECIDE', 'REPORT']);
  await costing('meeting', secretary().meeting({ ...tapOf(), on: day, host: '马建业', recorder: '杨晓梅', called: 8, came: 7, text: '逐个评定' }));
  await costing('decide', secretary().decide({ ...tapOf(), about: people.partyMember, grade: 'EXCELLENT' }));
  await expect(secretary().decide({ ...tapOf(), about: people.groupHead, grade: 'BASIC' })).rejects.toMatchObject({ code: 'REASON_NEEDED' });
  await secretary().decide({ ...tapOf(), about: people.groupHead, grade: 'BASIC', reason: '下半年改了不少' });
  await expect(secretary().report({ ...tapOf() })).rejects.toMatchObject({ code: 'NOT_ALL_DECIDED', data: { left: 5 } });
  for (const who of ['secondDuty', 'head', 'partHead', 'deputy', 'supervisor'] as const) await secretary().decide({ ...tapOf(), about: people[who], grade: 'QUALIFIED', reason: '会上评的' });
  await expect(secretary().decide({ ...tapOf(), about: people.duty, grade: 'QUALIFIED' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await committee().decide({ ...tapOf(), about: people.duty, grade: 'QUALIFIED' });
  expect((await view(system, 'duty'))?.excellent).toEqual({ count: 1, most: 2 });

  // The town learns nothing before it is reported.
  expect(await system.as('town').appraisals.get({ village: VILLAGE })).toEqual({ years: [], mayOpen: false });
  expect(await costing('ofTown', system.as('town').appraisals.ofTown({ town: '610921107', year: 2026 }))).toEqual({ items: [{ village: VILLAGE, branch: '堰坪村党支部', stage: 'DECIDE', decided: 8, members: 8 }] });
  const requestId = tap();
  await costing('report', secretary().report({ requestId, ...of }));
  expect(await secretary().report({ requestId, ...of })).toEqual({ done: true });
  await clock(system);
  expect(await kindsTold(system, 'town')).toEqual(['APPRAISAL_REPORTED']);
  for (const who of MEMBERS) expect((await kindsTold(system, who)).filter((kind) => kind === 'APPRAISAL_RESULT')).toHaveLength(1);
  // PTY-15: what the points suggested is part of the report, the points are not.
  const atTown = await costing('get (town)', itemFor(system, 'town', 'groupHead'));
  expect(atTown).toMatchObject({ decided: { grade: 'BASIC', reason: '下半年改了不少' }, may: [] });
  expect(atTown?.suggested).toEqual({ grade: 'NOT_QUALIFIED', why: 'POINTS' });

  // Points go on changing; what stood beside the decision does not.
  await system.store.update('pointYears', `${people.groupHead}:2026`, { set: { total: 990 } });
  expect(await itemFor(system, 'duty', 'groupHead')).toMatchObject({ suggested: { grade: 'NOT_QUALIFIED', total: 590 } });

  system.moveTo(startOfDay('2026-12-30') + 12 * 3_600_000);
  await clock(system);
  await clock(system);
  expect(await kindsTold(system, 'duty')).not.toContain('APPRAISAL_PLANS_MISSING');
  system.moveTo(startOfDay('2027-01-02'));
  await clock(system);
  expect(await kindsTold(system, 'duty')).toContain('APPRAISAL_PLANS_MISSING');
  await expect(secretary().plan({ ...tapOf(), about: people.groupHead, text: '每月参加组织生活', due: '2027-02-02' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'due', problem: 'DATE' }] } });
  await expect(secretary().plan({ ...tapOf(), about: people.head, text: '不用订', due: '2027-01-20' })).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
  await costing('plan', secretary().plan({ ...tapOf(), about: people.groupHead, text: '每月参加组织生活', due: '2027-01-20' }));
  expect(await kindsTold(system, 'groupHead')).toContain('APPRAISAL_PLAN');
  system.moveTo(startOfDay('2027-01-17') + 10 * 3_600_000);
  await clock(system);
  expect(await kindsTold(system, 'groupHead')).toContain('APPRAISAL_PLAN_DUE');
  system.moveTo(endOfDay('2027-01-20') + 10 * 3_600_000);
  await clock(system);
  expect(await kindsTold(system, 'secondDuty')).toContain('APPRAISAL_PLAN_OVER');
  await costing('finishPlan', committee().finishPlan({ ...tapOf(), about: people.groupHead, result: '三次都参加了' }));
  expect(await itemFor(system, 'groupHead', 'groupHead')).toMatchObject({ plan: { result: '三次都参加了' } });
  expect((await appraisalNow(system)).dueAt).toBeUndefined();
  expect(costs.filter(([, operations]) => operations > 8)).toEqual([]);
}, PATIENCE_MS);

describe('what a reader sees (PTY-15, BUR-01)', () => {
  it('a member their own in full, of others the name, and the grade once it is reported; nobody who voted', async () => {
    system = await branchOffice();
    await opened(system);
    await system.as('partyMember').appraisals.self({ ...tapOf(), text: '我自己写的', grade: 'QUALIFIED' });
    await system.as('head').appraisals.remark({ ...tapOf(), about: people.partyMember, kind: 'CRITICISM', text: '开会来得晚' });
    await measuring(system);
    for (const who of ['duty', 'secondDuty', 'head', 'groupHead', 'partHead'] as const) await votes(system, who, () => 'B');
    await counted(system);
    await secretary().opinion({ ...tapOf(), about: people.partyMember, text: '开会要准时' });
    await secretary().decide({ ...tapOf(), about: people.partyMember, grade: 'QUALIFIED', reason: '会上评的' });

    const own = await itemFor(system, 'partyMember', 'partyMember');
    expect(own).toMatchObject({ own: true, self: { text: '我自己写的' }, remarks: 1, measured: { BASIC: 5 }, opinion: { text: '开会要准时' }, decided: { grade: 'QUALIFIED', reason: '会上评的' }, may: [] });
    const { items } = await member().remarks({ ...of, about: people.partyMember });
    expect(items).toMatchObject([{ by: '陈守田', kind: 'CRITICISM', text: '开会来得晚' }]);
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect((await committee().remarks({ ...of, about: people.partyMember })).items).toHaveLength(1);

    const others = async (who: Somebody) => (await view(system, who))?.items.find(({ personId }) => personId === people.partyMember);
    expect(await others('head')).toEqual({ personId: people.partyMember, name: '李国平', own: false, hidden: false, boxId: expect.any(String) as unknown, may: [] });
    await expect(system.as('head').appraisals.remarks({ ...of, about: people.partyMember })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('town').appraisals.remarks({ ...of, about: people.partyMember })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const who of ['villager', 'otherHead', 'legal'] as const) await expect(system.as(who).appraisals.get({ village: VILLAGE })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const asMember = await view(system, 'head');
    expect(asMember?.excellent).toBeUndefined();
    expect(asMember?.meeting).toBeUndefined();

    await secretary().meeting({ ...tapOf(), on: '2026-12-08', host: '马建业', recorder: '杨晓梅', called: 8, came: 7, text: '李国平开会来得晚' });
    for (const who of ['secondDuty', 'head', 'groupHead', 'partHead', 'deputy', 'supervisor'] as const) await secretary().decide({ ...tapOf(), about: people[who], grade: 'QUALIFIED', reason: '会上评的' });
    await secretary().report(tapOf());
    expect((await others('head'))?.decided).toEqual({ grade: 'QUALIFIED' });
    expect((await view(system, 'head'))?.meeting).toBeUndefined();
    expect((await view(system, 'town'))?.meeting).toMatchObject({ came: 7 });
    // Of nobody's ballots anything is said, whoever reads it.
    for (const who of ['duty', 'town', 'partyMember'] as const) expect(JSON.stringify(await view(system, who))).not.toMatch(/cast|voter|ballot/i);
  }, PATIENCE_MS);

  it('below k ballots nothing of the measurement, to anybody', async () => {
    system = await branchOffice();
    await opened(system);
    await measuring(system);
    for (const who of ['duty', 'secondDuty', 'head', 'groupHead'] as const) await votes(system, who, () => 'E');
    await counted(system);
    for (const who of ['duty', 'partyMember'] as const) {
      const seen = await itemFor(system, who, 'partyMember');
      expect(seen).toMatchObject({ hidden: true });
      expect(seen).not.toHaveProperty('measured');
    }
  }, PATIENCE_MS);
});

describe('a branch’s box', () => {
  it('is unknown to the rest of the village, and tells its members no counts', async () => {
    system = await branchOffice();
    await opened(system);
    const boxId = (await appraisalNow(system)).items.find(({ personId }) => personId === people.partyMember)?.boxId ?? '';
    const asks = (who: Somebody) => [system.as(who).voting.box({ boxId }), system.as(who).voting.onRoll({ boxId }), system.as(who).voting.roll({ boxId }), system.as(who).voting.result({ boxId }), system.as(who).voting.file({ boxId }), system.as(who).voting.receipts({ boxId, bucket: 0 }), system.as(who).voting.objections({ boxId, open: true }), system.as(who).voting.comments({ boxId }), system.as(who).voting.askCorrection({ requestId: tap(), boxId, about: 'ADD', text: '加我' })];
    for (const who of ['villager', 'town', 'otherHead', 'clerk'] as const) for (const answer of asks(who)) await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await system.as('villager').voting.nearby()).items).toEqual([]);
    expect((await system.as('head').voting.nearby()).items).toHaveLength(8);
    expect(await system.as('partyMember').voting.onRoll({ boxId })).toMatchObject({ on: false, why: 'EXCEPTED' });
    expect((await system.as('head').voting.roll({ boxId })).names).toHaveLength(7);

    // Objections to its roll are the secretary's, not the village desk's.
    await system.as('head').voting.askCorrection({ requestId: tap(), boxId, about: 'REMOVE', name: '郑来福', text: '他转走了' });
    await clock(system);
    expect((await system.as('duty').notices.list({})).items.map(({ kind }) => kind)).toContain('BOX_OBJECTION');
    const [{ objectionId } = { objectionId: '' }] = (await system.as('duty').voting.objections({ boxId, open: true })).items;
    await expect(system.as('supervisor').voting.objections({ boxId, open: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await system.as('duty').voting.watched({})).items.find((one) => one.boxId === boxId)).toMatchObject({ waiting: 1 });
    expect((await system.as('supervisor').voting.watched({})).items).toEqual([]);
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId, accept: false, text: '没有转走' });
    await clock(system);

    await measuring(system);
    for (const who of ['duty', 'secondDuty', 'head', 'groupHead', 'partHead'] as const) await votes(system, who, () => 'E');
    await counted(system);
    const result = await system.as('head').voting.result({ boxId });
    expect(result).toMatchObject({ outcome: { kind: 'KEPT' }, buckets: 1 });
    expect(result).not.toHaveProperty('counts');
    expect((await system.as('head').voting.receipts({ boxId, bucket: 0 })).receipts).toHaveLength(5);
    await expect(system.as('duty').voting.file({ boxId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }, PATIENCE_MS);

  it('is cast on the member’s own phone: a relative’s, which acts for them, reads it and casts nothing, nor learns what was cast (VOTE-12)', async () => {
    system = await branchOffice();
    await opened(system);
    const relative = await system.store.get('accounts', accountOf('villager'));
    if (relative === undefined) throw new Error('the villager has an account');
    await system.store.replace('accounts', { ...relative, bindings: [...relative.bindings, { personId: people.head, level: 'VERIFIED', relation: 'FAMILY', at: 0 }], family: [people.head], actingFor: people.head });
    const phone = system.as('villager');
    await measuring(system);
    const [{ ballotId } = { ballotId: '' }, { ballotId: second } = { ballotId: '' }] = (await phone.voting.mine({})).items;
    expect(await phone.voting.ballot({ ballotId })).toMatchObject({ inNameOf: '陈守田', canCast: false });
    const casts = (by: typeof phone, of: string) => by.voting.cast({ ballotId: of, receipt: receiptOf(Array.from({ length: 16 }, (_, at) => at)), choices: { [MAIN]: 'E' } });
    await expect(casts(phone, ballotId)).rejects.toMatchObject({ code: 'OWN_PHONE_ONLY' });
    expect((await phone.voting.waiting()).items).toEqual([]);
    expect(await system.store.get('boxRolls', ballotId)).toMatchObject({ state: 'OPEN' });
    await casts(system.as('head'), second);
    for (const one of (await phone.voting.mine({})).items) expect(one).not.toHaveProperty('cast');
    expect(await phone.appraisals.mine()).toMatchObject({ boxes: 0 });
    expect((await system.as('head').voting.mine({})).items.find((one) => one.ballotId === second)).toMatchObject({ cast: true });
  }, PATIENCE_MS);

  it('is announced once a member, whoever runs the clock and however often', async () => {
    system = await branchOffice();
    await secretary().open(opening());
    await Promise.all([clock(system), clock(system)]);
    await clock(system);
    expect((await system.store.find('boxes', { where: { area: VILLAGE }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: 100 })).items).toHaveLength(8);
    expect((await kindsTold(system, 'head'))).toEqual(['APPRAISAL_OPENED']);
  }, PATIENCE_MS);

  it('that opens late because of an objection holds the count up, and nothing is lost', async () => {
    system = await branchOffice();
    await opened(system);
    const { items, opensAt = 0, closesAt = 0 } = await appraisalNow(system);
    const boxId = items[0]?.boxId ?? '';
    const asker = items[0]?.personId === people.head ? 'deputy' : 'head';
    await system.as(asker).voting.askCorrection({ requestId: tap(), boxId, about: 'REMOVE', name: '郑来福', text: '他转走了' });
    await measuring(system);
    system.moveTo(opensAt + 2 * DAY_MS);
    const [{ objectionId } = { objectionId: '' }] = (await system.as('duty').voting.objections({ boxId, open: true })).items;
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId, accept: false, text: '没有转走' });
    await clock(system);
    system.moveTo(closesAt + 3_600_000);
    await clock(system);
    expect(await appraisalNow(system)).toMatchObject({ stage: 'MEASURE' });
    // Counts come out together: of the boxes that are counted already nothing is said, nor that too few voted.
    expect((await view(system, 'secondDuty'))?.items.map(({ hidden, measured }) => hidden || measured !== undefined)).toEqual(MEMBERS.map(() => false));
    system.moveTo(closesAt + 4 * DAY_MS);
    await clock(system);
    system.pass(10 * 60_000);
    await clock(system);
    expect(await appraisalNow(system)).toMatchObject({ stage: 'DECIDE' });
  }, PATIENCE_MS);
});
