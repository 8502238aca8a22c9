/** The households a member is linked with as a liaison (LNS-02). */
import type { PersonId } from '@/domain/basics/ids';
import { linkKey, type Household } from '@/domain/people/person';
import type { Context } from '@platform/context';

/** More linked households than this nobody has. */
const MOST = 40;

/** One read. */
export async function linkedHouseholds({ store }: Pick<Context, 'store'>, personId: PersonId): Promise<readonly Household[]> {
  const { items } = await store.find('households', { where: { linkKeys: { contains: linkKey({ line: 'PARTY', personId }) } }, orderBy: [{ field: 'number', direction: 'asc' }], limit: MOST });
  return items;
}
