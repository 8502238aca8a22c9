/** 民主测评 by secret box, from the secretary's tap to the counts (PTY-11): a box a member, nothing of it before the count, nothing below k. */
import { randomBytes } from 'node:crypto';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { receiptOf } from '@/domain/voting/receipt';
import type { AppraisalView, BoxView, MyBallot } from '@/services/views';
import { journey } from './browser';
import { refusalOf, villageOf } from './matters';
import { withStage } from './stage';

/** Of the branch's thirteen members those who have phones here: five ballots on everybody else, four on each of them. */
const VOTERS = ['田小雨', '张文德', '邓明珠', '柳春林'];

journey('a branch measures its members by secret ballot (PTY-11)', () => {
  const on = withStage();

  const asks = async <T>(name: string, context: string, procedure: string, input: object = {}): Promise<T> => on.stage.server.ask<T>(await on.stage.idOf(name), context, procedure, input);
  const later = async (moment: number): Promise<void> => on.stage.server.moveClock(moment);

  it('is opened by the secretary, cast by the members one after another, and counted with nothing shown before or below k', async () => {
    const village = await villageOf(on.stage, '李国平');
    const appraisal = async (): Promise<AppraisalView> => {
      const { appraisal: one } = await asks<{ readonly appraisal?: AppraisalView }>('柳春林', 'appraisals', 'get', { village });
      if (one === undefined) throw new Error('nothing was opened');
      return one;
    };
    const secretary = await on.stage.as('张文德', { path: 'packages/branch/desk/index' });
    await secretary.tap('民主评议');
    await secretary.tap(/开\d{4}年民主评议/.exec(await (async () => { await secretary.see(/开\d{4}年民主评议/); return secretary.reads(); })())?.[0] ?? '');
    await secretary.tap('手机上投');
    await secretary.tap('开始');
    await secretary.see('开了，每位党员都会收到');
    await later((await on.stage.server.now()) + 5 * MINUTE_MS);

    const { opensAt = 0, closesAt = 0, items } = await appraisal();
    expect(items.length).toBeGreaterThan(VOTERS.length + 1);
    const member = await on.stage.as('李国平', { path: `packages/party/appraisal/index?village=${village}` });
    await member.see(/开始，不记名/);

    // Drawn and frozen the day before, open in the morning.
    await later(opensAt - DAY_MS);
    await later(opensAt - HOUR_MS);
    await later(opensAt + 10 * HOUR_MS);

    await member.reopen('pages/home/index');
    await member.tap(`民主测评，还有 ${items.length - 1} 位等您`);
    await member.see('不记名，谁也看不到您投了哪个');
    for (let left = items.length - 1; left > 0; left -= 1) {
      await member.see(`${left} 位等您`);
      await member.tap('测评');
      await member.see('您怎么评？');
      expect(await member.page.locator('[role="radio"][aria-checked="true"]').count()).toBe(0);
      await member.tap('合格');
      await member.tap('看一遍再投');
      await member.see('您选的是');
      await member.tap('投出去');
      await member.see('票投进去了');
      await member.tap('抄好了');
      await member.tap('接着投下一张');
    }
    await member.see('民主测评');
    await member.gone(/位等您/);

    // The others, as their phones would send it.
    for (const name of VOTERS) {
      const { items: ballots } = await asks<{ readonly items: readonly MyBallot[] }>(name, 'voting', 'mine');
      for (const { ballotId, kind } of ballots) if (kind === 'MEMBER') await asks(name, 'voting', 'cast', { ballotId, receipt: receiptOf(randomBytes(16)), choices: { main: 'Q' } });
    }
    // Nothing of it comes out while the boxes are open, nor who is told anything besides the voter; the village knows of no box.
    const committee = await on.stage.as('柳春林', { path: 'packages/branch/appraisal/index' });
    await committee.see('李国平');
    expect((await appraisal()).items.every(({ measured }) => measured === undefined)).toBe(true);
    expect((await asks<{ readonly items: readonly BoxView[] }>('王秀兰', 'voting', 'nearby')).items.filter(({ title }) => title.includes('测评'))).toEqual([]);
    expect(refusalOf(await on.stage.server.call(await on.stage.idOf('王秀兰'), 'voting', 'box', { boxId: items.find(({ boxId }) => boxId !== undefined)?.boxId }))).toBe('NOT_FOUND');

    await later(closesAt + MINUTE_MS);
    await later(closesAt + HOUR_MS);
    expect((await appraisal()).stage).toBe('DECIDE');
    const counted = (await appraisal()).items;
    const stranger = counted.find(({ name }) => ![...VOTERS, '李国平'].includes(name));
    expect(stranger?.measured).toMatchObject({ QUALIFIED: 5, EXCELLENT: 0 });
    // Four ballots are below k: whoever cast them could be guessed.
    expect(counted.find(({ name }) => name === '李国平')).toMatchObject({ hidden: true });
    await committee.reopen('packages/branch/appraisal/index');
    await committee.tap(`${stranger?.name ?? ''}，`);
    await committee.see('合格 5');
    await member.reopen(`packages/party/appraisal/index?village=${village}`);
    await member.see('投的人太少，为了不让人猜出谁投了什么，不公布');
    expect(await member.reads()).not.toContain(stranger?.name ?? '');
  });
});
