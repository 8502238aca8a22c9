/** Whether two reports speak of the same thing, so that a neighbour adds a voice instead of a second report. */
import type { AreaCode, VillageCode } from '../areas/code';
import type { Category, Issue } from './issue';

/** From this share of common letter pairs on, two texts of one village are taken to be alike (per mille). */
const ALIKE = 250;
/** In the very same grid less likeness is enough. */
const ALIKE_NEARBY = 120;
const MOST_SHOWN = 3;

export interface Sought {
  readonly grid: AreaCode;
  readonly category: Category;
  readonly text: string;
}

/** The open public matters most like the one about to be reported, those of the same grid first; at most three. */
export function mostSimilar(issues: readonly Issue[], sought: Sought): readonly Issue[] {
  return issues
    .filter(({ open, published, restricted, category }) => open && published && !restricted && category === sought.category)
    .map((issue) => ({ issue, near: issue.grid === sought.grid, alike: likeness(issue.text, sought.text) }))
    .filter(({ near, alike }) => alike >= (near ? ALIKE_NEARBY : ALIKE))
    .sort((a, b) => Number(b.near) - Number(a.near) || b.alike - a.alike || b.issue.createdAt - a.issue.createdAt)
    .slice(0, MOST_SHOWN)
    .map(({ issue }) => issue);
}

/**
 * The matters of a village most like what a hotline's ticket says, whatever they were called and however far they are: for
 * a desk, which sees them all. At most three; what was withdrawn or sent elsewhere takes no ticket (EVT-19).
 */
export function mostAlike(issues: readonly Issue[], sought: { readonly village: VillageCode; readonly text: string }): readonly Issue[] {
  return issues
    .filter(({ village, stage, restricted }) => village === sought.village && stage !== 'WITHDRAWN' && stage !== 'REJECTED' && !restricted)
    .map((issue) => ({ issue, alike: likeness(issue.text, sought.text) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => Number(b.issue.open) - Number(a.issue.open) || b.alike - a.alike || b.issue.createdAt - a.issue.createdAt)
    .slice(0, MOST_SHOWN)
    .map(({ issue }) => issue);
}

/** How alike two texts are, 0 to 1000: the share of pairs of neighbouring characters they have in common (Dice). */
export function likeness(one: string, other: string): number {
  const a = pairs(one);
  const b = pairs(other);
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return Math.floor((2000 * common) / (a.size + b.size));
}

function pairs(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}
