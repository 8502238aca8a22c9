/** Ways through the app that several journeys begin with. */
import type { Somebody } from './stage';

export interface Told {
  /** The words of the picture: 卫生环境. */
  readonly category: string;
  readonly text: string;
}

/** From the home page to the last page before sending. */
export async function tell(who: Somebody, { category, text }: Told): Promise<void> {
  await who.tap('我要报事');
  await who.tap(category);
  await who.tap('下一步');
  await who.see('把事情说一说');
  await who.fill('发生了什么事', text);
}

/** Reports a matter of one's own place, and looks at who has it. */
export async function report(who: Somebody, told: Told): Promise<void> {
  await tell(who, told);
  await who.tap('报上去');
  await who.see(/^编号 \S+，打电话问的时候说这个$/);
}

/** From the home page to a matter on one's desk. */
export async function openOnDesk(who: Somebody, title: string): Promise<void> {
  await who.tap('工作台');
  await who.tap(title);
  await who.see('办到哪一步了');
}

/** Does one act on the matter that is open: what to do, what to say, and yes when asked once more. */
export async function act(who: Somebody, { does, field, says, confirm }: { readonly does: string; readonly field: string; readonly says: string; readonly confirm?: string }): Promise<void> {
  await who.tap('办这件事');
  await who.tap(does);
  await who.fill(field, says);
  await who.page.locator('.c-sheet__foot [role="button"]').click();
  if (confirm !== undefined) await who.confirm(confirm);
  await who.page.locator('.c-sheet').waitFor({ state: 'detached' });
}
