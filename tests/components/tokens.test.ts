import fs from 'node:fs';
import path from 'node:path';

const css = fs.readFileSync(path.resolve(__dirname, '../../src/styles/tokens.css'), 'utf8').replace(/\/\*[^]*?\*\//g, '');
const standard = colours(css.slice(css.indexOf(':root'), css.indexOf('[data-mode="elder"]')));
const elder = { ...standard, ...colours(css.slice(css.indexOf('.mode-elder {'), css.indexOf('@media'))) };

function colours(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [String(name), String(value)]));
}

/** WCAG 2: the ratio of the lighter to the darker relative luminance. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([['standard', standard], ['elder', elder]] as const)('the colours in %s mode', (_mode, tokens) => {
  const grounds = ['bg', 'surface', 'sunken', 'primary-tint', 'accent-tint', 'ok-tint', 'bad-tint'];
  const inks = ['ink', 'ink-2', 'ink-3', 'idle', 'primary', 'accent', 'ok', 'bad'];

  it.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))('%s can be read on %s (at least 4.5:1)', (ink, ground) => {
    expect(contrast(tokens[ink] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each([['on-primary', 'primary'], ['on-primary-2', 'primary'], ['on-primary', 'primary-press'], ['on-accent', 'accent'], ['on-bad', 'bad'], ['surface', 'ink']])('%s can be read on %s', (ink, ground) => {
    expect(contrast(tokens[ink] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the edge of what is tapped or typed in at 3:1 or more', () => {
    for (const ground of ['bg', 'surface']) expect(contrast(tokens['line-control'] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('the sizes of 长辈版', () => {
  const elderBlock = css.slice(css.indexOf('.mode-elder {'), css.indexOf('@media'));
  const px = (name: string) => Number(new RegExp(`--${name}:\\s*(\\d+)px`).exec(elderBlock)?.[1]);

  it('never write smaller than 18', () => {
    for (const name of ['fs-xs', 'fs-sm', 'fs-md', 'fs-lg', 'fs-xl', 'fs-2xl', 'fs-3xl']) expect(px(name)).toBeGreaterThanOrEqual(18);
  });

  it('never make a target smaller than 60', () => {
    for (const name of ['t-min', 't-btn', 't-row', 't-cta', 't-tab']) expect(px(name)).toBeGreaterThanOrEqual(60);
  });

  it('do not move', () => {
    expect(elderBlock).toMatch(/--m-base:\s*0ms/);
  });
});

describe('the styles of the kit', () => {
  const folder = path.resolve(__dirname, '../../src/components');
  const sheets = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scss'));

  it.each(sheets)('%s takes its colours from the tokens and keeps to what WeChat reads', (file) => {
    const sheet = fs.readFileSync(path.join(folder, file), 'utf8');
    expect(sheet).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/i);
    expect(sheet).not.toMatch(/(^|[\s,>])\*\s*[{,]|@layer|@import|^\s*&/m);
  });
});
