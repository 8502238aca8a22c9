/** The one order of stored values: missing and null, then numbers, texts, objects, arrays, booleans (CloudBase's own). */

/** Below zero if `a` stands first, above if `b` does, zero if neither. Texts stand in the order of their UTF-8 bytes. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Number(a === true) - Number(b === true);
}

export function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return 1;
    case 'string':
      return 2;
    case 'boolean':
      return 5;
    case 'object':
      if (value === null) return 0;
      return Array.isArray(value) ? 4 : 3;
    default:
      return 0;
  }
}

/** JavaScript compares UTF-16 units, which puts an emoji before some rarer characters; the engines compare bytes. */
function compareTexts(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
