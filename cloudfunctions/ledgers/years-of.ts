import type { VillageCode } from '@/domain/areas/code';
import type { Cycle } from '@/domain/points/scheme';
import { byName, type MemberYear } from '@/domain/points/year';
import type { Store } from '@platform/store';

/** Everybody's year of a branch, in the order of names (BUR-01); a page a hundred members. */
export async function yearsOf(store: Store, village: VillageCode, cycle: Cycle): Promise<readonly MemberYear[]> {
  const years: MemberYear[] = [];
  let after: string | undefined;
  do {
    const page = await store.find('pointYears', { where: { branch: village, cycle }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100, after });
    years.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return [...years].sort(byName);
}
