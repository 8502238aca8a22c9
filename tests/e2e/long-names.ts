/** Names and titles as long as they come, put into what the server answers: a page must not break on them. */
import type { BrowserContext } from 'playwright-core';

const LONGER: readonly (readonly [string, string])[] = [
  ['王秀兰', '阿依古丽·买买提明·吐尔逊'],
  ['陈守田', '欧阳守田富贵'],
  ['刘长根', '司马长根·阿不都热合曼'],
  ['堰坪村', '堰坪村（原东河、三合并入）'],
  ['三组东片', '三组东片老供销社到河边一带'],
  ['周桂芳', '古丽巴哈尔·阿不都热西提·艾合买提'],
  ['三组到小学这段路，装几盏路灯', '三组到小学这段路，从老供销社拐弯到石桥再到学校后门，晚上一共装几盏太阳能路灯才够亮'],
  ['垃圾清运费，明年每户收多少', '垃圾清运费，连同河道清漂、公厕打扫和院坝保洁，明年每户一共收多少，按户还是按人收'],
  ['36 元，隔一天收一次', '36 元，隔一天收一次，五保户、低保户和常年不在家的户都不收，缺的由村集体补上'],
  ['二组蓄水池防渗', '二组后坡蓄水池防渗，连同下面三百米水渠清淤，赶在明年栽秧以前修好，不再误农时'],
];

/** Some of them is on the screen. */
export const LONG_WORDS = new RegExp(LONGER.map(([name, longer]) => (longer.startsWith(name) ? longer.slice(name.length, name.length + 6) : longer.slice(0, 6)).replace(/[（·]/g, '.')).join('|'));

export async function withLongNames(context: BrowserContext): Promise<void> {
  await context.route('**/fn/**', async (route) => {
    const response = await route.fetch();
    const body = LONGER.reduce((text, [name, longer]) => text.replaceAll(name, longer), await response.text());
    await route.fulfill({ response, body });
  });
}
