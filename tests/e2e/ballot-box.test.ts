import { randomBytes } from 'node:crypto';
import { DAY_MS } from '@/domain/basics/civil-time';
import { receiptOf } from '@/domain/voting/receipt';
import type { BoxView, MyBallot } from '@/services/views';
import { journey } from './browser';
import { refusalOf } from './matters';
import { withStage, type Somebody } from './stage';

const BALLOTS = 'packages/voting/mine/index';
/** Ten and more, so that there is something to show (DEP-21). */
const CROWD = ['刘长根', '周福林', '马建业', '杨晓梅', '周桂芳', '田小雨', '龚顺发', '郑来福', '张文德', '邓明珠', '谢长安', '何敏'];
const CHOICE = '36 元，隔一天收一次';

journey('a ballot box (VOTE-11, VOTE-12)', () => {
  const on = withStage();
  let receipt = '';

  async function ballotOf(name: string, state: string): Promise<MyBallot> {
    const { items } = await on.stage.server.ask<{ readonly items: readonly MyBallot[] }>(await on.stage.idOf(name), 'voting', 'mine', {});
    const found = items.find((one) => one.state === state);
    if (found === undefined) throw new Error(`${name} has no ballot that is ${state}`);
    return found;
  }

  async function boxAround(name: string, state: string): Promise<BoxView> {
    const { items } = await on.stage.server.ask<{ readonly items: readonly BoxView[] }>(await on.stage.idOf(name), 'voting', 'nearby', {});
    const found = items.find((one) => one.state === state);
    if (found === undefined) throw new Error(`no box is ${state} around ${name}`);
    return found;
  }

  /** Of the box that this file votes in. */
  async function rubbish(name: string): Promise<MyBallot> {
    const { items } = await on.stage.server.ask<{ readonly items: readonly MyBallot[] }>(await on.stage.idOf(name), 'voting', 'mine', {});
    const found = items.find(({ title }) => title.startsWith('垃圾清运费'));
    if (found === undefined) throw new Error(`${name} is not on the roll`);
    return found;
  }

  const pageOfBallot = ({ ballotId }: MyBallot): string => `packages/voting/ballot/index?id=${encodeURIComponent(ballotId)}`;
  const chosen = (who: Somebody): Promise<number> => who.page.locator('[role="radio"][aria-checked="true"]').count();

  it('is found from the notice, cast after a look over it with nothing chosen beforehand, and its receipt stays on the phone', async () => {
    const voter = await on.stage.as('王秀兰', { path: 'packages/inbox/list/index' });
    await voter.tap('开始投票了');
    await voter.tap('垃圾清运费');
    await voter.see('您家一年交多少');
    expect(await chosen(voter)).toBe(0);
    await voter.tap(CHOICE);
    await voter.tap('看一遍再投');
    await voter.see('您选的是');
    await voter.see(CHOICE);
    await voter.tap('投出去');
    await voter.see('票投进去了');
    const keptOn = await voter.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('receipt:')).map((key) => localStorage.getItem(key) ?? ''));
    expect(keptOn).toHaveLength(1);
    receipt = /[0-9A-Z]{28}/i.exec(keptOn[0] ?? '')?.[0] ?? '';
    const shown = (await voter.page.locator('.c-receipt__code').innerText()).replace(/\s/g, '');
    expect(shown.toUpperCase()).toBe(receipt.toUpperCase());
    // The phone keeps what it takes to look, and nothing of what was chosen.
    expect(await voter.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(CHOICE);
    await voter.tap('抄好了');
    await voter.see('存在这部手机里了');
    await voter.tap('回首页');
  });

  it('is cast once: opened again it says so, and a second phone of the same person is refused kindly', async () => {
    const ballot = await ballotOf('王秀兰', 'OPEN');
    const again = await on.stage.as('王秀兰', { path: pageOfBallot(ballot) });
    await again.see('这张票已经投过了');
    // This phone had the ballot open before the first one cast it.
    const rival = await on.stage.as('陈守田', { path: pageOfBallot(await ballotOf('陈守田', 'OPEN')) });
    const second = await on.stage.as('陈守田', { path: pageOfBallot(await ballotOf('陈守田', 'OPEN')) });
    for (const phone of [rival, second]) {
      await phone.tap('不交，自己送到垃圾池');
      await phone.tap('看一遍再投');
    }
    await rival.tap('投出去');
    await rival.see('票投进去了');
    await second.tap('投出去');
    await second.see('一张票只能投一次');
    await second.go(BALLOTS);
    await second.see('已投');
  });

  it('tells who is not on the roll why, and takes what they ask to the village, which answers (VOTE-11)', async () => {
    const son = await on.stage.as('王小军', { path: BALLOTS });
    await son.see('村里别的票');
    await son.tap('小广场的音响');
    await son.see('您不在名单上');
    await son.see('名单上写的是王秀兰');
    await son.tap('请村里改成由我投');
    await son.fill('为什么', '我妈眼睛不好，今年由我投');
    await son.tap('提上去');
    await son.see(/收到了，.*前回您/);

    const duty = await on.stage.as('马建业', { path: 'packages/inbox/list/index' });
    await on.stage.server.moveClock((await on.stage.server.now()) + 60_000);
    await duty.reopen('packages/inbox/list/index');
    await duty.tap('有人对“小广场的音响');
    await duty.tap('改成由王小军替家里投');
    await duty.see('我妈眼睛不好');
    await duty.tap('照办');
    await duty.fill('回他的话', '改好了，今年由小军投');
    await duty.tap('回给他');
    await duty.see('回过的');

    await on.stage.server.moveClock((await on.stage.server.now()) + 60_000);
    await son.reopen('packages/inbox/list/index');
    await son.tap('有回音了');
    await son.see('照您说的办了');
    await son.see('村里回：改好了，今年由小军投');
    const { boxId } = await boxAround('王小军', 'SHOWN');
    await son.go(`packages/voting/roll/index?id=${boxId}`);
    await son.see('您在名单上');
    const mother = await on.stage.as('王秀兰', { path: `packages/voting/roll/index?id=${boxId}` });
    await mother.see('名单上写的是王小军');
  });

  it('is shown to no stranger, and cast by nobody for another', async () => {
    const { ballotId, boxId } = await ballotOf('李国平', 'OPEN');
    const stranger = await on.stage.as('visitor', { path: `packages/voting/roll/index?id=${boxId}` });
    await stranger.see('先告诉我们您是哪一家');
    const neighbour = await on.stage.as('田小雨', { path: `packages/voting/ballot/index?id=${encodeURIComponent(ballotId)}` });
    await neighbour.see('没找到');
    const cast = { ballotId, receipt: receiptOf(randomBytes(16)), choices: { main: 'B' } };
    expect(refusalOf(await on.stage.server.call(neighbour.id, 'voting', 'cast', cast))).toBe('NOT_FOUND');
    expect(refusalOf(await on.stage.server.call('visitor', 'voting', 'cast', cast))).toBe('NOT_FOUND');
  });

  it('finds no receipt that is not in the list, and who finds their row wrong objects', async () => {
    const { items } = await on.stage.server.ask<{ readonly items: readonly MyBallot[] }>(await on.stage.idOf('王秀兰'), 'voting', 'mine', {});
    const counted = items.find(({ title }) => title.includes('路灯'));
    // Of the file, since any one list may be empty.
    const { text } = await on.stage.server.ask<{ readonly text: string }>(await on.stage.idOf('王秀兰'), 'voting', 'file', { boxId: counted?.boxId });
    const { receipts } = JSON.parse(text) as { readonly receipts: readonly string[] };
    const voter = await on.stage.as('王秀兰', { path: `packages/voting/result/index?id=${counted?.boxId ?? ''}` });
    await voter.see(/名单上 \d+ 户，投了 60 票/);
    await voter.see('30 票');
    await voter.fill('您的查票码', receipts[0] ?? '');
    await voter.tap('查我的票');
    await voter.see('找到了，您的票数进去了');
    await voter.fill('您的查票码', receipt);
    await voter.tap('查我的票');
    await voter.see('名单里没有这个码');
    await voter.tap('不对？');
    await voter.tap('写着我');
    await voter.fill('说一说', '我记得我投了');
    await voter.tap('提上去');
    await voter.see(/收到了，.*前回您/);
  });

  it('calls everybody on the roll alike to mind before it closes, and takes nothing afterwards', async () => {
    const late = await on.stage.as('李国平', { path: pageOfBallot(await ballotOf('李国平', 'OPEN')) });
    const { closesAt } = await boxAround('李国平', 'OPEN');
    await late.tap(CHOICE);
    await late.tap('看一遍再投');
    await on.stage.server.moveClock(closesAt - DAY_MS + 60_000);
    const inbox = await on.stage.as('王秀兰', { path: 'packages/inbox/list/index' });
    await inbox.see(/“垃圾清运费.*快截止了，.*投过的不用管/);
    const other = await on.stage.as('李国平', { path: 'packages/inbox/list/index' });
    await other.see(/“垃圾清运费.*快截止了，.*投过的不用管/);

    await Promise.all(CROWD.map(async (name) => {
      const person = await on.stage.idOf(name);
      await on.stage.server.ask(person, 'voting', 'cast', { ballotId: (await ballotOf(name, 'OPEN')).ballotId, receipt: receiptOf(randomBytes(16)), choices: { main: 'B' } });
    }));
    await on.stage.server.moveClock(closesAt + 60_000);
    await late.tap('投出去');
    await late.see('投票已经截止了');
    // The home page tells a phone what time it is.
    const tooLate = await on.stage.as('李国平', { path: 'pages/home/index' });
    await tooLate.see('我要报事');
    await tooLate.go(pageOfBallot(await rubbish('李国平')));
    await tooLate.see('已经截止');
  });

  it('shows what came out; the voter finds the receipt of the first day among all of them', async () => {
    const { boxId, ballotId } = await rubbish('王秀兰');
    const voter = await on.stage.as('王秀兰', { path: 'packages/inbox/list/index', storage: { [`receipt:${ballotId}`]: { receipt, title: '垃圾清运费' } } });
    await voter.tap('投票结果出来了');
    await voter.see(/名单上 \d+ 户，投了 14 票/);
    await voter.see(/选“.*”的最多/);
    await voter.see('您投了票');
    expect(voter.page.url()).toContain(boxId);
    await voter.tap('查我的票');
    await voter.see('找到了，您的票数进去了');
  });
});
