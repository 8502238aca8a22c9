import { encode } from 'uqr';
import { deskLinkOf } from '@/domain/people/desk-link';
import { pathOfPicture } from '@/packages/desk/sign-in/picture-path';

/** The squares that a path of runs covers. */
function squaresOf(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let n = 0; n < Number(length); n += 1) (rows[Number(y)] ?? [])[Number(x) + n] = true;
  }
  return rows;
}

describe('the picture on a computer\'s screen', () => {
  it('is drawn square for square', () => {
    const { data, size } = encode(deskLinkOf(`desk-${'aB3_-'.repeat(4)}xy`), { ecc: 'M', border: 4 });
    const path = pathOfPicture(data);
    expect(squaresOf(path, size)).toEqual(data);
    expect(path.replace(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('');
  });

  it('of nothing is nothing', () => {
    expect(pathOfPicture([[false, false], [false, false]])).toBe('');
  });
});
