import type { SchemeView, SheetFile } from '@/contract/ledgers';
import { MEMBER_CATEGORIES, type Scheme } from '@/domain/points/scheme';
import { TABLE_COLUMNS, TABLE_NAMES, tablesOf } from '@/domain/points/scheme-sheet';
import { schemeOf } from '@platform/point-scheme';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { ledgers } from './os';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function xlsxFile(name: string, bytes: Uint8Array): SheetFile {
  return { name: `${name}.xlsx`, type: XLSX, base64: Buffer.from(bytes).toString('base64') };
}

/** The scheme by which points are given in a cycle (PRV-08: the rules behind a total are open to whom they concern). */
export const scheme = ledgers.scheme.handler(async ({ input, context }) => {
  context.permit('ledgers.scheme');
  return schemeView(await schemeOf(context.store, context, input.cycle));
});

export function schemeView({ cycle, version, categories, sections, items, vetoes, bonusCap, max, pledgeWindow }: Scheme): SchemeView {
  return {
    cycle, version, bonusCap, max,
    categories: MEMBER_CATEGORIES.map((category) => {
      const { name, base, pledges, menu } = categories[category];
      return { category, name, base, min: pledges.min, max: pledges.max, menu: [...menu] };
    }),
    sections: sections.map(({ id, name, kind, cap }) => ({ id, name, kind, cap })),
    items: items.map(({ id, section, name, tenths, cap, closed }) => ({ id, section, name, tenths, cap, closed: closed === true })),
    vetoes: vetoes.map(({ id, name }) => ({ id, name })),
    pledgeFrom: pledgeWindow.from,
    pledgeTo: pledgeWindow.to,
  };
}

/** The workbook to edit: read back unchanged it changes nothing. */
export const schemeSheet = ledgers.schemeSheet.handler(async ({ input, context }) => {
  context.permit('ledgers.schemeSheet', { area: context.settings.countyCode });
  const found = await schemeOf(context.store, context, input.cycle);
  const sheets = tablesOf(found).map(({ table, rows }) => ({ name: TABLE_NAMES[table], columns: TABLE_COLUMNS[table].map(({ names, width }) => ({ heading: names[0] ?? '', width })), rows }));
  return xlsxFile(`${context.settings.countyName}党员积分办法${input.cycle}年`, await xlsxOf(sheets));
});
