import type { Owner } from './hand';

export interface Matter {
  /** The words of the picture: 卫生环境. */
  readonly category: string;
  readonly text: string;
}

/** As much of a matter's words as every list shows. */
export const titleOf = ({ text }: Matter): string => text.slice(0, 8);

/** From the home page to the words: what it is, what happened. */
export async function begin(villager: Owner, { category, text }: Matter): Promise<void> {
  await villager.tap('我要报事');
  await villager.tap(category);
  await villager.tap('下一步');
  await villager.see('把事情说一说');
  await villager.fill('发生了什么事', text);
}

/** From the home page to the last page before sending: what it is, what happened, one photo. */
export async function tell(villager: Owner, matter: Matter): Promise<void> {
  await begin(villager, matter);
  await villager.tap('拍照');
  await villager.find('[aria-label^="第 1 张照片"]');
}

/** Chooses a grid of the village, and says where in it. */
export async function placeIn(villager: Owner, grid: string, words: string): Promise<void> {
  await villager.tap('在哪里：');
  await villager.tap('村里别的组、别的片');
  await villager.tap('选哪一片');
  await villager.tap(grid);
  await villager.fill('再说细一点', words);
  await villager.tap('就是这里');
  await villager.see(words);
}

/** Points on the map. */
export async function pointAt(villager: Owner): Promise<void> {
  await villager.tap('在哪里：');
  await villager.tap('在地图上点一下');
}

/** Sends what was told; ends on the page that says who has it. */
export async function send(villager: Owner): Promise<void> {
  await villager.tap('报上去');
  await villager.see(/编号|是不是这件事/);
  if ((await villager.page()).path === 'packages/report/similar/index') await villager.tap('不是一回事，报上去');
  await villager.see(/编号 \S+，打电话问的时候说这个/);
}

/** On the desk, from the home page: accepts a matter in the list and opens it. */
export async function accept(head: Owner, matter: Matter): Promise<void> {
  await head.tap('工作台');
  await head.tap(`签收：${titleOf(matter)}`);
  await head.toasted('签收了，报事人会知道');
  await head.tap(titleOf(matter));
  await head.see('办到哪一步了');
}

/** Does one act on the matter that is open; the owner of the phone says yes when asked once more. */
export async function act(head: Owner, { does, field, says, said }: { readonly does: string; readonly field: string; readonly says: string; readonly said: string }): Promise<void> {
  await head.tap('办这件事');
  await head.tap(does);
  await head.fill(field, says);
  await (await head.find('.c-sheet__foot .c-button')).tap();
  await head.toasted(said);
}

export const progress = (head: Owner, says: string): Promise<void> => act(head, { does: '记进展', field: '做了什么', says, said: '记下了' });
export const handUp = (head: Owner, says: string): Promise<void> => act(head, { does: '往上交', field: '为什么要往上交', says, said: '交上去了' });
export const finish = (head: Owner, says: string): Promise<void> => act(head, { does: '办结', field: '办理结果', says, said: '办结了，等报事人评一评' });

/** From the home page: the answer is read, and was good. */
export async function rateGood(villager: Owner, matter: Matter, result: string): Promise<void> {
  await villager.see('等您办的');
  await villager.tap(titleOf(matter));
  await villager.arriveAt('packages/issue/rate/index');
  await villager.see(result);
  await villager.tap('解决了');
  await villager.tap('满意');
  await villager.tap('交上去');
  await villager.see('这件事结了');
}
