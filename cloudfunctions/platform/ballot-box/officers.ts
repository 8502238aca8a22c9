/** Who answers for a box: its roll, and a count that does not add up. */
import { levelOf, townOf, villageOf } from '@/domain/areas/code';
import { deskPostOf } from '@/domain/grid/posts';
import { isOfBranch } from '@/domain/voting/box';
import { toPost, toRole } from '../notices';
import type { Box } from './records';

/**
 * A village's roll is its desk's, and the town's desk stands above it; a branch's is its secretary's, under the town's Party
 * office. A town's round is its presidium's, which is no post and has nobody above it: it is called a second time.
 */
export function officersOf(box: Pick<Box, 'kind' | 'area'>, late: boolean): string | undefined {
  const { area } = box;
  if (isOfBranch(box)) return late ? toRole('TOWN_PARTY', townOf(area)) : toRole('BRANCH_SECRETARY', area);
  switch (levelOf(area)) {
    case 'COUNTY':
      return undefined;
    case 'TOWN':
      return toRole('PRESIDIUM', area);
    default:
      return toPost(deskPostOf(late ? townOf(area) : villageOf(area)));
  }
}
