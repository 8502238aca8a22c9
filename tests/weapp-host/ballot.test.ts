/** A ballot on the artefact a phone runs: cast once, its receipt shown, kept, and found when the box is counted. */
import type { MyBallot } from '@/services/views';
import { onBothBackends } from './backends';
import { reopen, withVillage } from './village';

const CHOICE = '36 元，隔一天收一次';

onBothBackends((backend) => `a ballot on the WeChat build in ${backend} (VOTE-12)`, (backend) => {
  const on = withVillage(backend);

  it('is looked over and cast, its receipt is made by the phone, and a second try is refused', async () => {
    const { server } = on.village;
    const person = await on.village.idOf('王秀兰');
    const { items } = await server.ask<{ readonly items: readonly MyBallot[] }>(person, 'voting', 'mine', {});
    const ballot = items.find(({ state }) => state === 'OPEN');
    const page = `packages/voting/ballot/index?id=${encodeURIComponent(ballot?.ballotId ?? '')}`;
    const voter = await on.village.phoneOf('王秀兰');
    await voter.tap('我的');
    await voter.tap('我的票');
    await voter.tap('垃圾清运费');
    await voter.see('您家一年交多少');
    expect(new Set(await voter.each('[role="radio"]', (choice) => choice.attribute('aria-checked')))).toEqual(new Set(['false']));
    await voter.tap(CHOICE);
    await voter.tap('看一遍再投');
    await voter.see('您选的是');
    await voter.tap('投出去');
    await voter.see('票投进去了');
    await voter.see('您的查票码');
    const cast = (await voter.calls('cloud.callFunction')).filter(({ options }) => JSON.stringify(options).includes('"cast"'));
    expect(cast).toHaveLength(1);
    const receipt = /"receipt":"([^"]+)"/.exec(JSON.stringify(cast))?.[1] ?? '';
    expect(receipt).not.toBe('');
    const shown = (await (await voter.find('.c-receipt__code')).text()).replace(/\s/g, '');
    expect(shown).toBe(receipt);
    expect(JSON.stringify(await voter.miniProgram.callWxMethod('getStorageInfoSync'))).toContain('receipt:');
    await voter.tap('抄好了');
    await voter.see('存在这部手机里了');

    await reopen(voter, page);
    await voter.see('这张票已经投过了');
    expect(await on.village.errors()).toEqual([]);
  });
});
