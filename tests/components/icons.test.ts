import fs from 'node:fs';
import path from 'node:path';
import { ICON_NAMES } from '@/components/icon/names';

const folder = path.resolve(__dirname, '../../src/styles/icons');
const { sheetOf, THIN, THICK } = jest.requireActual<{
  sheetOf(drawings: readonly { name: string; svg: string }[]): string;
  THIN: readonly string[];
  THICK: readonly string[];
}>('../../config/plugins/icons/sheet.cjs');

describe('the icons', () => {
  it('have a name for every drawing and a drawing for every name', () => {
    const drawn = fs.readdirSync(folder).map((file) => path.basename(file, '.svg')).sort();
    expect([...ICON_NAMES].sort()).toEqual(drawn);
  });

  it('become one mask each, thin ones for large pages and thick ones for dots besides', () => {
    const drawings = ICON_NAMES.map((name) => ({ name, svg: fs.readFileSync(path.join(folder, `${name}.svg`), 'utf8') }));
    const sheet = sheetOf(drawings);
    for (const name of ICON_NAMES) expect(sheet).toContain(`.icon--${name}{-webkit-mask-image:url("data:image/svg+xml,`);
    for (const name of THIN) expect(sheet).toContain(`.icon--xl.icon--${name}{`);
    for (const name of THICK) expect(sheet).toContain(`.icon--tick.icon--${name}{`);
    expect(sheet.split('\n')).toHaveLength(ICON_NAMES.length + THIN.length + THICK.length);
  });

  it('stay small enough for the main package', () => {
    const drawings = ICON_NAMES.map((name) => ({ name, svg: fs.readFileSync(path.join(folder, `${name}.svg`), 'utf8') }));
    expect(sheetOf(drawings).length).toBeLessThan(32 * 1024);
  });
});
