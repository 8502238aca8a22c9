import { journey } from './browser';
import { requestId, villageOf } from './matters';
import { withStage, type Stage } from './stage';

interface Year {
  readonly score: { readonly total: number };
  readonly entries: readonly { readonly entryId: string; readonly text: string; readonly state: string }[];
}

/** A deed of 李国平, as his phone sends it. */
async function claimed(stage: Stage, text: string): Promise<string> {
  const member = await stage.idOf('李国平');
  const today = new Date((await stage.server.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  const { items } = await stage.server.ask<{ readonly items: readonly { readonly id: string; readonly tenths: number; readonly left?: number }[] }>(member, 'points', 'items', {});
  const item = items.find(({ tenths, left }) => tenths > 0 && (left === undefined || left >= tenths))?.id;
  const { entryId } = await stage.server.ask<{ readonly entryId: string }>(member, 'points', 'claim', { requestId: requestId(), on: today, item, text });
  return entryId;
}

async function entryOf(stage: Stage, entryId: string): Promise<{ readonly state: string; readonly refused?: { readonly reason: string }; readonly appeal?: { readonly state: string } }> {
  return stage.server.ask(await stage.idOf('李国平'), 'points', 'entry', { entryId });
}

journey('a branch looks at what its members did (PTY-04..06, 10, 14)', () => {
  const on = withStage();

  it('a verifier says that it is right, another approves, and the points are there', async () => {
    const { stage } = on;
    const before = await stage.server.ask<Year>(await stage.idOf('李国平'), 'points', 'mine', {});
    const entryId = await claimed(stage, '帮五保户修好了漏雨的屋顶');
    const verifier = await stage.as('邓明珠');
    await verifier.go('pages/me/index');
    await verifier.tap('支部工作台');
    await verifier.see('帮五保户修好了漏雨的屋顶');
    await verifier.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await verifier.tap('属实');
    await verifier.see('核实了，交给支部审');

    const secretary = await stage.as('张文德');
    await secretary.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await secretary.tap('记上');
    await secretary.see('记上了');
    expect((await entryOf(stage, entryId)).state).toBe('POSTED');
    expect((await stage.server.ask<Year>(await stage.idOf('李国平'), 'points', 'mine', {})).score.total).toBeGreaterThanOrEqual(before.score.total);
  });

  it('it is refused with its reason, appealed, and decided by somebody who has not looked at it', async () => {
    const { stage } = on;
    const entryId = await claimed(stage, '在广场上扫了一上午地');
    const verifier = await stage.as('邓明珠');
    await verifier.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await verifier.tap('不通过');
    await verifier.fill('为什么', '那天是村里统一安排的用工，给了工钱');
    await verifier.page.getByRole('dialog').getByRole('button', { name: '不通过', exact: true }).click();
    await verifier.see('告诉他了');
    expect(await entryOf(stage, entryId)).toMatchObject({ state: 'REFUSED', refused: { reason: '那天是村里统一安排的用工，给了工钱' } });

    await stage.server.ask(await stage.idOf('李国平'), 'points', 'appeal', { requestId: requestId(), entryId, text: '我是义务去的，没有领工钱' });
    const committee = await stage.as('柳春林');
    await committee.go(`packages/branch/entry/index?id=${encodeURIComponent(entryId)}`);
    await committee.see('我是义务去的，没有领工钱');
    await committee.tap('答复申诉');
    await committee.tap('成立');
    await committee.fill('答复的话', '查了工钱单，没有他的名字，补记上');
    await committee.tap('这样答复');
    await committee.see('答复了');
    expect((await entryOf(stage, entryId)).appeal?.state).toBe('UPHELD');
  });

  it('the secretary records who came late, for several at once', async () => {
    const { stage } = on;
    const secretary = await stage.as('张文德');
    await secretary.go('packages/branch/record/index');
    await secretary.see('哪几位');
    await secretary.tap('迟到');
    await secretary.tap('李国平');
    await secretary.tap('田小雨');
    await secretary.fill('怎么回事', '主题党日晚到半小时');
    await secretary.tap('记 2 位');
    await secretary.see('记下了，等另一位审');
  });

  it('the town sees branches and no member’s points (PTY-15, BUR-01)', async () => {
    const { stage } = on;
    await villageOf(stage, '王秀兰');
    const town = await stage.as('汤敏');
    await town.go('pages/me/index');
    await town.tap('镇党委组织办');
    await town.tap('支部');
    await town.see('按支部名排，不排名次');
    expect(await town.reads()).not.toContain('李国平');
  });
});
