/** The Merkle root over the receipts of a box: one short line that changes if a receipt is added, taken away or changed. */
import type { Receipt } from './receipt';

/** SHA-256 of a text, as lower-case hex; handed in, since a phone and a server have different ones. */
export type Sha256 = (text: string) => string;

/**
 * The root over receipts in ascending order. Leaves and nodes are hashed with different first characters, so that a node
 * cannot be passed off as a leaf; one left over at the end of a level goes up as it is. No receipts: the hash of nothing.
 */
export function merkleRoot(receipts: readonly Receipt[], sha256: Sha256): string {
  let level = [...receipts].sort().map((receipt) => sha256(`0${receipt}`));
  if (level.length === 0) return sha256('');
  while (level.length > 1) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const left = level[at] ?? '';
      const right = level[at + 1];
      above.push(right === undefined ? left : sha256(`1${left}${right}`));
    }
    level = above;
  }
  return level[0] ?? '';
}
