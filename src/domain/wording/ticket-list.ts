/** Words for what came of a hotline's list. */

/** What is asked for: `收进 3 件，改 1 件的时限`. */
export function loadWords(fresh: number, moved: number): string {
  return [fresh > 0 || moved === 0 ? `收进 ${fresh} 件` : '', moved > 0 ? `改 ${moved} 件的时限` : ''].filter((part) => part !== '').join('，');
}

/** `收进 3 件，并到报过的 1 件，改了 1 件的时限；收过的 2 件没动`. */
export function loadedWords({ filed, linked, moved, known }: { readonly filed: number; readonly linked: number; readonly moved: number; readonly known: number }): string {
  const done = [filed > 0 ? `收进 ${filed} 件` : '', linked > 0 ? `并到报过的 ${linked} 件` : '', moved > 0 ? `改了 ${moved} 件的时限` : ''].filter((part) => part !== '').join('，');
  const rest = known > 0 ? `收过的 ${known} 件没动` : '';
  return [done, rest].filter((part) => part !== '').join('；');
}

/** Of tickets that the list calls 敏感 when their matters are there and are not (EVT-14). */
export const UNRESTRICTED = {
  title: (count: number): string => `${count} 件标了敏感，没有改成敏感`,
  text: '已收进，没有改成敏感，原来能看的人还能看。要改请打电话找镇政法委员。',
  line: '已收进，没有改成敏感',
} as const;
