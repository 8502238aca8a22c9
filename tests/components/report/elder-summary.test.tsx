/** 长辈版 of the second step of a report: what stands filled in, and what is asked all the same. */
import { act, render, screen } from '@testing-library/react';
import { ElderSummary } from '@/packages/report/tell/elder-summary';
import { forgetPageData } from '@/hooks/use-page-data';
import { keep } from '@/hooks/phone-storage';
import { newDraft, type DraftContent } from '@/services/drafts';

const contacts = jest.fn();
jest.mock('@/services/client', () => ({ api: { people: { contacts: (): unknown => contacts(), places: () => new Promise(() => undefined) } } }));

const HEAD = { line: 'GRID_HEAD', duty: '中心户长', name: '陈守田', personId: 'head', vacant: false };
async function show(content: Partial<DraftContent>): Promise<void> {
  await act(async () => {
    render(<ElderSummary draft={{ ...newDraft(), ...content }} onChange={jest.fn()} home={undefined} />);
    await Promise.resolve();
  });
}

beforeEach(() => {
  forgetPageData();
  contacts.mockReset().mockResolvedValue({ lines: [HEAD], chain: [] });
});

describe('a complaint in 长辈版', () => {
  it('asks whom it is about without a tap: silence would send it to that very person (EVT-11)', async () => {
    await show({ category: 'COMPLAINT' });
    expect(await screen.findByText('如果反映的就是上面这些人，请选出来，这件事就绕开他。')).toBeInTheDocument();
    expect(screen.getByText('反映的是管我家的人，选是谁')).toBeInTheDocument();
  });

  it('says so where nobody can be chosen', async () => {
    contacts.mockResolvedValue({ lines: [], chain: [] });
    await show({ category: 'COMPLAINT' });
    expect(await screen.findByText(/现在选不了要反映谁/)).toHaveTextContent('打 12345');
  });

  it('of another kind asks nobody', async () => {
    await show({ category: 'SANITATION' });
    expect(contacts).not.toHaveBeenCalled();
    expect(screen.queryByText(/反映的/)).toBeNull();
  });
});

describe('the place in 长辈版', () => {
  it('is chosen while nobody has named it, and changed afterwards', async () => {
    keep('page:me', { at: 0, data: {} });
    await show({});
    expect(screen.getByRole('button', { name: '在哪里：还没选，选' })).toBeInTheDocument();
    await show({ place: { kind: 'VILLAGE', village: '610921107203' }, placeName: '堰坪村，全村' });
    expect(screen.getByRole('button', { name: '在哪里：堰坪村，全村，改' })).toBeInTheDocument();
  });
});
