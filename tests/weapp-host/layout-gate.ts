import type { Layout } from './page/protocol/layout';

/** Of text and of anything that can be tapped, both ways, in px. */
export interface Least {
  readonly text: number;
  readonly target: number;
}

/** A11Y-02, A11Y-05 in 长辈版; tokens.css otherwise. */
export const LEAST = { standard: { text: 14, target: 48 }, elder: { text: 18, target: 60 } } as const;

/** What is drawn too small or too wide. */
export function layoutDefects({ sideways, targets, texts }: Layout, { text, target }: Least): readonly string[] {
  return [
    ...(sideways > 0 ? [`${sideways} px too wide`] : []),
    ...targets.filter(({ width, height }) => Math.min(width, height) < target - 0.5).map(({ name, width, height }) => `target of ${Math.round(width)} x ${Math.round(height)} px: ${name}`),
    ...texts.filter(({ size }) => size < text).map(({ text: words, size }) => `text of ${size} px: ${words}`),
  ];
}
