/** Ends a `switch` over a union: the compiler refuses a member without a case, and a value from outside throws. */
export function exhaustive(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
