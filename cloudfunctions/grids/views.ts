/** A village's grids and posts as a desk sees them: with a phone only where its holder agreed (LNS-05). */
import type { VillageView } from '@/contract/grids';
import type { PostHolder, Village } from '@/domain/grid/grid';
import type { Sealer } from '@platform/seal';

type HolderView = VillageView['desk'][number];

export function villageView(village: Village, sealer: Sealer): VillageView {
  return {
    code: village._id,
    name: village.name,
    town: village.townName,
    version: village.version,
    cells: village.grids.map((cell) => ({
      code: cell.code,
      level: cell.level,
      name: cell.name,
      households: cell.households,
      people: cell.people,
      head: cell.head && holderView(cell.head, sealer),
      standIn: cell.standIn && { ...holderView(cell.standIn, sealer), to: cell.standIn.to },
      centre: cell.centre,
    })),
    desk: village.desk.map((officer) => holderView(officer, sealer)),
  };
}

export function holderView({ personId, name, since, to, hours, phoneSealed }: PostHolder, sealer: Sealer): HolderView {
  return { personId, name, since, to, hours, phone: phoneSealed === undefined ? undefined : sealer.open(phoneSealed) };
}
