/** Throws when an invariant is broken. For what cannot happen; an expected refusal is a returned value instead. */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${invariant}`);
}
