/** Changing a town's directory, by forms and by sheets. */
import type { Congress } from '@/domain/deputies/congress';
import type { Context } from './context';
import { refusal } from './refuse';
import type { ById, Transaction } from './store';

/** The directory to be changed: the stored one, or an empty one of a town that exists and had none. Two reads at most. */
export async function congressToChange(store: ById, town: string): Promise<Congress> {
  const found = await store.get('congresses', town);
  if (found !== undefined) return found;
  const office = await store.get('offices', town);
  if (office === undefined) throw refusal('NOT_FOUND');
  return { _id: town, name: office.name, stations: [], constituencies: [], mandates: [], version: 0, changedAt: 0 };
}

export function saveCongress(tx: Transaction, congress: Congress, changes: Partial<Pick<Congress, 'stations' | 'constituencies' | 'mandates'>>, { now }: Pick<Context, 'now'>): Promise<void> {
  return tx.replace('congresses', { ...congress, ...changes, forumDueAt: congress.forumDueAt ?? now, version: congress.version + 1, changedAt: now });
}
