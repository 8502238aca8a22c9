/**
 * Elements of the flat XML that a workbook is made of, found by searching forward only: a file that opens elements and
 * never closes them costs one pass, not one for each of them.
 */

export interface Element {
  readonly start: number;
  readonly attributes: string;
  readonly content: string;
  /** Where to look for the next one. */
  readonly end: number;
}

/** The next element of a name from a place on; undefined when there is none, or the text ends before it does. */
export function nextElement(xml: string, name: string, from: number): Element | undefined {
  const open = `<${name}`;
  let at = xml.indexOf(open, from);
  while (at >= 0 && !/[\s/>]/.test(xml.charAt(at + open.length) || 'x')) at = xml.indexOf(open, at + open.length);
  if (at < 0) return undefined;
  const start = at + open.length;
  const close = tagEnd(xml, start);
  if (close < 0) return undefined;
  if (xml.charAt(close - 1) === '/') return { start: at, attributes: xml.slice(start, close - 1), content: '', end: close + 1 };
  const closing = `</${name}>`;
  const end = xml.indexOf(closing, close + 1);
  return end < 0 ? undefined : { start: at, attributes: xml.slice(start, close), content: xml.slice(close + 1, end), end: end + closing.length };
}

/** Every element of a name. */
export function* elementsIn(xml: string, name: string): Iterable<Element> {
  for (let element = nextElement(xml, name, 0); element !== undefined; element = nextElement(xml, name, element.end)) yield element;
}

/** The prefix that elements of a name have in a text, `x:` or nothing; undefined while none has come. */
export function prefixOf(xml: string, name: string): string | undefined {
  return new RegExp(`<((?:\\w{1,20}:)?)${name}[\\s/>]`).exec(xml)?.[1];
}

export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities of XML and characters by number, in XML's and in the spreadsheet's own writing; no others exist here. */
export function decode(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The `>` that ends a tag: one that stands in a quoted value does not. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}
