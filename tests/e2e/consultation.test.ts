/** 两说一商 on the phones of a village: from the first words to the result (CON-01..12, VOTE-10). */
import { DAY_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { receiptOf } from '@/domain/voting/receipt';
import type { MyBallot } from '@/services/views';
import { journey } from './browser';
import { announced, consults, deskAct, held, matterOf, raised, raises, sendAct } from './consultations';
import { requestId } from './matters';
import { withStage, type Somebody } from './stage';

const WORDS = '三组到小学这段路晚上一盏灯都没有';
const TITLE = '三组到小学这段路，装几盏路灯';
const SECRET = '低保评议的会能不能早一点开';

journey('a matter the village talks over', () => {
  const on = withStage();

  /** Does one act on the matter that is open at a desk; `confirm` where it is asked once more. */
  async function act(who: Somebody, does: string, fill: () => Promise<void>, confirm?: string): Promise<void> {
    await deskAct(who, does);
    await fill();
    await sendAct(who, confirm);
  }

  it('goes from its first words over support, the four steps and a ballot to the published result', async () => {
    const { stage } = on;
    const villager = await stage.as('王秀兰');
    const id = await raises(villager, WORDS);
    await villager.see('您说的');

    const neighbour = await stage.as('李国平', { path: 'pages/consult/index' });
    await neighbour.tap(WORDS);
    await neighbour.see('一位村民说的');
    await neighbour.tap('我也有这事');
    await neighbour.see(/2 人有这事/);

    const desk = await stage.as('马建业', { path: 'packages/consult/desk/index' });
    await desk.tap(WORDS);
    await act(desk, '答复', async () => {
      await desk.tap('拿出来商量');
      await desk.fill('给全村看的标题', TITLE);
      await desk.fill('怎么答复', '请大家一起商量');
    });
    await act(desk, '定大小', async () => {
      await desk.tap('办公益、筹资筹劳、工程承包');
      await desk.fill('要花多少钱（元）', '48000');
      await desk.tap('按规定看');
      await desk.fill('依据和说明', '筹资筹劳，由村民会议定');
    });
    await desk.see(/这是大事/);

    // Out of order: no ballot before the Party branch has studied it, and the screen says so (ORG-01, CON-08).
    await deskAct(desk, '投票');
    await desk.fill('问什么', '您看装几盏？');
    await desk.fill('选项', '6 盏\n8 盏');
    await desk.tap('一户一票');
    await desk.tap('开始准备投票');
    await desk.confirm('开始准备');
    await desk.see('这是大事，要先有村党组织研究的记录，才能开会、投票。');
    await expect(consults(stage, '马建业', 'decide', { consultationId: id, text: '先装了再说', who: '刘长根', dueOn: '2027-06-01', costInFen: 4_800_000 })).rejects.toThrow(/STEPS_MISSING/);
    await expect(held(stage, id, 'REVIEW')).rejects.toThrow(/STEP_OUT_OF_ORDER/);
    await expect(announced(stage, id)).rejects.toThrow(/NOT_STUDIED/);

    await held(stage, id, 'PROPOSE');
    const { server } = stage;
    await server.moveClock(await announced(stage, id));
    await consults(stage, '马建业', 'minutes', { consultationId: id, present: 21, text: '装 6 盏还是 8 盏，投票听意见' });
    await held(stage, id, 'DISCUSS');
    await held(stage, id, 'REVIEW');
    await consults(stage, '马建业', 'openBallot', { consultationId: id, question: '您看装几盏？', about: '院坝会上说出两个办法。', options: ['6 盏', '8 盏'], unit: 'HOUSEHOLD', days: 3 });
    const assemblyAt = await announced(stage, id, 'ASSEMBLY');
    const { ballot } = await matterOf(stage, '马建业', id);
    await server.moveClock((ballot?.opensAt ?? 0) + 60_000);

    await villager.reopen(`packages/consult/topic/index?id=${id}`);
    await villager.tap('等您投票');
    await villager.tap('6 盏');
    await villager.tap('看一遍再投');
    await villager.tap('投出去');
    await villager.see('票投进去了');

    // VOTE-10: one ballot a household. A second one is refused, and nothing tells anybody else who has voted.
    const [row] = (await villager.ask<{ readonly items: readonly MyBallot[] }>('voting', 'mine', {})).items.filter(({ boxId }) => boxId === ballot?.boxId);
    await expect(villager.ask('voting', 'cast', { ballotId: row?.ballotId, receipt: receiptOf(Array.from({ length: 16 }, () => 7)), choices: { main: 'C' } })).rejects.toThrow(/ALREADY_CAST/);
    const son = await stage.as('王小军', { path: `packages/consult/topic/index?id=${id}` });
    await son.see('正在投票，截止以前谁也看不到票数。');
    expect(await son.sees(/等您投票|已投/)).toBe(false);
    expect(JSON.stringify(await matterOf(stage, '马建业', id))).not.toMatch(/"cast"|已投|ballotId/);

    await server.moveClock(Math.max(assemblyAt, ballot?.closesAt ?? 0) + DAY_MS / 24);
    await held(stage, id, 'RESOLVE');
    await consults(stage, '马建业', 'decide', { consultationId: id, text: '装 6 盏太阳能路灯', who: '刘长根', dueOn: '2027-06-01', costInFen: 4_800_000 });
    await desk.reopen(`packages/consult/handle/index?id=${id}`);
    await act(desk, '写进展', () => desk.fill('干到哪一步了', '桥头两盏亮了'));
    await act(desk, '办结', () => desk.fill('结果怎么样', '6 盏都亮了，账目贴在公示栏'), '办结');

    await villager.reopen(`packages/consult/topic/index?id=${id}`);
    await villager.see('办好了');
    await villager.see(/^决定公示到/);
    await villager.see(/^结果公示到/);
    await villager.see('党员大会审议');
    await villager.see(/6 盏都亮了/);
    await villager.reopen('packages/inbox/list/index');
    await villager.see('您关心的事办好了，去看看结果');
  });

  it('told to the cadres only, is theirs and its raiser’s: to neighbours there is no such matter (CON-02)', async () => {
    const { stage } = on;
    const id = await raised(stage, '曾玉莲', SECRET, 'CADRES');
    const neighbour = await stage.as('李国平', { path: 'pages/consult/index' });
    await neighbour.see('我有事要拿出来议');
    await neighbour.settled();
    expect(await neighbour.sees(SECRET)).toBe(false);
    await neighbour.reopen(`packages/consult/topic/index?id=${id}`);
    await neighbour.see(/没找到|没打开/);
    expect(await neighbour.sees(SECRET)).toBe(false);
    const raiser = await stage.as('曾玉莲', { path: 'pages/consult/index' });
    await raiser.tap('我说的');
    await raiser.see(SECRET);
    const desk = await stage.as('马建业', { path: 'packages/consult/desk/index' });
    await desk.see(SECRET);
  });

  it('on which a ballot was worded wrongly: the village takes it back before it opens, the supervision committee has to agree afterwards (CON-12, VOTE-12)', async () => {
    const { stage } = on;
    const { server } = stage;
    const id = await raised(stage, '王秀兰', '桥头的路灯几点关');
    await consults(stage, '马建业', 'answer', { consultationId: id, line: 'CONSULT', text: '拿出来大家商量' });
    const asks = () => consults(stage, '马建业', 'openBallot', { consultationId: id, question: '几点关？', about: '', options: ['十点', '十二点'], unit: 'HOUSEHOLD', days: 3 });
    await asks();
    const desk = await stage.as('马建业', { path: `packages/consult/handle/index?id=${id}` });
    await act(desk, '取消投票', () => desk.fill('为什么取消', '漏了一个选项'), '取消投票');
    await desk.see(/这次投票取消了.*漏了一个选项/);

    // Asked anew; the mistake in it is seen only once people vote.
    await asks();
    const { ballot } = await matterOf(stage, '马建业', id);
    await server.moveClock((ballot?.opensAt ?? 0) + 60_000);
    const villager = await stage.as('王秀兰', { path: `packages/consult/topic/index?id=${id}` });
    await villager.tap('等您投票');
    await villager.tap('十点');
    await villager.tap('看一遍再投');
    await villager.tap('投出去');
    await villager.see('票投进去了');
    await desk.reopen(`packages/consult/handle/index?id=${id}`);
    await act(desk, '取消投票', () => desk.fill('为什么取消', '写成了下午两点'), '取消投票');
    await desk.see(/正在投票.*等村务监督委员会同意：写成了下午两点/);
    const supervisor = await stage.as('郑来福', { path: 'packages/inbox/list/index' });
    await supervisor.tap('村里想取消一次投票，等您看同不同意');
    await act(supervisor, '同意取消', async () => {
      await supervisor.see('村里想取消：写成了下午两点');
      await supervisor.fill('您怎么看', '问题确实写错了');
    }, '同意取消');
    await supervisor.see(/这次投票取消了/);

    await server.moveClock((ballot?.opensAt ?? 0) + 3 * 60_000);
    await villager.reopen('packages/inbox/list/index');
    await villager.tap('“桥头的路灯几点关”的投票取消了，投过的都不算');
    await villager.see(/这次投票取消了，投过的都不算.*写成了下午两点/);
    await villager.see(/问题确实写错了/);
    expect((await villager.ask<{ readonly items: readonly MyBallot[] }>('voting', 'mine', {})).items.filter(({ boxId }) => boxId === ballot?.boxId)).toEqual([]);
  });

  it('whose words no check answered for, shows them once a desk has looked: the committee\'s opinion of the village is the town\'s to look at (WX-09, CON-12)', async () => {
    const { stage } = on;
    const { server } = stage;
    const [opinion, objection] = ['先装桥头那一盏（没有回音测试）', '没有开会就定了（没有回音测试）'];
    const id = await raised(stage, '王秀兰', '学校门口也装一盏灯');
    await consults(stage, '马建业', 'answer', { consultationId: id, line: 'CONSULT', text: '拿出来大家商量' });
    await consults(stage, '李国平', 'say', { consultationId: id, text: opinion });
    await consults(stage, '郑来福', 'supervise', { consultationId: id, text: objection });
    await server.moveClock((await server.now()) + 40 * MINUTE_MS);

    const neighbour = await stage.as('赵春花', { path: `packages/consult/topic/index?id=${id}` });
    await neighbour.see('学校门口也装一盏灯');
    for (const words of [opinion, objection]) expect(await neighbour.sees(words)).toBe(false);

    const desk = await stage.as('马建业', { path: 'packages/inbox/list/index' });
    await desk.tap('大家商量的事里，有话等人看过再公开');
    await desk.see(opinion);
    expect(await desk.sees(objection)).toBe(false);
    await desk.tap('给村里人看');
    await desk.see('记下了');
    await desk.see('没有等您看的');

    const town = await stage.as('何敏', { path: 'packages/desk/review/index', elder: true });
    await town.see(objection);
    await town.tap('给村里人看');
    await town.see('没有等您看的');
    await neighbour.reopen(`packages/consult/topic/index?id=${id}`);
    for (const words of [opinion, objection]) await neighbour.see(new RegExp(words.slice(0, 6)));
  });

  it('at which the supervision committee speaks, is not done before it is answered (CON-12)', async () => {
    const { stage } = on;
    const id = await raised(stage, '王秀兰', '村口垃圾池要换个地方');
    await stage.server.ask(await stage.idOf('郑来福'), 'consultations', 'supervise', { requestId: requestId(), consultationId: id, text: '请说明地方怎么选' });
    const desk = await stage.as('马建业', { path: `packages/consult/handle/index?id=${id}` });
    await desk.tap('办这件事');
    await desk.tap('回复监督');
    await desk.see('请说明地方怎么选');
    await desk.fill('怎么回复', '开会时把三个地方都摆出来');
    await desk.page.locator('.c-sheet__foot [role="button"]').click();
    await desk.page.locator('.c-sheet').waitFor({ state: 'detached' });
    await desk.see(/回复监督意见：开会时把三个地方都摆出来/);
  });
});
