import { journey } from './browser';
import { refusalOf, reported, requestId } from './matters';
import { withStage } from './stage';
import { act, openOnDesk } from './ways';
import { actsForSon } from './world';

journey('what a villager keeps in hand', () => {
  const on = withStage();

  it('is told in the inbox of every step, answers what is asked, and reminds once a day (WX-07)', async () => {
    const { issueId } = await reported(on.stage, '王秀兰', { category: 'ERRAND', text: '帮我把高龄补贴的表交上去' });
    const head = await on.stage.as('陈守田');
    await openOnDesk(head, '帮我把高龄补贴的表');
    await head.tap('签收');
    await head.see('签收了，报事人会知道');
    await act(head, { does: '问一问', field: '想问什么', says: '身份证复印件带了没有' });

    const villager = await on.stage.as('王秀兰');
    await villager.see(/条新通知/);
    await villager.tap('条新通知');
    await villager.see(/陈守田接了您的事/);
    await villager.tap('陈守田想再问清楚');
    await villager.see('身份证复印件带了没有');
    await villager.tap('回他的话');
    await villager.fill('回他的话', '带了，放在桌上');
    await villager.tap('回过去');
    await villager.see('回过去了');
    await villager.tap('催一下陈守田');
    await villager.see('催过了');
    expect(refusalOf(await on.stage.server.call(villager.id, 'issues', 'remind', { requestId: requestId(), issueId }))).toBe('REMINDED_TODAY');

    await villager.go('pages/me/index');
    await villager.see('收件箱');
    await villager.settled();
    expect(await villager.sees(/条没看/)).toBe(false);
    await head.go('packages/inbox/list/index');
    await head.see('村民回了您问的话');
    await head.see('村民催了一件事');
  });

  it('can be added to, and withdrawn before work begins (EVT-16)', async () => {
    const { issueId } = await reported(on.stage, '王秀兰', { text: '路边的草把水沟堵了' });
    const villager = await on.stage.as('王秀兰', { path: `packages/issue/progress/index?id=${issueId}` });
    await villager.tap('补充几句');
    await villager.fill('补充的话', '下雨天水漫到路上');
    await villager.tap('补上去');
    await villager.see('下雨天水漫到路上');
    await villager.tap('不用办了，撤回');
    await villager.confirm('撤回');
    await villager.see('您撤回了');
    expect(refusalOf(await on.stage.server.call(await on.stage.idOf('陈守田'), 'issues', 'accept', { requestId: requestId(), issueId }))).toBeDefined();
  });

  it('is told what is held about them, asks for a correction, and takes a copy (PRV-06)', async () => {
    const villager = await on.stage.as('王秀兰', { path: 'pages/me/index' });
    await villager.tap('村里存了我哪些信息');
    await villager.see('存了哪些');
    await villager.see(/王秀兰/);
    await villager.tap('有错，请改');
    await villager.fill('哪里错了，对的是什么', '门牌写错了，是三组 12 号');
    await villager.tap('交给村里');
    await villager.see('收到了，会有人回您');
    await villager.see('门牌写错了，是三组 12 号');
    await villager.see('谁看过');
    const kept = await villager.page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('page:my-'))));
    expect(kept).toBe('[]');
  });

  it('sees who answers for the household, and where a post is vacant who does so meanwhile (LNS-05)', async () => {
    const villager = await on.stage.as('王秀兰', { path: 'packages/people/contacts/index' });
    for (const words of ['李国平', '周桂芳', '陈守田', '刘长根', '周福林']) await villager.see(words);
    const neighbour = await on.stage.as('赵春花', { path: 'packages/people/contacts/index' });
    await neighbour.see(/暂时没人|空着|没人/);
  });

  it('without a phone of their own, has the desk end a relative\'s; both sides are told (A11Y-09)', async () => {
    const mother = await on.stage.as('王秀兰', { path: 'pages/me/index' });
    const son = await actsForSon(on.stage);
    const desk = await on.stage.as('马建业', { path: `packages/desk/person/index?id=${son}` });
    await desk.tap('手机丢了，解绑');
    await desk.confirm('解绑');
    await desk.see('现在没有手机绑着他。');
    await desk.see('谁的手机能替他办事');
    await desk.tap('王秀兰的手机');
    await desk.confirm('收回');
    await desk.see('收回了，两边都会知道');
    await desk.gone('谁的手机能替他办事');

    await mother.reopen('packages/inbox/list/index');
    await mother.see(/工作人员替王小军收回了，这部手机不再替王小军办事/);
    await mother.go('packages/people/family/index');
    await mother.see('现在替谁办事');
    await mother.settled();
    expect(await mother.sees('王小军')).toBe(false);
  });

  it('says what is wrong with the app, and reads until when it is answered (BUR-06)', async () => {
    const villager = await on.stage.as('王秀兰', { path: 'packages/people/feedback/index' });
    await villager.fill('这个小程序哪里不好用', '字再大一点就好了');
    await villager.tap('说给我们听');
    await villager.see('收到了，会有人回您');
    await villager.see('字再大一点就好了');
    await villager.see(/说的，最晚.*回您/);
  });
});
