/** The province's record of an event: four things added on the desk, everything else out of the matter, and the month's table (EVT-18). */
import { journey } from './browser';
import { does, reported } from './matters';
import { DESKTOP, withStage } from './stage';

journey('the record of an event', () => {
  const on = withStage();

  it('is written by the town in four taps, and goes out as a table without anybody in it', async () => {
    const { issueId, number } = await reported(on.stage, '王秀兰', { category: 'DISPUTE', text: '隔壁砌墙占了过道半尺' });
    await does(on.stage, '陈守田', 'accept', issueId);
    await does(on.stage, '陈守田', 'finish', issueId, { text: '两家说好了各让一点' });
    const desk = await on.stage.as('何敏', { path: `packages/desk/handle/index?id=${issueId}`, size: DESKTOP });
    await desk.see('综治事件登记');
    await desk.tap('涉及 1 人，一般');
    await desk.fill('涉及多少人', '4');
    await desk.tap('个人和个人');
    await desk.tap('人民调解');
    await desk.tap('记下来');
    await desk.see('涉及 4 人，一般');
    await desk.see('当事人：个人和个人；化解方式：人民调解');

    await desk.reopen('packages/town/overview/index');
    await desk.see('响应率');
    const saved = await desk.take('导出汇总', '综治事件表（GB/T 31000）');
    expect(saved.name).toContain('综治事件');
    const lines = saved.bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toContain('事件名称,发生日期,发生地点,事件规模');
    const line = lines.find((one) => one.includes(number)) ?? '';
    expect(line).toContain('群众上报,一般,个人和个人,人民调解,中心户长');
    expect(lines.join('\n')).not.toMatch(/王秀兰|陈守田|过道|各让一点/);
  });
});
