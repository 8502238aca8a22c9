import { render, screen } from '@testing-library/react';
import { Happened } from '@/packages/consult/parts';
import type { ConsultDetail, ConsultEntry } from '@/services/views';

const entry = (nth: number, over: Partial<ConsultEntry>): ConsultEntry => ({ nth, at: Date.UTC(2026, 10, 25, 1), kind: 'OPINION', by: '您', text: '先装桥头那两盏', waits: false, photos: [], ...over });
const happened = (...entries: readonly ConsultEntry[]) => render(<Happened matter={{ entries } as unknown as ConsultDetail} />);

describe('what happened in a matter', () => {
  it('says of words that are kept from the village that they are (WX-09)', () => {
    happened(entry(0, { text: '再装学校门口' }), entry(1, { kept: true }));
    const [kept, shown] = screen.getAllByRole('listitem');
    expect(kept).toHaveTextContent('· 您 · 没有公开');
    expect(kept).toHaveTextContent('先装桥头那两盏');
    expect(shown).not.toHaveTextContent('没有公开');
  });
});
