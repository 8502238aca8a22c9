/** From the place a phone names to the village and the grid, as they are in the store. */
import type { PlaceInput } from '@/contract/issues';
import type { AreaCode, GridCode } from '@/domain/areas/code';
import type { PersonId } from '@/domain/basics/ids';
import type { Village } from '@/domain/grid/grid';
import { postsOf } from '@/domain/grid/posts';
import { postsIn } from '@/domain/issues/barring';
import { areaOfPlace, villageOfPlace } from '@/domain/issues/places';
import { routeIssue, type Route } from '@/domain/issues/routing';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';

export interface Located {
  readonly village: Village;
  readonly area: AreaCode;
}

/** One read. Refuses a home nobody has (a visitor's), a village or a grid that is not there. */
export async function locate(place: PlaceInput, home: GridCode | undefined, { store, settings }: Context): Promise<Located> {
  const code = villageOfPlace(place, home);
  if (code === undefined) throw invalidField('place', 'REQUIRED');
  const village = await store.get('villages', code);
  if (village === undefined) throw invalidField('place', 'UNKNOWN');
  const area = areaOfPlace(place, home, village, settings.grid.routeMaxKm);
  if (!area.ok) throw invalidField('place', 'UNKNOWN');
  return { village, area: area.value };
}

export interface Routed {
  readonly route: Route;
  /** Store operations it took. */
  readonly operations: number;
}

/** Who answers. A handler complained of who holds no post in the village is looked up: one read more. */
export async function routeFrom({ village, area }: Located, asked: { readonly restricted: boolean; readonly aboutId?: PersonId | undefined }, context: Context): Promise<Routed> {
  const { settings, now, today } = context;
  const looked = asked.aboutId === undefined ? undefined : await whoIs(asked.aboutId, village, context);
  const about = looked === undefined || asked.aboutId === undefined ? {} : { about: { personId: asked.aboutId, posts: looked.posts } };
  return { route: routeIssue({ village, place: area, restricted: asked.restricted, ...about }, settings, { now, today }), operations: looked?.operations ?? 0 };
}

async function whoIs(id: PersonId, village: Village, { store, today }: Context): Promise<{ readonly posts: readonly string[]; readonly operations: number }> {
  if (postsIn(village, id).length > 0) return { posts: [], operations: 0 };
  const person = await store.get('people', id);
  if (person === undefined) throw invalidField('aboutId', 'UNKNOWN');
  return { posts: postsOf(person.roles, today), operations: 1 };
}
