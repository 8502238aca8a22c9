type Method = (...args: readonly unknown[]) => unknown;

/** A method of the app's, found by name and bound to its owner; undefined if it has none of that name. */
export function methodOf(owner: object, name: string): Method | undefined {
  const found: unknown = Reflect.get(owner, name);
  return typeof found === 'function' ? (...args) => Reflect.apply(found, owner, args) as unknown : undefined;
}
