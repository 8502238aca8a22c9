/** What a town, a village and the county are offered over the matters below them (EVT-07, rulebook section 11). */
import { render, screen, waitFor } from '@testing-library/react';
import { isCounty } from '@/packages/desk/desks';
import { menuOf } from '@/packages/desk/menu';
import { Export } from '@/packages/town/overview/export';
import { OverdueRow } from '@/packages/town/overdue/overdue-row';
import { setServerNow } from '@/services/server-clock';
import type { Me, QueueItem } from '@/services/views';
import Taro from '../stand-ins/taro';
import { me, NOW, queued } from './matters';

jest.mock('@/services/client', () => ({ api: { issues: {} } }));

beforeEach(() => setServerNow(NOW));

const row = (nextAct: QueueItem['nextAct']) => render(<OverdueRow issue={queued({ title: '水沟堵了', dueAt: NOW - 1, nextAct })} onChanged={() => undefined} />);

describe('a late matter', () => {
  it('is pressed where it lies below', () => {
    row('URGE');
    expect(screen.getByRole('button', { name: '督办水沟堵了' })).toBeInTheDocument();
  });

  it('leads to the work where it is one\'s own', () => {
    row('FINISH');
    expect(screen.queryByRole('button', { name: '督办水沟堵了' })).toBeNull();
    expect(screen.getByRole('button', { name: '去办水沟堵了' })).toBeInTheDocument();
  });

  it('has nothing to tap beside it where the reader can only look on', () => {
    row(undefined);
    expect(screen.queryByRole('button', { name: /^(督办|去办)/ })).toBeNull();
  });
});

describe('the county\'s office', () => {
  const seated = (post: string, kind: 'TOWN' | 'COUNTY'): Me => ({ ...me, person: me.person && { ...me.person, desks: [{ post, duty: '办公室', area: '汉阴县', kind }] } });

  it('has figures in its menu and no lists of matters; a town has both', () => {
    const keysOf = (one: Me) => menuOf(one).map(({ key }) => key).filter((key) => ['overview', 'overdue', 'topics'].includes(key));
    expect(keysOf(seated('610921', 'COUNTY'))).toEqual(['overview']);
    expect(keysOf(seated('610921107', 'TOWN'))).toEqual(['overview', 'overdue', 'topics']);
    expect(['610921', '610921107', 'nonsense', undefined].map(isCounty)).toEqual([true, false, false, false]);
  });

  it.each([['610921', 1], ['610921107', 3]] as const)('can save of %s %i kinds of table', async (area, kinds) => {
    const choose = jest.spyOn(Taro, 'showActionSheet').mockRejectedValue(new Error('cancelled'));
    render(<Export area={area} month="2026-11" />);
    screen.getByRole('button', { name: '导出汇总' }).click();
    await waitFor(() => expect(choose).toHaveBeenLastCalledWith({ itemList: expect.objectContaining({ length: kinds }) as unknown }));
    choose.mockRestore();
  });
});
