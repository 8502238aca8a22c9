import type { ContactCard } from './views';

/** The three lines as a villager turns to them: the head of the grid lives next door and is asked first. */
export function nearestFirst(lines: readonly ContactCard[]): readonly ContactCard[] {
  return [...lines.filter(({ line }) => line === 'HEAD'), ...lines.filter(({ line }) => line !== 'HEAD')];
}
