/**
 * How a made-up village is cut up: two parts (一级网格), eight villagers' groups (二级), and centre households' grids (三级) for
 * six of the groups. 五组 and 八组 are too large and not split, so that the split check has something to say (GRD-05).
 */

export interface PlannedCell {
  /** `1.3.1` */
  readonly number: string;
  readonly level: 1 | 2 | 3;
  readonly name: string;
  /** Households live here. */
  readonly isInnermost: boolean;
}

const PARTS = ['上片', '下片'] as const;
const GROUPS = ['一组', '二组', '三组', '四组', '五组', '六组', '七组', '八组'] as const;
const SIDES = ['东片', '西片', '中片', '北片', '南片'] as const;
const UNSPLIT: ReadonlySet<number> = new Set([5, 8]);

/** The published sizes of the county (rulebook 1.1), spread evenly over its 160 villages. */
export const COUNTY_SIZES = { people: 313_000, grids: 4_876, villages: 160 } as const;

/** The share of the `index`-th of `of`: the first ones take what does not divide. */
export function share(total: number, of: number, index: number): number {
  return Math.floor(total / of) + (index < total % of ? 1 : 0);
}

/** The cells of the `index`-th village of the county. */
export function planVillage(index: number): readonly PlannedCell[] {
  const total = share(COUNTY_SIZES.grids, COUNTY_SIZES.villages, index);
  const innermost = total - PARTS.length - GROUPS.length;
  const split = GROUPS.length - UNSPLIT.size;
  const cells: PlannedCell[] = PARTS.map((name, part) => ({ number: `${part + 1}`, level: 1, name, isInnermost: false }));
  let nth = 0;
  GROUPS.forEach((name, at) => {
    const group = at + 1;
    const number = `${group <= 4 ? 1 : 2}.${group}`;
    const isUnsplit = UNSPLIT.has(group);
    cells.push({ number, level: 2, name, isInnermost: isUnsplit });
    if (isUnsplit) return;
    const count = share(innermost, split, nth);
    nth += 1;
    for (let side = 0; side < count; side += 1) cells.push({ number: `${number}.${side + 1}`, level: 3, name: `${name}${SIDES[side] ?? `${side + 1}片`}`, isInnermost: true });
  });
  return cells;
}
