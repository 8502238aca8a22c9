/** Reading a town's directory. */
import type { Congress, Mandate } from '@/domain/deputies/congress';
import { mandateOf } from '@/domain/deputies/congress';
import { refusal } from '@platform/refuse';
import type { ById } from '@platform/store';

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
