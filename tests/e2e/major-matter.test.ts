/** 大事 by taps alone: every form of the desk, from the first words to the answered opinion of the supervision committee (CON-02..12, ORG-01, VOTE-04, 09, 10). */
import { randomBytes } from 'node:crypto';
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { receiptOf } from '@/domain/voting/receipt';
import type { ConsultDetail, MyBallot } from '@/services/views';
import { castAgain, lookedOver } from './ballots';
import { journey } from './browser';
import { deskAct, matterOf, raises, sendAct } from './consultations';
import { withStage, type Somebody } from './stage';

const WORDS = '三组进组路一下雨就走不成，想硬化';
const TITLE = '三组进组路硬化，每户筹多少';
const QUESTION = '每户筹多少？';
/** Ten and more households, so that the count may be shown (DEP-21). */
const CROWD = ['刘长根', '周福林', '马建业', '杨晓梅', '周桂芳', '田小雨', '龚顺发', '郑来福', '张文德', '邓明珠', '谢长安', '李国平'];

interface Step {
  /** 党内会议 or 村里会议. */
  readonly does: string;
  /** What the form calls it: 第 1 步：党组织提议. */
  readonly says: string;
  readonly fill: Readonly<Record<string, string>>;
}

const COUNTS = { 应到几人: '30', 实到几人: '24', 赞成: '20', 反对: '3', 弃权: '1' } as const;

journey('a major matter, all of it on the forms (四议两公开)', () => {
  const on = withStage();
  let id = '';

  /** From the tab 议事 to the matter at a desk, as whoever watches over consultation finds it. */
  async function atDesk(name: string): Promise<Somebody> {
    const who = await on.stage.as(name);
    await who.tap('议事');
    await who.tap('村里议的事');
    await who.tap(TITLE);
    await who.see('一步一步');
    return who;
  }
  async function fillAll(who: Somebody, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await who.fill(label, text);
  }
  /** Enters one of the four steps, held today; with a photo of the minutes where one is asked for. */
  async function step(who: Somebody, { does, says, fill }: Step, { photo = false, meeting }: { readonly photo?: boolean; readonly meeting?: string } = {}): Promise<void> {
    await who.tap('办这件事');
    await who.tap(does);
    await who.see(says);
    if (meeting !== undefined) await who.tap(meeting);
    await who.pickDay('选一天');
    await fillAll(who, { ...COUNTS, ...fill });
    if (photo) await photograph(who);
  }
  async function photograph(who: Somebody): Promise<void> {
    const picture = await who.page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 160, height: 120 } });
    await who.give('拍照', [{ name: 'minutes.jpg', bytes: picture }]);
    await who.page.locator('[aria-label="第 1 张照片"]').waitFor();
  }
  async function follow(name: string): Promise<Somebody> {
    const who = await on.stage.as(name);
    await who.tap('议事');
    await who.tap(TITLE);
    return who;
  }
  const matter = (): Promise<ConsultDetail> => matterOf(on.stage, '马建业', id);
  async function ballotOf(name: string): Promise<MyBallot> {
    const { box } = await matter();
    const { items } = await on.stage.server.ask<{ readonly items: readonly MyBallot[] }>(await on.stage.idOf(name), 'voting', 'mine', {});
    const found = items.find(({ boxId }) => boxId === box?.boxId);
    if (found === undefined) throw new Error(`${name} is not on the roll`);
    return found;
  }

  it('is said by a villager, joined by neighbours, and taken up by the village under its own title', async () => {
    const { stage } = on;
    const villager = await stage.as('王秀兰');
    id = await raises(villager, WORDS);
    await villager.see(/^1 人有这事，村里最晚.*答复$/);

    for (const [nth, name] of ['李国平', '曾玉莲'].entries()) {
      const neighbour = await stage.as(name);
      await neighbour.tap('议事');
      await neighbour.tap(WORDS);
      await neighbour.tap('我也有这事');
      await neighbour.see(new RegExp(`^${nth + 2} 人有这事`));
    }

    const desk = await stage.as('马建业');
    await desk.tap('议事');
    await desk.tap('村里议的事');
    await desk.tap(WORDS);
    await deskAct(desk, '答复');
    await desk.see('选一个办法');
    await desk.tap('拿出来商量');
    await desk.fill('给全村看的标题', TITLE);
    await desk.see('写几个字');
    await desk.fill('怎么答复', '先请党组织研究，再开院坝会');
    await sendAct(desk);
    await desk.see('正在商量');
    await villager.reopen('pages/consult/index');
    await villager.tap('我说的');
    await villager.tap(TITLE);
    await villager.see(/村里答复：拿出来商量：先请党组织研究/);
  });

  it('is weighed; nothing opens before the branch has studied it, and each refusal says why (ORG-01, CON-07, 08)', async () => {
    const desk = await atDesk('马建业');
    await deskAct(desk, '定大小');
    await desk.tap('办公益、筹资筹劳、工程承包');
    await desk.fill('要花多少钱（元）', '十二万');
    await desk.tap('按规定看');
    await desk.see('钱数写成数字');
    await desk.fill('要花多少钱（元）', '126000');
    await desk.fill('依据和说明', '要各户筹资');
    await sendAct(desk);
    await desk.see(/^这是大事：按法律要由村民会议定，花的钱过了线$/);

    await deskAct(desk, '通知开会');
    await desk.pickDay('选一天');
    await fillAll(desk, { 在哪里: '村委会院坝', 请哪些人: '三组各户', '商量什么，材料': '每户筹多少' });
    await desk.tap('通知大家');
    await desk.see('这是大事，要先有村党组织研究的记录，才能开会、投票。');
    await desk.tap('定事');
    await fillAll(desk, { 谁负责: '刘长根', '花多少钱（元）': '126000', 定了什么: '先修了再说' });
    await desk.pickDay('选一天');
    await desk.tap('定下来');
    await desk.confirm('定下来');
    await desk.see('大事还差：党组织提议、两委商议、党员大会审议、村民会议决议。走完才能定。');
  });

  it('is studied by the branch; a vote that does not add up, a quorum that is not there and a step entered twice are refused', async () => {
    const PROPOSE: Step = { does: '党内会议', says: '第 1 步：党组织提议', fill: { 到会的是哪些人: '支委 5 人全到', 研究的意见: '同意拿出来议' } };
    const secretary = await atDesk('张文德');
    const second = await atDesk('张文德');
    await step(second, PROPOSE);
    await step(secretary, { ...PROPOSE, fill: { ...PROPOSE.fill, 赞成: '19' } });
    await secretary.tap('记下这一步');
    await secretary.see('票数对不上：赞成、反对、弃权、无效加起来要等于到会人数。');
    await fillAll(secretary, { 应到几人: '60', 赞成: '20' });
    await secretary.tap('记下这一步');
    await secretary.see('到会 24 人，最少要 31 人，这次会议不算数。');
    await secretary.fill('应到几人', '30');
    await sendAct(secretary);
    await secretary.see(/应到 30，实到 24，赞成 20，通过/);

    // The other phone of the branch still has the first step before it.
    await second.tap('记下这一步');
    await second.see('次序不对：先要两委商议，日子也不能在它前面。');
    // It has looked again: the branch's next step is not its turn yet, so the form is gone.
    await second.gone('第 1 步：党组织提议');
  });

  it('is announced ten days ahead with day, place, who is invited and what it is about; its minutes wait for the meeting (CON-05)', async () => {
    const desk = await atDesk('马建业');
    await deskAct(desk, '通知开会');
    await desk.see(/^要提前通知，最早/);
    await desk.pickDay('选一天');
    await desk.tap('上午，9:00');
    await desk.see('写在哪里开');
    await desk.fill('在哪里', '村委会院坝');
    await desk.see('写请哪些人');
    await fillAll(desk, { 请哪些人: '三组各户，镇上的水利员', '商量什么，材料': '每户筹多少，路面多宽' });
    await sendAct(desk);
    await deskAct(desk, '记会议');
    await fillAll(desk, { 到会几人: '21', 会上怎么说的: '都要修，筹多少有两种说法' });
    await desk.tap('记下');
    await desk.see('会还没开，开完再记。');

    const [meeting] = (await matter()).entries.flatMap(({ announced }) => announced ?? []);
    await on.stage.server.moveClock((meeting?.heldAt ?? 0) + 60 * MINUTE_MS);
    await desk.reopen(`packages/consult/handle/index?id=${id}`);
    await deskAct(desk, '记会议');
    await fillAll(desk, { 到会几人: '21', 会上怎么说的: '都要修，筹多少有两种说法' });
    await sendAct(desk);
    const villager = await follow('曾玉莲');
    await villager.see(/通知开会：议事会，.*村委会院坝，请三组各户，镇上的水利员：每户筹多少/);
    await villager.see(/开会商量了：到会 21 人：都要修/);
  });

  it('is deliberated by both committees and the members, counted by two tellers with a photo of the minutes (VOTE-09)', async () => {
    const desk = await atDesk('马建业');
    await step(desk, { does: '村里会议', says: '第 2 步：两委商议', fill: { 到会的是哪些人: '两委 9 人', 会议的意见: '拿到党员大会' } });
    await sendAct(desk);
    await desk.see(/^大事四步/);
    // The members' step is the branch's to enter: the village's desk is not offered one.
    await deskAct(desk, '投票');
    expect(await desk.sees('村里会议')).toBe(false);

    const secretary = await atDesk('张文德');
    await step(secretary, { does: '党内会议', says: '第 3 步：党员大会审议', fill: { 到会的是哪些人: '党员 24 人', 研究的意见: '同意，交村民会议', 计票人一: '邓明珠', 计票人二: '邓明珠' } });
    await secretary.see('拍会议记录的照片');
    await photograph(secretary);
    await secretary.tap('记下这一步');
    await secretary.see('要写两位不同的计票人。');
    await secretary.fill('计票人二', '柳春林');
    await sendAct(secretary);
    await secretary.see(/党员大会审议，.*通过，计票邓明珠、柳春林：同意，交村民会议/);
  });

  it('is put to the households; who voted cannot vote again, who is too late is told so, and the receipt is found after the count', async () => {
    const { stage } = on;
    const { server } = stage;
    const desk = await atDesk('马建业');
    await deskAct(desk, '投票');
    await desk.see('写问什么');
    await desk.fill('问什么', QUESTION);
    await desk.fill('选项', '300 元');
    await desk.tap('一户一票');
    await desk.see('写两到六个选项，一行一个');
    await fillAll(desk, { 先说明几句: '院坝会上说出两个办法。', 选项: '300 元\n500 元' });
    await sendAct(desk, '开始准备');
    await desk.see('名单公示以后开始投票。');
    // The assembly is announced meanwhile: ten days are as long as roll and ballot together.
    await deskAct(desk, '通知开会');
    await desk.tap('村民会议');
    await desk.pickDay('选一天');
    await desk.tap('上午，9:00');
    await fillAll(desk, { 在哪里: '小学操场', 请哪些人: '全村各户', '商量什么，材料': '定每户筹多少' });
    await sendAct(desk);

    const opened = await matter();
    await server.moveClock((opened.ballot?.opensAt ?? 0) + MINUTE_MS);
    const voter = await follow('王秀兰');
    await voter.see('正在投票，截止以前谁也看不到票数。');
    await voter.tap('等您投票');
    await voter.tap('看看大家是怎么商量的');
    await voter.see('大事四步');
    await voter.page.goBack();
    await voter.tap('500 元');
    await voter.tap('看一遍再投');
    await voter.tap('投出去');
    await voter.see('票投进去了');
    const code = (await voter.page.locator('.c-receipt__code').innerText()).replace(/\s/g, '');
    await voter.tap('抄好了');
    await voter.tap('回首页');

    // VOTE-10: once a household. Opened again it says so; a phone that had it open is refused and keeps no receipt that leads nowhere.
    await voter.tap('议事');
    await voter.tap(TITLE);
    await voter.tap('我的票');
    await voter.see('这张票已经投过了');
    const pageOf = async (name: string): Promise<string> => `packages/voting/ballot/index?id=${encodeURIComponent((await ballotOf(name)).ballotId)}`;
    const first = await stage.as('李国平', { path: await pageOf('李国平') });
    const second = await stage.as('李国平', { path: await pageOf('李国平') });
    const late = await stage.as('曾玉莲', { path: await pageOf('曾玉莲') });
    await lookedOver([first, second, late], '300 元');
    await castAgain(first, second);
    await second.settled();
    expect(await second.reads()).not.toContain('300 元');
    expect(await second.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('receipt:')))).toEqual([]);
    // Nobody of another household, nor of one's own, has this ballot.
    const neighbour = await stage.as('王小军', { path: await pageOf('王秀兰') });
    await neighbour.see('没找到');

    await Promise.all(CROWD.filter((name) => name !== '李国平').map(async (name) => {
      const { ballotId } = await ballotOf(name);
      await server.ask(await stage.idOf(name), 'voting', 'cast', { ballotId, receipt: receiptOf(randomBytes(16)), choices: { main: 'B' } });
    }));
    await server.moveClock((opened.ballot?.closesAt ?? 0) + 10 * MINUTE_MS);
    await late.tap('投出去');
    await late.see('投票已经截止了，这张票没有投进去。');

    await voter.reopen(`packages/consult/topic/index?id=${id}`);
    await voter.see(/张票，投了 13$/);
    await voter.tap('我的票');
    await voter.see(/名单上 \d+ 户，投了 13 票/);
    await voter.fill('您的查票码', code);
    await voter.tap('查我的票');
    await voter.see('找到了，您的票数进去了');
    const other = await stage.as('李国平', { path: 'pages/consult/index' });
    await other.tap(TITLE);
    await other.tap('我的票');
    await other.fill('您的查票码', `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
    await other.tap('查我的票');
    await other.see(/^(这个码不对|名单里没有这个码)/);
  });

  it('is resolved on the announced day, fixed with who, when and how much, and nothing of it can be skipped (CON-09)', async () => {
    const desk = await atDesk('马建业');
    const RESOLVE: Step = { does: '村里会议', says: '第 4 步：村民会议决议', fill: { 到会的是哪些人: '各户代表 24 人', 会议的意见: '每户 500 元，同意', 计票人一: '赵春花', 计票人二: '李国平' } };
    await step(desk, RESOLVE, { photo: true, meeting: '村民会议（按户）' });
    await desk.tap('记下这一步');
    await desk.see('这次会没有提前通知大家，先发通知。');
    const meeting = (await matter()).entries.flatMap(({ announced }) => (announced?.of === 'ASSEMBLY' ? [announced] : []))[0];
    await on.stage.server.moveClock((meeting?.heldAt ?? 0) + 120 * MINUTE_MS);
    await desk.reopen(`packages/consult/handle/index?id=${id}`);
    await step(desk, RESOLVE, { photo: true, meeting: '村民会议（按户）' });
    await sendAct(desk);
    await desk.see('4 / 4');

    await deskAct(desk, '定事');
    await desk.see('商量的时候说要花 12.6 万元');
    await desk.see('写谁负责');
    await desk.fill('谁负责', '刘长根');
    await desk.see('选哪天前办好');
    await desk.pickDay('选一天');
    await desk.see('写花多少钱，不花写 0');
    await fillAll(desk, { '花多少钱（元）': '126000', 定了什么: '每户 500 元，路面 3.5 米' });
    await sendAct(desk, '定下来');
    await desk.see('刘长根负责');
    await desk.see('花 12.6 万元');
  });

  it('is done in the open: progress, an opinion that must be answered, the outcome; the villager follows it on one screen (CON-10, 12)', async () => {
    const desk = await atDesk('马建业');
    await deskAct(desk, '写进展');
    await fillAll(desk, { '到现在花了多少（元）': '60000', 干到哪一步了: '路基压好了' });
    await photograph(desk);
    await sendAct(desk);
    await desk.see(/干到这里：已经花了 6 万元：路基压好了/);

    const committee = await atDesk('郑来福');
    await committee.tap('监督意见');
    await committee.fill('您的意见', '水泥的发票还没有贴出来');
    await sendAct(committee);
    await committee.see(/水泥的发票还没有贴出来/);

    await desk.reopen(`packages/consult/handle/index?id=${id}`);
    await deskAct(desk, '办结');
    await desk.fill('结果怎么样', '路通了，账目贴在公示栏');
    await desk.page.locator('.c-sheet__foot [role="button"]').click();
    await desk.confirm('办结');
    await desk.see('村务监督委员会的意见还没回复，回复了才能办结。');
    await desk.tap('回复监督');
    await desk.see('水泥的发票还没有贴出来');
    await desk.fill('怎么回复', '发票今天贴上了');
    await sendAct(desk);
    await deskAct(desk, '办结');
    await desk.fill('结果怎么样', '路通了，账目贴在公示栏');
    await sendAct(desk, '办结');
    await desk.see('办好了');
    // All that is left at this desk.
    await desk.tap('更新公示');
    await desk.tap('结果');
    await desk.fill('改了什么', '补上了验收单');
    await sendAct(desk);

    const villager = await on.stage.as('王秀兰');
    await villager.tap('议事');
    await villager.tap('议完的');
    await villager.tap(TITLE);
    await villager.see('4 / 4');
    await villager.see(/^决定公示到/);
    await villager.see(/^结果公示到/);
    for (const said of ['说了这件事', '党组织提议', '两委商议', '党员大会审议', '村民会议（按户）', '路基压好了', '回复监督意见：发票今天贴上了', '办好了：路通了', '更新公示：补上了验收单']) await villager.see(new RegExp(said));
  });
});
