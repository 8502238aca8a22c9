/** A page of what waits for people because the content check gave no answer (WX-09), with the villages it is of. */
import { levelOf, type AreaCode, type VillageCode } from '@/domain/areas/code';
import type { Village } from '@/domain/grid/grid';
import type { Context } from './context';
import type { Records } from './records';
import { invalidField } from './refuse';

const PAGE = 10;
/** A town decides on few of its villages' words, so it looks through more. */
const PAGE_OF_TOWN = 50;

export interface ReviewPage<C extends 'issues' | 'consultations'> {
  readonly found: readonly { readonly one: Records[C]; readonly village: Village }[];
  readonly next?: string;
}

/** The longest waiting first. Two reads, one where nothing waits. */
export async function reviewPage<C extends 'issues' | 'consultations'>({ store }: Context, collection: C, { area, after }: { readonly area: AreaCode; readonly after?: string | undefined }): Promise<ReviewPage<C>> {
  const level = levelOf(area);
  if (level !== 'VILLAGE' && level !== 'TOWN') throw invalidField('area', 'CHOICE');
  const { items, next } = await store.find(collection, {
    where: { [level === 'TOWN' ? 'town' : 'village']: area, 'review.since': { exists: true } },
    orderBy: [{ field: 'review.since', direction: 'asc' }],
    limit: level === 'TOWN' ? PAGE_OF_TOWN : PAGE,
    ...(after === undefined ? {} : { after }),
  });
  const codes: readonly VillageCode[] = [...new Set(items.map(({ village }) => village))];
  const villages = codes.length === 0 ? [] : (await store.find('villages', { where: { _id: { in: codes } }, limit: codes.length })).items;
  const found = items.flatMap((one) => {
    const village = villages.find(({ _id }) => _id === one.village);
    return village === undefined ? [] : [{ one, village }];
  });
  return { found, ...(next === undefined ? {} : { next }) };
}
