import { randomBytes } from 'node:crypto';
import { civilDateOf, DAY_MS, MINUTE_MS, yearOf } from '@/domain/basics/civil-time';
import { BALLOT_QUESTIONS } from '@/domain/deputies/round';
import { LEFT_OUT, MAIN } from '@/domain/voting/box';
import { receiptOf } from '@/domain/voting/receipt';
import { castAgain, lookedOver } from './ballots';
import { journey } from './browser';
import { requestId, villageOf } from './matters';
import { withStage, type Somebody, type Stage } from './stage';
import { DEPUTIES_TOWN } from './world';

interface Ballot {
  readonly ballotId: string;
  readonly boxId: string;
  readonly title: string;
  readonly closesAt: number;
}

async function ballotOn(stage: Stage, voter: string, name: string): Promise<Ballot> {
  const { items } = await stage.server.ask<{ readonly items: readonly (Ballot & { readonly state: string })[] }>(await stage.idOf(voter), 'voting', 'mine', {});
  const found = items.find(({ title, state }) => title.endsWith(`评${name}`) && state === 'OPEN');
  if (found === undefined) throw new Error(`${voter} has no ballot on ${name}`);
  return found;
}

async function thisYear(stage: Stage): Promise<number> {
  return yearOf(civilDateOf(await stage.server.now()));
}

/** On whom enough vote for the count to be published. */
const CROWDED = '谢长安';
/** k of DEP-21, of whom one votes by taps. */
const CROWD = 9;

/** Casts the ballots of the first on a roll who have not voted, by the requests that the app sends. */
async function crowdRates(stage: Stage, boxId: string): Promise<void> {
  const { server, idOf } = stage;
  const choices = Object.fromEntries(BALLOT_QUESTIONS.map(({ id }) => [id, id === MAIN ? 'S' : LEFT_OUT]));
  const village = await villageOf(stage, '王秀兰');
  const { names } = await server.ask<{ readonly names: readonly string[] }>(await idOf('王秀兰'), 'voting', 'roll', { boxId });
  let cast = 0;
  for (const name of names) {
    if (cast === CROWD) return;
    const { items: [voter] } = await server.ask<{ readonly items: readonly { readonly personId: string }[] }>(await idOf('沈国华'), 'deputies', 'candidates', { village, name });
    if (voter === undefined) continue;
    const { items: [mine] } = await server.ask<{ readonly items: readonly (Ballot & { readonly cast?: boolean })[] }>(voter.personId, 'voting', 'mine', { boxId });
    if (mine?.cast !== false) continue;
    await server.ask(voter.personId, 'voting', 'cast', { ballotId: mine.ballotId, receipt: receiptOf(randomBytes(16)), choices });
    cast += 1;
  }
  throw new Error(`only ${cast} of the roll could rate`);
}

async function fromMine(who: Somebody): Promise<void> {
  await who.go('pages/me/index');
  await who.tap('人大代表');
  await who.see('堰坪代表联络站');
}

journey('the deputies’ year (DEP-01..17)', () => {
  const on = withStage();

  it('a visitor finds the station, its Wednesday and the deputies; no private number is shown', async () => {
    const visitor = await on.stage.as('visitor');
    await fromMine(visitor);
    await visitor.see('每周三接待');
    await visitor.tap('周桂芳');
    await visitor.see('怎么找周桂芳');
    await visitor.see('小学门口划减速带');
    await visitor.see('想罢免代表');
  });

  it('a deputy’s visit becomes a suggestion, is answered, judged 不满意, and handled once more (DEP-06..08)', async () => {
    const deputy = await on.stage.as('周桂芳');
    await fromMine(deputy);
    await deputy.tap('记一次联系');
    await deputy.see('怎么联系的？');
    await deputy.tap('走访');
    await deputy.tap('听到一条意见');
    await deputy.fill('听到了什么', '三组桥上的栏杆松了');
    await deputy.tap('镇上、县里的事');
    await deputy.fill('建议的题目', '三组桥修栏杆');
    await deputy.tap('记下来');
    await deputy.see('堰坪代表联络站');

    const presidium = await on.stage.as('沈国华');
    await presidium.go(`packages/deputies/opinions/index?town=${DEPUTIES_TOWN}`);
    await presidium.tap('交办：三组桥修栏杆');
    await presidium.tap('交给单位办');
    await presidium.pick('选单位', '镇政府');
    await presidium.tap('交给他们');
    await presidium.see('交办了');

    const unit = await on.stage.as('何敏');
    const answer = async (text: string): Promise<void> => {
      await unit.reopen(`packages/deputies/opinions/index?town=${DEPUTIES_TOWN}&unit=1`);
      await unit.tap('答复：三组桥修栏杆');
      await unit.tap('列入计划');
      await unit.fill('答复的话', text);
      await unit.tap('答复给代表');
      await unit.see('答复了');
    };
    await answer('明年再修');
    await deputy.tap('我听到的意见');
    await deputy.tap('评答复：三组桥修栏杆');
    await deputy.tap('不满意');
    await deputy.tap('就这样评');
    await deputy.see('代表不满意，再办一次');
    await answer('下个月就修');
    await deputy.reopen(`packages/deputies/directory/index?town=${DEPUTIES_TOWN}`);
    await deputy.tap('我听到的意见');
    await deputy.tap('评答复：三组桥修栏杆');
    await deputy.see('这是第二次');
    await deputy.tap('基本满意');
    await deputy.tap('就这样评');
    await deputy.gone('评答复');
  });

  it('a voter rates once, not twice, not from another constituency, not late (DEP-11..13)', async () => {
    const { stage } = on;
    const ballot = await ballotOn(stage, '王秀兰', '周桂芳');
    const voter = await stage.as('王秀兰');
    await voter.see('评一评人大代表');
    await voter.tap('评一评人大代表');
    await voter.tap(ballot.title);
    await voter.see('这一年做了什么');
    await voter.tap('满意');
    await voter.tap('看一遍再投');
    await voter.see('您选的是');
    await voter.tap('投出去');
    await voter.see('票投进去了');
    await voter.see('您的查票码');

    const pageOf = (of: Ballot): string => `packages/deputies/rate/index?ballot=${encodeURIComponent(of.ballotId)}`;
    await voter.reopen(pageOf(ballot));
    await voter.see('这张票已经投过了');

    // Twice: two phones of one voter have the ballot open.
    const theirs = await ballotOn(stage, '刘长根', '周桂芳');
    const first = await stage.as('刘长根', { path: pageOf(theirs) });
    const second = await stage.as('刘长根', { path: pageOf(theirs) });
    const late = await stage.as('李国平', { path: pageOf(await ballotOn(stage, '李国平', '周桂芳')) });
    await lookedOver([first, second, late], '基本满意');
    await castAgain(first, second);
    await second.tap('回首页');
    await second.see('我要报事');

    // Of another constituency: no such ballot, and the page of the roll says why.
    const elsewhere = await stage.as('马建业');
    await elsewhere.go(pageOf(ballot));
    await elsewhere.see('没找到，可能已经撤了，或者不是给您看的。');
    await elsewhere.go(`packages/deputies/receipt/index?box=${ballot.boxId}`);
    await elsewhere.see('不在名单上');
    await elsewhere.see('名单已经定了');
    expect(await elsewhere.sees('现在去投')).toBe(false);

    // On another deputy a crowd votes, so that its receipts are published.
    const crowded = await ballotOn(stage, '王秀兰', CROWDED);
    await voter.reopen(pageOf(crowded));
    await voter.tap('基本满意');
    await voter.tap('看一遍再投');
    await voter.tap('投出去');
    await voter.see('票投进去了');
    await crowdRates(stage, crowded.boxId);

    // Late: the ballot was looked over in time and sent afterwards.
    await stage.server.moveClock(ballot.closesAt + 2 * MINUTE_MS);
    await late.tap('投出去');
    await late.see('投票已经截止了，这张票没有投进去。');
    await voter.reopen(`packages/deputies/receipt/index?box=${ballot.boxId}`);
    await voter.see('您投过了');
    // Two ballots of many: below k nothing is published, the receipts neither (DEP-21).
    await voter.see('投的人太少');
    // DEP-21, VOTE-12: the phone kept the receipt and finds it among all of them; no other is found.
    await voter.reopen(`packages/deputies/receipt/index?box=${crowded.boxId}`);
    await voter.see('您投过了');
    await voter.tap('查我的票');
    await voter.see('找到了，您的票数进去了');
    await voter.fill('您的查票码', receiptOf(randomBytes(16)));
    await voter.tap('查我的票');
    await voter.see('名单里没有这个码');
    await voter.go('pages/me/index');
    await voter.tap('人大代表');
    await voter.tap(ballot.title.replace('周桂芳', '李国平'));
    await voter.see('您这张票没有投。');
  });

  it('the presidium confirms what was counted and publishes it; the deputy is told (DEP-17)', async () => {
    const { stage } = on;
    const year = await thisYear(stage);
    await stage.server.moveClock((await stage.server.now()) + DAY_MS);
    const presidium = await stage.as('沈国华');
    await fromMine(presidium);
    await presidium.tap('代表工作台');
    await presidium.tap(`${year}年，评`);
    await presidium.see('不是选民直接选的');
    await presidium.see(/还有 \d 位没定/);
    for (const name of ['龚顺发', '李国平', '田小雨', '谢长安', '周桂芳']) {
      await presidium.tap(`定下来：${name}`);
      await presidium.see('没有作数的结果');
      await presidium.tap('就这样定');
      await presidium.gone('没有作数的结果');
    }
    await presidium.tap('公布结果');
    await presidium.see('大家都看得到');
    await stage.server.moveClock((await stage.server.now()) + 2 * MINUTE_MS);

    const deputy = await stage.as('周桂芳', { path: 'packages/inbox/list/index' });
    await deputy.tap(`${year}年选民评议的结果公布了`);
    await deputy.see(`${year}年选民评议`);
    await deputy.see(`${year - 1}年选民评议`);
  });

  it('a deputy finds their households and notes again, from a contact’s card a villager finds the deputy (DEP-04, LNS-05)', async () => {
    const deputy = await on.stage.as('周桂芳');
    await fromMine(deputy);
    await deputy.tap('我联系的户，记过的联系');
    await deputy.see('一般 15 到 25 户');
    await deputy.see('只有您自己看得到');
    await deputy.tap('记一次联系');
    await deputy.tap('从我联系的');

    const villager = await on.stage.as('王秀兰', { path: 'packages/people/contacts/index' });
    await villager.tap('看周桂芳这一年做了什么');
    await villager.see('怎么找周桂芳');
  });

  it('last year’s result stands there with its counts, long after the single ballots are gone', async () => {
    const { stage } = on;
    const visitor = await stage.as('visitor-3');
    await fromMine(visitor);
    await visitor.tap('周桂芳');
    await visitor.see(/满意率 \d+/);
    await visitor.see(/名单上 \d+ 人，投了 \d+ 票/);

    // PRV-10: by now the single ballots are gone, and that is what the voter reads.
    const voter = await stage.as('王秀兰');
    await fromMine(voter);
    await voter.tap('周桂芳，镇人大代表');
    await voter.tap('查我的票在不在里面');
    await voter.see('一张张的票按规定已经删掉了，票数还在。');
    const { deputies } = await stage.server.ask<{ readonly deputies: readonly { readonly name: string; readonly mandate: string }[] }>('visitor', 'deputies', 'directory', { town: DEPUTIES_TOWN });
    const refused = await stage.server.ask(await stage.idOf('王秀兰'), 'deputies', 'confirm', { requestId: requestId(), town: DEPUTIES_TOWN, year: 2025, mandate: deputies[0]?.mandate, measures: [] }).catch(String);
    expect(refused).toContain('FORBIDDEN');
  });

  it('the station’s officer puts its hours right, and everybody reads the new ones (DEP-02)', async () => {
    const officer = await on.stage.as('彭立新');
    await fromMine(officer);
    await officer.tap('代表工作台');
    await officer.tap('联络站');
    await officer.tap('堰坪代表联络站');
    await officer.fill('什么时候开门', '周一到周五 9:00 到 17:00');
    await officer.tap('存下来');
    await officer.see('存好了');
    await officer.see('代表工作台');
    const visitor = await on.stage.as('visitor', { path: `packages/deputies/directory/index?town=${DEPUTIES_TOWN}` });
    await visitor.see('周一到周五 9:00 到 17:00');
  });

  it('the presidium enters a constituency of a part of a village, also on a page that has nothing behind it (DEP-01)', async () => {
    const presidium = await on.stage.as('沈国华', { path: `packages/deputies/enter/index?town=${DEPUTIES_TOWN}&what=constituency` });
    await presidium.fill('名字', '第 9 选区');
    await presidium.tap('选镇代表');
    await presidium.tap('堰坪村');
    await presidium.pick('全村', '上片四组东片');
    await presidium.tap('名册里登记的选民');
    await presidium.tap('1 名');
    await presidium.pickDay('选哪一天');
    await presidium.tap('存下来');
    await presidium.see('存好了');
    await presidium.see('代表工作台');
    const { constituencies } = await on.stage.server.ask<{ readonly constituencies: readonly { readonly name: string; readonly areas: readonly string[] }[] }>('visitor', 'deputies', 'directory', { town: DEPUTIES_TOWN });
    expect(constituencies.find(({ name }) => name === '第 9 选区')?.areas).toEqual([`${await villageOf(on.stage, '王秀兰')}-1.4.1`]);
  });
});
