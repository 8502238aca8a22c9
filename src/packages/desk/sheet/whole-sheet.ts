import { api } from '@/services/client';
import type { ContactSheet } from '@/services/views';
import { formatDateTime } from '@/domain/basics/civil-time';

export type WholeSheet = Omit<ContactSheet, 'next'>;

/** More pages than a village's contact sheet has. */
const MOST_PAGES = 60;

/** Reads a contact sheet to its end, because half of one must not be printed as a whole. Fails as its first failing page does. */
export async function readSheet(area: string): Promise<WholeSheet> {
  const { next: second, ...whole } = await api.grids.contactSheet({ area });
  const households = [...whole.households];
  let after = second;
  for (let page = 1; after !== undefined && page < MOST_PAGES; page += 1) {
    const { households: more, next } = await api.grids.contactSheet({ area, after });
    households.push(...more);
    after = next;
  }
  return { ...whole, households };
}

/** The sheet as lines of text, cells set apart by tabs, so that a spreadsheet takes it as a table. */
export function asText({ title, printedAt, posts, households }: WholeSheet): string {
  return [
    `${title}（${formatDateTime(printedAt)}）`,
    ...posts.map(({ duty, name, phone }) => [duty, name, phone ?? ''].join('\t')),
    '',
    ['户号', '户主', '人口', '住址', '电话'].join('\t'),
    ...households.map(({ number, head, members, address, phone }) => [number, head, String(members), address, phone ?? ''].join('\t')),
  ].join('\n');
}
