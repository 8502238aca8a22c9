import { addCivilDays, civilDateOf, DAY_MS, MINUTE_MS, startOfDay } from '@/domain/basics/civil-time';
import type { AppraisalView, OwnYear, PublicationView } from '@/services/views';
import { journey } from './browser';
import { requestId, villageOf } from './matters';
import { nextCycle } from './party-cycle';
import { withStage, type Stage } from './stage';

interface Year {
  readonly score: { readonly total: number };
  readonly entries: readonly { readonly entryId: string; readonly text: string; readonly state: string }[];
}

/** A deed of 李国平, as his phone sends it. */
async function claimed(stage: Stage, text: string): Promise<string> {
  const member = await stage.idOf('李国平');
  const today = civilDateOf(await stage.server.now());
  const { items } = await stage.server.ask<{ readonly items: readonly { readonly id: string; readonly tenths: number; readonly left?: number }[] }>(member, 'points', 'items', {});
  const item = items.find(({ tenths, left }) => tenths > 0 && (left === undefined || left >= tenths))?.id;
  const { entryId } = await stage.server.ask<{ readonly entryId: string }>(member, 'points', 'claim', { requestId: requestId(), on: today, item, text });
  return entryId;
}

async function entryOf(stage: Stage, entryId: string): Promise<{ readonly state: string; readonly refused?: { readonly reason: string }; readonly appeal?: { readonly state: string } }> {
  return stage.server.ask(await stage.idOf('李国平'), 'points', 'entry', { entryId });
}

journey('a branch looks at what its members did (PTY-04..06, 10, 14)', () => {
  const on = withStage();

  it('a verifier says that it is right, another approves, and the points are there', async () => {
    const { stage } = on;
    const before = await stage.server.ask<Year>(await stage.idOf('李国平'), 'points', 'mine', {});
    const entryId = await claimed(stage, '帮五保户修好了漏雨的屋顶');
    const verifier = await stage.as('邓明珠');
    await verifier.go('pages/me/index');
    await verifier.tap('支部工作台');
    await verifier.see('帮五保户修好了漏雨的屋顶');
    await verifier.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await verifier.tap('属实');
    await verifier.see('核实了，交给支部审');

    const secretary = await stage.as('张文德');
    await secretary.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await secretary.tap('记上');
    await secretary.see('记上了');
    expect((await entryOf(stage, entryId)).state).toBe('POSTED');
    expect((await stage.server.ask<Year>(await stage.idOf('李国平'), 'points', 'mine', {})).score.total).toBeGreaterThanOrEqual(before.score.total);
  });

  it('it is refused with its reason, appealed, and decided by somebody who has not looked at it', async () => {
    const { stage } = on;
    const entryId = await claimed(stage, '在广场上扫了一上午地');
    const verifier = await stage.as('邓明珠');
    await verifier.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await verifier.tap('不通过');
    await verifier.fill('为什么', '那天是村里统一安排的用工，给了工钱');
    await verifier.page.getByRole('dialog').getByRole('button', { name: '不通过', exact: true }).click();
    await verifier.see('告诉他了');
    expect(await entryOf(stage, entryId)).toMatchObject({ state: 'REFUSED', refused: { reason: '那天是村里统一安排的用工，给了工钱' } });

    await stage.server.ask(await stage.idOf('李国平'), 'points', 'appeal', { requestId: requestId(), entryId, text: '我是义务去的，没有领工钱' });
    const committee = await stage.as('柳春林');
    await committee.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await committee.see('我是义务去的，没有领工钱');
    await committee.tap('答复申诉');
    await committee.tap('成立');
    await committee.fill('答复的话', '查了工钱单，没有他的名字，补记上');
    await committee.tap('这样答复');
    await committee.see('答复了');
    expect((await entryOf(stage, entryId)).appeal?.state).toBe('UPHELD');
  });

  it('the secretary records who came late, for several at once', async () => {
    const { stage } = on;
    const secretary = await stage.as('张文德');
    await secretary.go('packages/branch/record/index');
    await secretary.see('哪几位');
    await secretary.tap('迟到');
    await secretary.tap('李国平');
    await secretary.tap('田小雨');
    await secretary.fill('怎么回事', '主题党日晚到半小时');
    await secretary.tap('记 2 位');
    await secretary.see('记下了，等另一位审');
  });

  it('the town sees branches and no member’s points (PTY-15, BUR-01)', async () => {
    const { stage } = on;
    await villageOf(stage, '王秀兰');
    const town = await stage.as('汤敏');
    await town.go('pages/me/index');
    await town.tap('镇党委组织办');
    await town.tap('支部');
    await town.see('按支部名排，不排名次');
    expect(await town.reads()).not.toContain('李国平');
  });
});

journey('a branch’s year: pledges, a publication, the appraisal (PTY-04, 10..13)', () => {
  const on = withStage();
  const branch: { village: string; cycle: number } = { village: '', cycle: 0 };

  /** Past the screen: what only fills the year. */
  async function asks<T>(name: string, context: string, procedure: string, input: object): Promise<T> {
    return on.stage.server.ask<T>(await on.stage.idOf(name), context, procedure, input);
  }
  /** At noon, as nobody works in the branch at night. */
  const noonOf = async (day: string): Promise<void> => on.stage.server.moveClock(startOfDay(day) + DAY_MS / 2);

  beforeAll(async () => {
    branch.village = await villageOf(on.stage, '李国平');
    branch.cycle = await nextCycle(on.stage, branch.village);
  });

  it('the secretary confirms a pledge, and the member sees it', async () => {
    const { cycle } = branch;
    const words = { type: 'PUBLIC_GOOD', text: '带头修三组的机耕路', target: 3, unit: '次', due: `${cycle}-12-31` };
    await asks('李国平', 'points', 'pledge', { requestId: requestId(), ...words });
    const secretary = await on.stage.as('张文德', { path: 'pages/me/index' });
    await secretary.tap('支部工作台');
    await secretary.tap('承诺 1 件');
    await secretary.see('带头修三组的机耕路');
    await secretary.see('做到 3 次算做到');
    await secretary.tap('确认：李国平');
    await secretary.see('确认了');
    await secretary.see('没有等着看的承诺');
    expect((await asks<OwnYear>('李国平', 'points', 'mine', {})).pledges).toMatchObject([{ text: '带头修三组的机耕路', state: 'CONFIRMED' }]);

    const member = await on.stage.as('李国平', { path: 'packages/party/year/index' });
    await member.see('带头修三组的机耕路');
    await member.see('0 / 3 次');
  });

  it('a quarter is published, a member objects, the committee answers for all to see (PTY-10)', async () => {
    const { village, cycle } = branch;
    await noonOf(`${cycle}-04-02`);
    const secretary = await on.stage.as('张文德', { path: 'packages/branch/desk/index' });
    await secretary.tap('这一季度该公示了');
    await secretary.tap('公示第 1 期');
    await secretary.confirm('公示');
    await secretary.see('公示了，每位党员都会收到');
    await secretary.see(`${cycle}年第 1 季度`);
    await on.stage.server.moveClock((await on.stage.server.now()) + 2 * MINUTE_MS);

    const member = await on.stage.as('李国平', { path: 'packages/party/year/index' });
    await member.tap('积分公示');
    await member.see('第 1 季度');
    await member.tap('田小雨，');
    await member.see('田小雨的分不对？');
    await member.fill('哪里不对', '三月守河堤那晚她也在，没有记');
    await member.tap('提异议');
    await member.see('提上去了，支部会答复');
    await member.see('等支部答复');

    const committee = await on.stage.as('柳春林', { path: 'packages/branch/desk/index' });
    await committee.tap('1 条公示异议等答复');
    await committee.see('李国平：关于田小雨');
    await committee.tap('答复：三月守河堤');
    await committee.fill('答复的话', '查了值守表，她在，请她补报一笔');
    await committee.tap('答复他');
    await committee.see('答复了');
    await member.reopen(`packages/party/publication/index?village=${village}`);
    await member.see('支部答复：查了值守表，她在，请她补报一笔');
    const { items } = await asks<{ readonly items: readonly PublicationView[] }>('李国平', 'points', 'publications', { village });
    expect(items.find((one) => one.cycle === cycle && one.n === 1)?.objections).toMatchObject([{ answer: '查了值守表，她在，请她补报一笔' }]);
  });

  it('the year is appraised: of oneself, by the committee, by the assembly, beside what the points suggest (PTY-11, 12)', async () => {
    const { village, cycle } = branch;
    const year = { village, year: cycle };
    await noonOf(`${cycle}-12-02`);
    const secretary = await on.stage.as('张文德', { path: 'packages/branch/desk/index' });
    await secretary.tap('民主评议');
    await secretary.tap(`开${cycle}年民主评议`);
    await secretary.tap('会上发纸票');
    await secretary.tap('开始');
    await secretary.see('开了，每位党员都会收到');
    await secretary.see(/^自评写了 0/);
    await on.stage.server.moveClock((await on.stage.server.now()) + 2 * MINUTE_MS);

    const member = await on.stage.as('李国平', { path: 'packages/party/year/index' });
    await member.tap('写一写今年的自评');
    await member.fill('这一年做得怎么样', '修了路，清了沟，三户每月都去');
    await member.tap('合格');
    await member.tap('交自评');
    await member.see('交上去了');
    await member.see('我的自评');

    const appraisal = async (): Promise<AppraisalView> => {
      const { appraisal: one } = await asks<{ readonly appraisal?: AppraisalView }>('柳春林', 'appraisals', 'get', year);
      if (one === undefined) throw new Error('nothing was opened');
      return one;
    };
    await noonOf(addCivilDays((await appraisal()).selfUntil, 1));
    const today = civilDateOf(await on.stage.server.now());
    const { items } = await appraisal();
    // The papers of all, and the decisions of the others, as a screen would send them.
    for (const { personId } of items) {
      const teller = personId === await on.stage.idOf('张文德') ? '柳春林' : '张文德';
      if (personId !== member.id) await asks(teller, 'appraisals', 'paper', { requestId: requestId(), ...year, about: personId, counts: { EXCELLENT: 0, QUALIFIED: items.length - 1, BASIC: 0, NOT_QUALIFIED: 0, UNKNOWN: 0 }, tellers: ['邓明珠', '田小雨'] });
    }
    const appraised = `packages/branch/appraise/index?village=${village}&year=${cycle}&id=${member.id}`;
    await secretary.reopen('packages/branch/appraisal/index');
    await secretary.tap('李国平，自评合格');
    await secretary.see('修了路，清了沟，三户每月都去');
    await secretary.tap('填纸票');
    await secretary.fill('合格', String(items.length - 1));
    await secretary.fill('计票人', '邓明珠');
    await secretary.fill('另一位计票人', '田小雨');
    await secretary.tap('记下来，一共');
    await secretary.see('记下了');

    const committee = await on.stage.as('柳春林', { path: appraised });
    await committee.tap('写意见');
    await committee.fill('意见', '修路清沟都带了头，组织生活没有缺过');
    await committee.tap('优秀');
    await committee.tap('记下来');
    await committee.see('修路清沟都带了头，组织生活没有缺过');

    await secretary.reopen('packages/branch/appraisal/index');
    await secretary.tap('记党员大会');
    await secretary.fill('谁主持', '张文德');
    await secretary.fill('谁记录', '柳春林');
    await secretary.fill('实到几人', String(items.length));
    await secretary.fill('会上怎么说', '一位一位评，当场宣布');
    await secretary.tap('记下来');
    await secretary.see('张文德主持，柳春林记录');

    await secretary.tap('李国平，自评合格');
    await secretary.see('积分参考');
    await secretary.tap('评定');
    await secretary.see(/只是参考，等次由支部定/);
    await secretary.tap('优秀');
    await secretary.see('和积分参考的不一样，写清楚');
    await secretary.fill('理由', '修路带了头，大会一致同意');
    await secretary.tap('就这样定');
    await secretary.see('修路带了头，大会一致同意');

    for (const { personId, decided, suggested } of (await appraisal()).items) {
      if (decided !== undefined) continue;
      const decider = personId === await on.stage.idOf('张文德') ? '柳春林' : '张文德';
      await asks(decider, 'appraisals', 'decide', { requestId: requestId(), ...year, about: personId, grade: suggested?.grade ?? 'QUALIFIED', reason: `${today} 党员大会评定` });
    }
    await secretary.reopen('packages/branch/appraisal/index');
    await secretary.tap('上报镇党委');
    await secretary.confirm('上报');
    await secretary.see('上报了，每位党员会知道自己的');
    expect((await appraisal()).items.find(({ personId }) => personId === member.id)).toMatchObject({ decided: { grade: 'EXCELLENT' }, suggested: { why: 'POINTS' }, opinion: { grade: 'EXCELLENT' } });

    await member.reopen(`packages/party/appraisal/index?village=${village}`);
    await member.see('支部评定：优秀');
    await member.see(/只是参考，等次由支部大会定/);
  });

  it('the town reads what was reported, without anybody’s points (PTY-11, 15)', async () => {
    const town = await on.stage.as('汤敏', { path: 'packages/branch/town/index' });
    await town.tap('支部');
    await town.see('已经上报');
    await town.tap('看评议');
    await town.see('张文德主持，柳春林记录');
    await town.tap('李国平，自评合格');
    await town.see('修路带了头，大会一致同意');
    await town.see('积分参考');
    expect(await town.reads()).not.toMatch(/\d 分|看这一年的积分/);
    // The journey is only worth something where the branch does see them.
    const secretary = await on.stage.as('张文德', { path: `packages/branch/appraise/index?village=${branch.village}&year=${branch.cycle}&id=${await on.stage.idOf('李国平')}` });
    await secretary.see(/积分参考/);
    await secretary.see(/\d 分）/);
  });
});
