import { journey } from './browser';
import { does, reported, villageOf } from './matters';
import { DESKTOP, withStage, type Stage } from './stage';
import { act } from './ways';

/** A matter of the whole village that its duty officer has handed up to the town. */
async function atTheTown(stage: Stage, text: string): Promise<string> {
  const { issueId } = await reported(stage, '王秀兰', { category: 'SUGGEST', text, place: { kind: 'VILLAGE', village: await villageOf(stage, '王秀兰') } });
  await does(stage, '马建业', 'accept', issueId);
  await does(stage, '马建业', 'handUp', issueId, { text: '要县里修，村里定不了' });
  return issueId;
}

journey('the desk of a town', () => {
  const on = withStage();

  it('dispatches to a department, which may object once, with its grounds (EVT-07, EVT-08)', async () => {
    const text = '河堤被水冲开一个口子，要修';
    const issueId = await atTheTown(on.stage, text);
    const desk = await on.stage.as('何敏', { path: 'packages/desk/queue/index', size: DESKTOP });
    await desk.tap('河堤被水冲开一个口子');
    await desk.see('办到哪一步了');
    await desk.tap('签收');
    await desk.see('签收了，报事人会知道');
    await desk.tap('办这件事');
    await desk.tap('派单');
    await desk.tap('县水利局');
    await desk.fill('交办的话', '请到现场看一看');
    await desk.tap('派过去');
    await desk.confirm('派过去');
    await desk.see('派过去了');
    await desk.see(/交办给县水利局|交办给.*水利/);

    const department = await on.stage.as('罗川', { path: `packages/desk/handle/index?id=${issueId}`, size: DESKTOP });
    await department.see('别的办法');
    await department.tap('别的办法');
    await department.tap('提异议');
    await department.fill('依据', '县权责清单第 12 条');
    await department.fill('为什么不该由我办', '这一段归镇上管护');
    await department.page.locator('.c-sheet__foot [role="button"]').click();
    await department.confirm('提异议');
    await department.see('提了异议');

    await desk.page.reload();
    await desk.see('提了异议');
    await desk.tap('定异议');
    await desk.tap('不成立，还由他办');
    await desk.fill('说一说理由', '河道管理范围内，由水利局主办');
    await desk.tap('就这样定');
    await desk.confirm('就这样定');
    await desk.see('异议不成立');

    await department.page.reload();
    await department.see('异议不成立');
    await department.tap('签收');
    await department.see('签收了，报事人会知道');
    expect(await department.sees('提异议')).toBe(false);
    await act(department, { does: '记进展', field: '做了什么', says: '量过了，下周动工' });

    const villager = await on.stage.as('王秀兰', { path: `packages/issue/progress/index?id=${issueId}` });
    await villager.see('量过了，下周动工');
  });

  it('reads the three rates with what they are made of, and saves a month without a person in it (EVT-15, BUR-04)', async () => {
    await atTheTown(on.stage, '镇上到堰坪的班车能不能早一趟');
    const desk = await on.stage.as('何敏', { path: 'packages/town/overview/index', size: DESKTOP });
    for (const rate of ['响应率', '解决率', '满意率']) await desk.see(rate);
    await desk.see(/^按时签收 \d+ ÷ 全部 \d+$/);
    const people = (await on.stage.server.people()).map(({ name }) => name);
    for (const kind of ['各村三率汇总', '事项清单（不含个人信息）']) {
      const csv = (await desk.take('导出汇总', kind)).bytes.toString('utf8');
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(csv.split('\r\n').length).toBeGreaterThan(1);
      expect(people.filter((name) => csv.includes(name))).toEqual([]);
      expect(csv).not.toMatch(/1[3-9]\d{9}|\d{17}[\dX]/);
      expect(csv).not.toContain('班车');
    }
  });
});
