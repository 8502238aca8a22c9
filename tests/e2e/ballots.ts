/** What every journey with a ballot does by taps, whatever is voted on. */
import type { Somebody } from './stage';

/** Chooses on each phone and looks it over; nothing is cast by that. */
export async function lookedOver(phones: readonly Somebody[], choice: string): Promise<void> {
  for (const phone of phones) {
    await phone.tap(choice);
    await phone.tap('看一遍再投');
    await phone.see('您选的是');
  }
}

/** Casts one ballot from two phones that both have it looked over: the second is refused. */
export async function castAgain(first: Somebody, second: Somebody): Promise<void> {
  await first.tap('投出去');
  await first.see('票投进去了');
  await second.tap('投出去');
  await second.see('这张票已经投过了，一张票只能投一次。');
}
