/** Tables as CSV that an office's spreadsheet opens: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would run. */

const BOM = '\uFEFF';
/** How a formula begins, full-width forms included; a leading tab or line end hides one. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠|%]/;

export function csvOf(rows: readonly (readonly (string | number)[])[], header: readonly string[], first: boolean): string {
  const lines = (first ? [header, ...rows] : rows).map((row) => row.map(cell).join(','));
  return `${first ? BOM : ''}${lines.map((line) => `${line}\r\n`).join('')}`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
