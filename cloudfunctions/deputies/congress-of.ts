/** Reading and changing a town's directory. */
import type { Congress, Mandate } from '@/domain/deputies/congress';
import { mandateOf } from '@/domain/deputies/congress';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import type { ById, Transaction } from '@platform/store';

/** The directory of a town that has one. */
export async function congressOf(store: ById, town: string): Promise<Congress> {
  const found = await store.get('congresses', town);
  if (found === undefined) throw refusal('NOT_FOUND');
  return found;
}

export async function mandateIn(store: ById, town: string, id: string): Promise<{ readonly congress: Congress; readonly mandate: Mandate }> {
  const congress = await congressOf(store, town);
  const mandate = mandateOf(congress, id);
  if (mandate === undefined) throw refusal('NOT_FOUND');
  return { congress, mandate };
}

/** The directory to be changed: the stored one, or an empty one of a town that exists and had none. Two reads at most. */
export async function congressToChange(tx: Transaction, town: string): Promise<Congress> {
  const found = await tx.get('congresses', town);
  if (found !== undefined) return found;
  const office = await tx.get('offices', town);
  if (office === undefined) throw refusal('NOT_FOUND');
  return { _id: town, name: office.name, stations: [], constituencies: [], mandates: [], version: 0, changedAt: 0 };
}

export function saveCongress(tx: Transaction, congress: Congress, changes: Partial<Pick<Congress, 'stations' | 'constituencies' | 'mandates'>>, { now }: Pick<Context, 'now'>): Promise<void> {
  return tx.replace('congresses', { ...congress, ...changes, forumDueAt: congress.forumDueAt ?? now, version: congress.version + 1, changedAt: now });
}
