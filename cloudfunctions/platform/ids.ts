/** Ids and digests that derive from what was asked, so that a repeated tap makes one record (architecture section 3). */
import { createHash } from 'node:crypto';

/** A kind's first letters and 128 bits, as they stand in addresses and on wires: `issue-k3J…`. */
export function derivedId(kind: string, ...parts: readonly (string | number)[]): string {
  return `${kind}-${digest(JSON.stringify([kind, ...parts]))}`;
}

/**
 * Digest of a tap's content, kept beside what it made: the same requestId with another digest is `REQUEST_REUSED`.
 * The order of an object's keys does not matter, and `requestId` itself is left out.
 */
export function contentDigest(input: Readonly<Record<string, unknown>>): string {
  const { requestId: _requestId, ...content } = input;
  return digest(canonicalJson(content));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** JSON with sorted keys; what is undefined counts as absent. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
