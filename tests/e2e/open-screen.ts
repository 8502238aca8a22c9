/** Opens one screen of the list and waits until it is drawn. */
import type { Screen } from './screens';
import type { Seat, Somebody, Stage } from './stage';
import type { World } from './world';

export interface Opening extends Seat {
  /** Phones that are open already, by who holds them; left out, each screen gets a phone of its own. */
  readonly phones?: Map<string, Somebody>;
}

export async function openScreen(stage: Stage, world: World, screen: Screen, { phones, ...seat }: Opening = {}): Promise<Somebody> {
  const holder = `${screen.as}${screen.draft === true ? ' with a draft' : ''}`;
  const known = phones?.get(holder);
  const path = await pathOf(screen, world);
  const phone = known ?? await stage.as(screen.as, { ...seat, path, ...(screen.draft === true ? { storage: { drafts: [world.draft] } } : {}) });
  phones?.set(holder, phone);
  if (known !== undefined) await phone.reopen(path);
  await phone.see(new RegExp(screen.shows));
  await screen.then?.(phone);
  // What comes later would be measured or drawn one time and not another.
  await phone.settled();
  return phone;
}

export async function pathOf({ page, of }: Screen, world: World): Promise<string> {
  return of === undefined ? page : `${page}?${await of(world)}`;
}
