/** The scheme of points of a cycle, as the county loaded it or else the default (PTY-03, 08). */
import { defaultScheme } from '@/domain/points/default-scheme';
import { schemeIdOf, type Cycle, type Scheme } from '@/domain/points/scheme';
import type { Context } from './context';
import type { ById } from './store';

/** One read; also inside a transaction. */
export async function schemeOf(store: Pick<ById, 'get'>, { settings }: Pick<Context, 'settings'>, cycle: Cycle): Promise<Scheme> {
  const { countyCode, party } = settings;
  return (await store.get('pointSchemes', schemeIdOf(countyCode, cycle))) ?? defaultScheme(countyCode, cycle, party);
}
