import { civilDateOf } from '@/domain/basics/civil-time';
import type { EntryView, OwnYear } from '@/services/views';
import { journey } from './browser';
import { refusalOf, requestId, villageOf } from './matters';
import { nextCycle } from './party-cycle';
import { withStage } from './stage';

journey('a party member’s year', () => {
  const on = withStage();

  async function asks<T>(name: string, procedure: string, input: object): Promise<T> {
    return on.stage.server.ask<T>(await on.stage.idOf(name), 'points', procedure, input);
  }

  it('goes from a pledge over a deed and two pairs of eyes to points with a reason, and to an appeal (PTY-04..06, 14)', async () => {
    const cycle = await nextCycle(on.stage, await villageOf(on.stage, '李国平'));
    const member = await on.stage.as('李国平', { path: 'pages/me/index' });
    await member.tap('我的积分');
    await member.see('今年的承诺还差 2 条');
    await member.tap('今年的承诺还差 2 条');
    await member.tap('自己写一条');
    await member.fill('答应做什么', '带头清三组的水沟');
    await member.tap('公益出力');
    await member.fill('做到多少算做到', '4');
    await member.tap('交给支部看');
    await member.see('等支部看');

    const [pledge] = (await asks<OwnYear>('李国平', 'mine', {})).pledges;
    await asks('柳春林', 'decidePledge', { requestId: requestId(), personId: member.id, cycle, pledgeId: pledge?.id, decision: { kind: 'CONFIRMED' } });
    await member.reopen(`packages/party/claim/index?pledge=${pledge?.id ?? ''}`);
    await member.tap('公益志愿');
    await member.tap('参加一次公益志愿服务');
    await member.fill('做了什么', '带人清了半天水沟');
    await member.tap('报上去');
    await member.see(/等党小组长核实，最晚/);
    await member.see('待核的还没算进总分。');

    const entryOf = async (): Promise<EntryView> => {
      const found = (await asks<OwnYear>('李国平', 'mine', {})).entries.find(({ text }) => text === '带人清了半天水沟');
      if (found === undefined) throw new Error('the deed is not in the ledger');
      return found;
    };
    const { entryId } = await entryOf();
    expect(refusalOf(await on.stage.server.call(member.id, 'points', 'check', { requestId: requestId(), entryId, verdict: { kind: 'RIGHT' } }))).toBeDefined();
    await asks('邓明珠', 'check', { requestId: requestId(), entryId, verdict: { kind: 'ASK', text: '哪一天清的？' } });
    await member.reopen('packages/party/year/index');
    await member.tap('支部想再问您一句');
    // The year behind it says so too: only once the entry is here.
    await member.see('谁看过');
    await member.tap('补一句');
    await member.fill('您的回答', '今天上午');
    await member.tap('回过去');
    await member.see('回过去了');
    await asks('邓明珠', 'check', { requestId: requestId(), entryId, verdict: { kind: 'RIGHT' } });
    await asks('张文德', 'approve', { requestId: requestId(), entryId, verdict: { kind: 'POST' } });

    await member.reopen('packages/party/year/index');
    await member.see('62');
    await member.see('1 / 4 次');
    await member.tap('带人清了半天水沟');
    await member.see(/邓明珠（核实）/);
    await member.see(/张文德（书记）/);
    await member.tap('我有异议');
    await member.fill('哪里不对', '那天还修了路，只记了清沟');
    await member.tap('提上去');
    await member.see(/您提的异议，最晚/);
    expect((await entryOf()).appeal?.state).toBe('OPEN');
    expect(civilDateOf((await entryOf()).appeal?.decideBy ?? 0) > civilDateOf(await on.stage.server.now())).toBe(true);
  });

  it('records a contact in a few taps, and what was heard is a matter of the village at once (LNS-03, 04)', async () => {
    const member = await on.stage.as('李国平', { path: 'packages/party/year/index' });
    await member.tap('记一次联系：');
    await member.tap('走访');
    await member.tap('听到一件要办的事');
    await member.fill('听到了什么', '屋后的排水沟堵了');
    await member.tap('卫生环境');
    await member.tap('记下来，事情报上去');
    await member.see('上次今天，走访 1 户');
    const [last] = (await asks<OwnYear>('李国平', 'mine', {})).contacts;
    expect(last?.issueId).toBeDefined();
  });

  it('is seen by villagers as pledges and deeds, without points (PTY-15)', async () => {
    const villager = await on.stage.as('王秀兰', { path: 'pages/consult/index' });
    await villager.tap('党员的承诺');
    await villager.see('带头清三组的水沟');
    expect(await villager.reads()).not.toMatch(/\d 分/);
    expect(refusalOf(await on.stage.server.call(villager.id, 'points', 'mine', {}))).toBeDefined();
  });
});
