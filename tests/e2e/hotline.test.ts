/** 12345 tickets: the hotline's list with a wrong row, put right, loaded, done in the village, and the answer copied (EVT-15, EVT-19). */
import { addCivilDays, civilDateOf } from '@/domain/basics/civil-time';
import { journey } from './browser';
import { reported, villageOf } from './matters';
import { DESKTOP, withStage } from './stage';
import { act } from './ways';

const HEADING = '工单编号,受理时间,办理期限,诉求类型,诉求内容,所在村,事发地址,来电人,联系电话';
const list = (...rows: readonly string[]): readonly { readonly name: string; readonly bytes: Buffer }[] => [{ name: '12345工单.csv', bytes: Buffer.from([HEADING, ...rows, ''].join('\n')) }];

journey('tickets of the 12345 hotline', () => {
  const on = withStage();

  it('come in by the hotline’s list, are done where they belong, and are answered from the town', async () => {
    const today = civilDateOf(await on.stage.server.now());
    const [received, answerBy] = [addCivilDays(today, -1), addCivilDays(today, 3)];
    const about = '村口的垃圾堆了好几天没有人拉';
    const { issueId } = await reported(on.stage, '王秀兰', { text: about, visibility: 'HANDLERS' });
    const lamp = `AK0001,${received} 16:20,${answerBy} 17:30,求助,村小学门口的路灯不亮,堰坪村,小学门口,张先生,13900008888`;
    const rubbish = (phone: string): string => `AK0002,${received},${answerBy},投诉-环境卫生,${about}走,堰坪村,村口,李女士,${phone}`;

    const desk = await on.stage.as('何敏', { path: 'packages/town/tickets/index', size: DESKTOP });
    await desk.see('还没有收过工单');
    await desk.tap('传工单表');
    await desk.see('热线平台导出的表');
    await desk.give('传工单表', list(lamp, rubbish('139')));
    await desk.see(/第 3 行“联系电话”（139）：看不出电话号码/);
    await desk.see('先把表改好');

    await desk.give('重选', list(lamp, rubbish('0915-5550107')));
    await desk.see('像是报过的');
    await desk.tap('是同一件，并到');
    await desk.tap('收进 2 件');
    await desk.see('收进 1 件，并到报过的 1 件');
    await desk.see('工单 AK0001');
    await desk.see(/和报过的是一件/);

    // Sent again it changes nothing, and says so.
    await desk.tap('传工单表');
    await desk.give('传工单表', list(lamp, rubbish('0915-5550107')));
    await desk.see('收过了，不会再收');
    await desk.see('都收过了，不用再收');

    // The hotline gives one more time, and less to another: the first is taken over, the other only where the desk says so.
    const [more, less] = [addCivilDays(today, 6), addCivilDays(today, 2)];
    await desk.give('重选', list(lamp.replace(`${answerBy} 17:30`, `${more} 17:30`), rubbish('0915-5550107').replace(answerBy, less)));
    await desk.see('收过了，12345 改了时限');
    await desk.see(/时限改为 .*原来是/);
    await desk.see(/时限提前到 .*原来是/);
    await desk.tap('改 1 件的时限');
    await desk.see('改了 1 件的时限；收过的 1 件没动');

    // What only two officers may see comes with a column of its own, and the desk sees no more than that there is a ticket (EVT-14).
    await desk.tap('传工单表');
    await desk.give('传工单表', [{ name: '12345工单.csv', bytes: Buffer.from(`${HEADING},是否敏感\nAK0009,${received},${answerBy},求助,有人在家里打孩子,堰坪村,二组,赵女士,13900006666,是\n`) }]);
    await desk.see('收进后只给派出所联络员和镇政法委员看');
    await desk.tap('收进 1 件');
    await desk.see('这件事不给镇上看，由专人办');

    // The village's desk sees the hotline's limit, rings who called, and finishes it.
    const { items } = await desk.ask<{ readonly items: readonly { readonly number: string; readonly issue: { readonly issueId: string } }[] }>('tickets', 'list', { town: (await villageOf(on.stage, '王秀兰')).slice(0, 9) });
    const filed = items.find(({ number }) => number === 'AK0001')?.issue.issueId ?? '';
    const village = await on.stage.as('马建业', { path: `packages/desk/handle/index?id=${filed}`, size: DESKTOP });
    await village.see('12345 工单 AK0001');
    await village.see('打 12345 反映的');
    await village.see('12345 放宽了答复时限');
    await village.see('归档');
    await village.tap('签收');
    await village.see('签收了');
    await act(village, { does: '办结', field: '办理结果', says: '换了灯，晚上亮了。', confirm: '办结' });
    await village.see('办结了，镇上会答复 12345');

    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.reopen('packages/town/tickets/index');
    await desk.tap('复制答复：村小学门口的路灯不亮');
    await desk.see('复制好了，粘到平台上就行');
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^工单编号：AK0001\n办理结果：换了灯，晚上亮了。\n办理人：马建业（村值班员）\n办结时间：/);

    // Whoever reported the other one sees a neighbour's matter as before, and nothing of the call.
    const villager = await on.stage.as('王秀兰', { path: `packages/issue/progress/index?id=${issueId}` });
    await villager.see(about);
    expect(await villager.reads()).not.toMatch(/AK0002|李女士/);
  });

  it('come in one by one on the form of every report, and are put to what was reported already', async () => {
    const about = '河边的护栏断了一截，小娃娃容易掉下去';
    const { issueId } = await reported(on.stage, '李国平', { text: about, visibility: 'HANDLERS' });
    const desk = await on.stage.as('何敏', { path: 'packages/town/tickets/index' });
    await desk.tap('录一件');
    await desk.tap('卫生环境');
    await desk.tap('下一步');
    await desk.fill('工单编号', 'AK0003');
    await desk.pickDay('选一天');
    await desk.fill('来电人的电话', '13900007777');
    await desk.fill('发生了什么事', about);
    await desk.tap('报上去');
    await desk.see('还差 1 样');
    await desk.tap('在哪里：还没选');
    await desk.tap('选镇');
    await desk.tap('漩涡镇');
    await desk.tap('选村');
    await desk.tap('堰坪村');
    await desk.tap('就是这里');
    await desk.tap('报上去');
    await desk.see('像是报过的');
    await desk.tap('并到这一件');
    await desk.see('12345 工单 AK0003');
    expect(desk.page.url()).toContain(issueId);

    await desk.reopen('packages/town/tickets/index');
    await desk.see('工单 AK0003');
  });
});
