import type { IssueCard, IssueDetail } from '@/services/views';
import { journey } from './browser';
import { withStage } from './stage';
import { toastsSaid } from './watch-page';
import { report, tell } from './ways';

interface Items<T> { readonly items: readonly T[] }

journey('a matter that a neighbour has reported', () => {
  const on = withStage();

  it('is shown before sending, and 我也遇到了 takes the place of a second report (EVT-12)', async () => {
    const first = await on.stage.as('王秀兰');
    await first.tap('我要报事');
    await first.tap('卫生环境');
    await first.tap('下一步');
    await first.fill('发生了什么事', '三组水井边的垃圾池满了，味道很大');
    await first.tap('村里人都能看');
    await first.tap('报上去');
    await first.see('报上去了');

    const neighbour = await on.stage.as('李国平');
    await tell(neighbour, { category: '卫生环境', text: '水井边垃圾池满了没人清，味道大' });
    await neighbour.tap('报上去');
    await neighbour.see('是不是这件事？');
    await neighbour.see('三组水井边的垃圾池满了');
    await neighbour.tap('我也遇到了');
    await neighbour.see('办理进度');

    const { items } = await neighbour.ask<Items<IssueCard>>('issues', 'mine', {});
    expect(items.filter(({ title }) => title.includes('水井边')).map(({ mine, supported, supporters }) => ({ mine, supported, supporters }))).toEqual([{ mine: false, supported: true, supporters: 1 }]);
  });

  it('may be another matter all the same, and then it is reported', async () => {
    const neighbour = await on.stage.as('李国平');
    await tell(neighbour, { category: '卫生环境', text: '水井边垃圾池旁边的路灯也坏了，味道大' });
    await neighbour.tap('报上去');
    await neighbour.see('是不是这件事？');
    await neighbour.tap('不是一回事，报上去');
    await neighbour.see('报上去了');
  });

  it('is not shown for a matter that only handlers may read', async () => {
    const quiet = await on.stage.as('王小军');
    await report(quiet, { category: '邻里矛盾', text: '隔壁把界石挪了半尺，说不通' });
    const other = await on.stage.as('李国平');
    await tell(other, { category: '邻里矛盾', text: '隔壁把界石挪了半尺，说不通' });
    await other.tap('报上去');
    await other.see(/^编号/);
    const village = await other.ask<Items<IssueDetail>>('issues', 'village', {});
    expect(village.items.some(({ title }) => title.includes('界石'))).toBe(false);
  });
});

journey('two duty officers of one desk', () => {
  const on = withStage();

  it('cannot both accept a matter: one does, the other reads who did (EVT-02)', async () => {
    const villager = await on.stage.as('王秀兰');
    const village = (await on.stage.server.ask<{ readonly person: { readonly village: { readonly code: string } } }>(villager.id, 'people', 'me')).person.village.code;
    const { issueId } = await villager.ask<{ readonly issueId: string }>('issues', 'submit', {
      requestId: 'two-heads-at-once-0001', category: 'SUGGEST', urgency: 'NORMAL', text: '村委会门口装个路灯吧', place: { kind: 'VILLAGE', village }, visibility: 'HANDLERS', nameHidden: false,
    });
    const officers = await Promise.all(['马建业', '杨晓梅'].map((name) => on.stage.as(name, { path: `packages/desk/handle/index?id=${issueId}` })));
    await Promise.all(officers.map((officer) => officer.see('别的办法')));
    await Promise.all(officers.map((officer) => officer.tap('签收')));
    await Promise.all(officers.map((officer) => officer.see(/签收了，报事人会知道|已经接了|已经往下走了|刚刚改过/)));
    const said = await Promise.all(officers.map(({ page }) => toastsSaid(page)));
    expect(said.filter((toasts) => toasts.some((text) => text.includes('签收了，报事人会知道')))).toHaveLength(1);
    await Promise.all(officers.map((officer) => officer.see(/^接了这件事/)));

    const { steps, stage } = await villager.ask<IssueDetail>('issues', 'get', { issueId });
    expect(stage).toBe('ACCEPTED');
    expect(steps.filter(({ kind }) => kind === 'ACCEPTED')).toHaveLength(1);
  });
});
