/** What an appraisal refuses, repeats, and stands when two people are at it or a step breaks off. */
import { countySettings } from '../../../config/county/settings';
import { people, VILLAGE, type Somebody } from '../../fixtures/village';
import { accountOf } from '../../fixtures/village';
import type { WireReply } from '@/contract/wire';
import { yearIdOf } from '@/domain/points/year';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { tap, type System } from '../harness';
import { appraisalNow, branchOffice, clock, cost, itemFor, kindsTold, memberYear, minutes, of, onPaper, opened, opening, tapOf, YEAR } from './kit';

let system: System;
beforeEach(async () => { system = await branchOffice(); });
afterEach(() => system.close());

const secretary = () => system.as('duty').appraisals;
const committee = () => system.as('secondDuty').appraisals;
const COUNTS = { EXCELLENT: 2, QUALIFIED: 4, BASIC: 0, NOT_QUALIFIED: 0, UNKNOWN: 1 };
const paper = (about: Somebody, more: object = {}) => ({ ...tapOf(), about: people[about], counts: COUNTS, tellers: ['田小雨', '李国平'] as [string, string], ...more });

describe('opening', () => {
  it('is the secretary’s, once a year, with its reasons where it cannot be', async () => {
    for (const who of ['secondDuty', 'partyMember', 'villager', 'town'] as const) await expect(system.as(who).appraisals.open(opening())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(secretary().open(opening({ selfUntil: '2026-02-30' }))).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'selfUntil', problem: 'DATE' }] } });
    await expect(secretary().open(opening({ opensOn: '2026-11-30' }))).rejects.toMatchObject({ code: 'ROLL_TOO_SHORT', data: { earliest: '2026-12-01' } });
    await expect(secretary().open(opening({ year: 2025 }))).rejects.toMatchObject({ code: 'TOO_FEW_MEMBERS', data: { least: 6 } });
    const tapped = opening();
    await secretary().open(tapped);
    expect(await secretary().open(tapped)).toEqual({ done: true });
    await expect(secretary().open({ ...tapped, measure: 'PAPER' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await expect(secretary().open(opening())).rejects.toMatchObject({ code: 'APPRAISAL_EXISTS' });
    expect(await secretary().get({ village: VILLAGE })).toMatchObject({ years: [2026], mayOpen: true });
    await expect(system.as('head').appraisals.get({ village: '610921107203' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes who is a member now: not who has left, nor who is of another branch', async () => {
    await system.store.update('pointYears', yearIdOf(people.deputy, YEAR), { set: { left: { on: '2026-06-01', why: 'MOVED_OUT' } } });
    await system.store.update('pointYears', yearIdOf(people.supervisor, YEAR), { set: { branch: '610921107203' } });
    await secretary().open(opening());
    expect((await appraisalNow(system)).items.map(({ name }) => name).sort()).toEqual(['李国平', '马建业', '杨晓梅', '陈守田', '刘长根', '周福林'].sort());
  });

  it('two secretaries at once open one', async () => {
    const results = await Promise.allSettled([secretary().open(opening()), secretary().open(opening())]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('nobody for themselves', () => {
  it('opines, counts, decides, plans or remarks on their own record, by whatever office', async () => {
    await onPaper(system);
    await secretary().meeting(minutes());
    const about = people.duty;
    const text = '很好';
    for (const act of [
      secretary().paper(paper('duty')), secretary().opinion({ ...tapOf(), about, text }), secretary().decide({ ...tapOf(), about, grade: 'EXCELLENT' }),
      secretary().plan({ ...tapOf(), about, text, due: '2026-12-01' }), secretary().finishPlan({ ...tapOf(), about, result: text }), secretary().remark({ ...tapOf(), about, kind: 'MERIT', text }),
    ]) await expect(act).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await itemFor(system, 'duty', 'duty'))?.may).toEqual([]);
    expect((await itemFor(system, 'secondDuty', 'duty'))?.may).toEqual(['PAPER', 'OPINION', 'DECIDE']);
    await committee().opinion({ ...tapOf(), about, text });
    expect(await itemFor(system, 'duty', 'duty')).toMatchObject({ opinion: { text } });
  });

  it('nor is anybody else’s self-appraisal written for them, or a stranger remarked on', async () => {
    await opened(system);
    await expect(system.as('villager').appraisals.self({ ...tapOf(), text: '我', grade: 'QUALIFIED' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('head').appraisals.remark({ ...tapOf(), about: people.villager, kind: 'MERIT', text: '好' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system.as('head').appraisals.self({ ...tapOf(), text: '  ', grade: 'QUALIFIED' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'text', problem: 'REQUIRED' }] } });
    await expect(system.as('head').appraisals.self({ ...tapOf(), text: '写'.repeat(501), grade: 'QUALIFIED' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'text', problem: 'TOO_LONG', limit: 500 }] } });
  });
});

describe('on paper', () => {
  it('is counted by two tellers and goes on with the last count; the committee then decides', async () => {
    await opened(system, { measure: 'PAPER', selfUntil: '2026-11-25' });
    await expect(secretary().paper(paper('head'))).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
    expect((await system.store.find('boxes', { where: { area: VILLAGE }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: 10 })).items).toEqual([]);
    await system.close();
    system = await branchOffice();
    await onPaper(system);
    await expect(secretary().paper(paper('head', { tellers: ['田小雨', ' 田小雨 '] }))).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'tellers', problem: 'TWO_TELLERS' }] } });
    await expect(secretary().paper(paper('head', { counts: { ...COUNTS, BASIC: 1 } }))).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'counts', problem: 'TOO_MANY', limit: 7 }] } });
    await expect(secretary().opinion({ ...tapOf(), about: people.head, text: '早了' })).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
    for (const who of ['partyMember', 'secondDuty', 'head', 'groupHead', 'partHead', 'deputy', 'supervisor'] as const) await secretary().paper(paper(who));
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect((await appraisalNow(system)).stage).toBe('MEASURE');
    await committee().paper(paper('duty'));
    expect((await appraisalNow(system)).stage).toBe('DECIDE');
    expect(await itemFor(system, 'partyMember', 'partyMember')).toMatchObject({ measured: COUNTS });
    expect(await itemFor(system, 'partyMember', 'head')).not.toHaveProperty('measured');
    await expect(secretary().meeting({ ...minutes(), came: 9 })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'came' }] } });
    // Fewer than half came: that is the desk's to warn of (PTY-11).
    await secretary().meeting({ ...minutes(), came: 2 });
  });

  it('the branch is reminded where it does not go on', async () => {
    await onPaper(system);
    system.moveTo(system.now() + 20 * 86_400_000);
    await clock(system);
    expect(await kindsTold(system, 'duty')).toEqual(['APPRAISAL_UNDECIDED', 'APPRAISAL_OPENED']);
    await clock(system);
    expect(await kindsTold(system, 'secondDuty')).toEqual(['APPRAISAL_UNDECIDED', 'APPRAISAL_OPENED']);
  });
});

describe('a decision', () => {
  it('departs from a veto only with a reason (PTY-09), and from no suggestion where there is none', async () => {
    await system.store.replace('pointYears', memberYear('head', { total: 950, vetoes: [{ id: 'v1', kind: 'DISCIPLINE', decidedOn: '2026-05-01', evidence: '处分决定', by: people.duty, at: 0, state: 'CONFIRMED' }] }));
    await onPaper(system);
    await secretary().meeting(minutes());
    expect(await itemFor(system, 'duty', 'head')).toMatchObject({ suggested: { grade: 'NOT_QUALIFIED', why: 'VETO', total: 950 } });
    await expect(secretary().decide({ ...tapOf(), about: people.head, grade: 'EXCELLENT' })).rejects.toMatchObject({ code: 'REASON_NEEDED' });
    await expect(secretary().decide({ ...tapOf(), about: people.head, grade: 'EXCELLENT', reason: '  ' })).rejects.toMatchObject({ code: 'REASON_NEEDED' });
    await secretary().decide({ ...tapOf(), about: people.head, grade: 'NOT_QUALIFIED' });
    await system.store.remove('pointYears', yearIdOf(people.deputy, YEAR));
    await secretary().decide({ ...tapOf(), about: people.deputy, grade: 'BASIC' });
    expect(await itemFor(system, 'duty', 'deputy')).not.toHaveProperty('suggested');
  });

  it('whoever has left since need not be decided on', async () => {
    await onPaper(system);
    await secretary().meeting(minutes());
    for (const who of ['partyMember', 'secondDuty', 'head', 'groupHead', 'partHead', 'deputy'] as const) await secretary().decide({ ...tapOf(), about: people[who], grade: 'QUALIFIED', reason: '会上评的' });
    await expect(secretary().report(tapOf())).rejects.toMatchObject({ code: 'NOT_ALL_DECIDED', data: { left: 1 } });
    await system.store.update('pointYears', yearIdOf(people.supervisor, YEAR), { set: { left: { on: '2026-11-26', why: 'DECEASED' } } });
    // Their own is open too, and nobody decides on themselves.
    await secretary().report(tapOf());
    await expect(secretary().decide({ ...tapOf(), about: people.head, grade: 'EXCELLENT', reason: '再想想' })).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
    await expect(secretary().meeting(minutes())).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
    await expect(system.as('head').appraisals.self({ ...tapOf(), text: '晚了', grade: 'QUALIFIED' })).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
    await clock(system);
    expect(await kindsTold(system, 'supervisor')).not.toContain('APPRAISAL_RESULT');
  });
});

describe('remarks', () => {
  it('are limited by the account, a repeat is not counted, and the one too many leaves nothing', async () => {
    await system.close();
    system = await branchOffice({ settings: { sending: { ...countySettings().sending, branchWords: { hour: 2, day: 3 } } } });
    await opened(system);
    const remark = (about: Somebody) => ({ ...tapOf(), about: people[about], kind: 'MERIT' as const, text: '有求必应' });
    const first = remark('partyMember');
    await system.as('head').appraisals.remark(first);
    expect(cost(system)).toBeLessThanOrEqual(8);
    await system.as('head').appraisals.remark(first);
    await system.as('head').appraisals.remark(remark('deputy'));
    await expect(system.as('head').appraisals.remark(remark('duty'))).rejects.toMatchObject({ code: 'SENT_ENOUGH', data: { what: 'BRANCH_WORD' } });
    await system.as('head').appraisals.remark(first);
    expect((await appraisalNow(system)).items.reduce((sum, { remarks }) => sum + remarks, 0)).toBe(2);
  });
});

describe('two people, and a line that breaks', () => {
  it('all who write at once are in it, and a repeated remark counts once', async () => {
    await opened(system);
    await Promise.all((['partyMember', 'head', 'groupHead', 'partHead', 'deputy'] as const).map((who) => system.as(who).appraisals.self({ ...tapOf(), text: `${who} 写的`, grade: 'QUALIFIED' })));
    expect((await appraisalNow(system)).items.filter(({ self }) => self !== undefined)).toHaveLength(5);
    const said = { ...tapOf(), about: people.head, kind: 'MERIT' as const, text: '肯帮忙' };
    await Promise.all([system.as('deputy').appraisals.remark(said), system.as('deputy').appraisals.remark(said), system.as('deputy').appraisals.remark(said)]);
    await system.as('deputy').appraisals.remark(said);
    expect(await itemFor(system, 'head', 'head')).toMatchObject({ remarks: 1 });
    await expect(system.as('deputy').appraisals.remark({ ...said, text: '不肯帮忙' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect((await system.as('head').appraisals.remarks({ ...of, about: people.head })).items).toHaveLength(1);
    // Another tap of the same moment is another remark.
    await system.as('deputy').appraisals.remark({ ...said, requestId: tap(), about: people.groupHead });
    expect((await system.as('groupHead').appraisals.remarks({ ...of, about: people.groupHead })).items).toHaveLength(1);
  });

  it('of a decision and a report at once there is one order: nothing is decided after the report', async () => {
    await onPaper(system);
    await secretary().meeting(minutes());
    for (const who of ['partyMember', 'secondDuty', 'head', 'groupHead', 'partHead', 'deputy', 'supervisor'] as const) await secretary().decide({ ...tapOf(), about: people[who], grade: 'QUALIFIED', reason: '会上评的' });
    const decide = { requestId: tap(), ...of, about: people.head, grade: 'BASIC' as const, reason: '改一改' };
    const [deciding, reporting] = await Promise.allSettled([committee().decide(decide), secretary().report(tapOf())]);
    expect(reporting.status).toBe('fulfilled');
    const grade = (await appraisalNow(system)).items.find(({ personId }) => personId === people.head)?.decided?.grade;
    expect(grade).toBe(deciding.status === 'fulfilled' ? 'BASIC' : 'QUALIFIED');
    await expect(committee().decide({ ...decide, requestId: tap() })).rejects.toMatchObject({ code: 'APPRAISAL_STAGE' });
  });

  it('a tap whose answer was lost is made once: sent again it answers the same', async () => {
    await opened(system);
    const event = { procedure: 'self', input: { ...tapOf(), text: '写好了', grade: 'QUALIFIED' } };
    const send = (): Promise<WireReply> => system.call(accountOf('head'), 'appraisals', event);
    const first = await send();
    const before = await appraisalNow(system);
    system.pass(60_000);
    expect(await send()).toEqual(first);
    expect(await appraisalNow(system)).toEqual(before);
  });

  it('a clock that breaks off in the middle goes on where it was, and tells nobody twice', async () => {
    await secretary().open(opening());
    const broken = (after: number) => {
      let writes = 0;
      const { store } = system.platform;
      return { ...system.platform, store: { ...store, transaction: (async (body) => {
        writes += 1;
        if (writes > after) throw new Error('the machine went away');
        return store.transaction(body);
      }) as typeof store.transaction } };
    };
    const only = jobs.filter(({ name }) => name === 'appraisals.step');
    for (let after = 0; after < 4; after += 1) expect((await runClock(broken(after), only)).failed.length).toBeLessThanOrEqual(1);
    await clock(system);
    expect((await system.store.find('boxes', { where: { area: VILLAGE }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: 100 })).items).toHaveLength(8);
    for (const who of ['partyMember', 'supervisor'] as const) expect(await kindsTold(system, who)).toEqual(['APPRAISAL_OPENED']);
    expect((await appraisalNow(system)).items.every(({ announced }) => announced)).toBe(true);
  });
});
