import assert from 'node:assert/strict';
import type { Owner } from './hand';

const TABS = [
  { words: '我的', page: 'pages/me/index' },
  { words: '报事', page: 'pages/issues/index' },
  { words: '议事', page: 'pages/consult/index' },
  { words: '首页', page: 'pages/home/index' },
];

/** From the first page through every tab and back, by tapping. A page that draws nothing or throws stops it. */
export async function walkTheTabs(host: Owner): Promise<void> {
  await host.arriveAt('pages/home/index');
  for (const { words, page } of TABS) {
    await host.tap(words);
    const front = await host.arriveAt(page);
    await host.see(words);
    const drawn = (await front.data('root.cn')) as readonly unknown[] | undefined;
    assert.ok(drawn !== undefined && drawn.length > 0, `${page} draws nothing`);
    // One tab at a time: nothing is left under it.
    assert.equal((await host.miniProgram.pageStack()).length, 1);
  }
  assert.deepEqual(await host.errors(), []);
}
