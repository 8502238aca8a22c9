import type { Host } from './launch-host';

export interface Matter {
  /** The words of the picture: 卫生环境. */
  readonly category: string;
  readonly text: string;
}

/** As much of a matter's words as every list shows. */
export const titleOf = ({ text }: Matter): string => text.slice(0, 8);

/** From the home page to the last page before sending: what it is, what happened, one photo. */
export async function tell(villager: Host, { category, text }: Matter): Promise<void> {
  await villager.tap('我要报事');
  await villager.tap(category);
  await villager.tap('下一步');
  await villager.see('把事情说一说');
  await villager.fill('发生了什么事', text);
  await villager.tap('拍照');
  await villager.find('[aria-label^="第 1 张照片"]');
}

/** Tells it and sends it; ends on the page that says who has it. */
export async function report(villager: Host, matter: Matter): Promise<void> {
  await tell(villager, matter);
  await villager.tap('报上去');
  await villager.see(/编号|是不是这件事/);
  if ((await villager.page()).path === 'packages/report/similar/index') await villager.tap('不是一回事，报上去');
  await villager.see(/编号 \S+，打电话问的时候说这个/);
}

/** From the home page: accepts a matter on the desk and settles it. */
export async function settle(head: Host, matter: Matter, result: string): Promise<void> {
  await head.tap('工作台');
  await head.tap(`签收：${titleOf(matter)}`);
  await head.toasted('签收了，报事人会知道');
  await head.tap(titleOf(matter));
  await head.see('办到哪一步了');
  await head.tap('办这件事');
  await head.tap('办结');
  await head.fill('办理结果', result);
  await (await head.find('.c-sheet__foot .c-button')).tap();
}

/** From the home page: the answer is read, and was good. */
export async function rateGood(villager: Host, matter: Matter, result: string): Promise<void> {
  await villager.see('等您办的');
  await villager.tap(titleOf(matter));
  await villager.arriveAt('packages/issue/rate/index');
  await villager.see(result);
  await villager.tap('解决了');
  await villager.tap('满意');
  await villager.tap('交上去');
  await villager.see('这件事结了');
}
