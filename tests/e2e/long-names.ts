/** Names as long as they come, put into what the server answers: a page must not break on them. */
import type { BrowserContext } from 'playwright-core';

const LONGER: readonly (readonly [string, string])[] = [
  ['王秀兰', '阿依古丽·买买提明·吐尔逊'],
  ['陈守田', '欧阳守田富贵'],
  ['刘长根', '司马长根·阿不都热合曼'],
  ['堰坪村', '堰坪村（原东河、三合并入）'],
  ['三组东片', '三组东片老供销社到河边一带'],
];

export async function withLongNames(context: BrowserContext): Promise<void> {
  await context.route('**/fn/**', async (route) => {
    const response = await route.fetch();
    const body = LONGER.reduce((text, [name, longer]) => text.replaceAll(name, longer), await response.text());
    await route.fulfill({ response, body });
  });
}
