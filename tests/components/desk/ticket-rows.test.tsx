/** What a hotline's list would bring: the lock stands on what is kept to the two restricted roles, and on nothing else (EVT-14, EVT-19). */
import { render, screen } from '@testing-library/react';
import { Rows } from '@/packages/town/ticket-sheet/rows';
import type { TicketRow } from '@/services/views';

const row = (more: Partial<TicketRow> = {}): TicketRow => ({ row: 2, number: 'AK1', category: 'SANITATION', title: '水沟堵了', village: '堰坪村', answerBy: 1_764_235_800_000, restricted: true, unrestricted: false, alike: [], ...more });
const shown = (...rows: readonly TicketRow[]) => render(<Rows rows={rows} links={{}} onPut={jest.fn()} sooner={[]} onSooner={jest.fn()} />).container;
const locks = (page: HTMLElement): number => page.querySelectorAll('[class*="icon--lock"]').length;
const KNOWN = { issueId: 'issue-1', number: '1125-0001' };

it('says of what was taken in before, and is not restricted, that it stays so and whom to ask, and draws no lock', () => {
  const page = shown(row({ known: KNOWN, unrestricted: true }), row({ number: 'AK2', known: KNOWN, unrestricted: true, was: 1_764_149_400_000 }));
  expect(screen.getByRole('status')).toHaveTextContent('2 件标了敏感，没有改成敏感已收进，没有改成敏感，原来能看的人还能看。要改请打电话找镇政法委员。');
  expect(screen.getAllByText(/工单 AK[12].*已收进，没有改成敏感/)).toHaveLength(2);
  expect(locks(page)).toBe(0);
});

it.each([['new', {}], ['known and kept from the desk', { known: {} }]])('draws the lock on one that is %s', (_, more) => {
  expect(locks(shown(row(more)))).toBe(1);
  expect(screen.queryByText(/没有改成敏感/)).not.toBeInTheDocument();
});
