/** Who is a member of a branch in a cycle: the ledger's own list (PTY-01, 02), whoever has left aside. */
import type { VillageCode } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import type { Cycle } from '@/domain/points/scheme';
import type { MemberYear } from '@/domain/points/year';
import type { Store } from '@platform/store';

const PAGE = 100;
/** 支部工作条例 art. 5: a branch has fifty members at most, as a rule; four times as many are a mistake. */
const PAGES = 2;

export async function membersOf(store: Pick<Store, 'find'>, village: VillageCode, cycle: Cycle): Promise<readonly MemberYear[]> {
  const found: MemberYear[] = [];
  let after: string | undefined;
  for (let page = 0; page === 0 || after !== undefined; page += 1) {
    assert(page < PAGES, 'a branch has no more members than this');
    const { items, next } = await store.find('pointYears', { where: { branch: village, cycle }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE, after });
    found.push(...items.filter(({ left }) => left === undefined));
    after = next;
  }
  return found;
}
