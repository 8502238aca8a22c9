/** Words for what came of a hotline's list. */

/** `收进 3 件，并到报过的 1 件；收过的 2 件没动`. */
export function loadedWords({ filed, linked, known }: { readonly filed: number; readonly linked: number; readonly known: number }): string {
  const done = [filed > 0 ? `收进 ${filed} 件` : '', linked > 0 ? `并到报过的 ${linked} 件` : ''].filter((part) => part !== '').join('，');
  const rest = known > 0 ? `收过的 ${known} 件没动` : '';
  return [done, rest].filter((part) => part !== '').join('；');
}
