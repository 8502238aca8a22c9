/** Pledges: from the category's menu or own words, in the window, changed where they came back (PTY-04). */
import { render, screen } from '@testing-library/react';
import Pledge from '@/packages/party/pledge';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { setServerNow } from '@/services/server-clock';
import type { OwnYear } from '@/services/views';
import Taro, { useRouter } from '../stand-ins/taro';
import { itemsAnswer, member, NOW, ownYear, pledge } from './members';
import { asked, choose, lastOf, silent, tap, write } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

const open = (change: Partial<OwnYear> = {}): OwnYear => ownYear({ pledges: [], pledgeRule: { ...ownYear().pledgeRule, open: true }, ...change });

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: {} });
  asked('people.me').mockResolvedValue(member);
  asked('points.mine').mockResolvedValue(open());
  asked('points.items').mockResolvedValue(itemsAnswer);
  asked('points.pledge').mockResolvedValue(pledge());
  asked('points.withdrawPledge').mockResolvedValue({ done: true });
});

async function show(params: Record<string, string> = {}): Promise<void> {
  useRouter.mockReturnValue({ params });
  render(<Pledge />);
  await screen.findAllByRole('heading');
}

describe('a new pledge', () => {
  it('is taken from the menu and made one’s own', async () => {
    await show();
    choose('每月走访联系的户');
    write('答应做什么', '每月走访联系的 3 户');
    choose('联系群众');
    write('做到多少算做到', '12');
    await tap('交给支部看');
    expect(lastOf('points.pledge')).toEqual({ requestId: expect.any(String) as string, type: 'HOUSEHOLDS', text: '每月走访联系的 3 户', target: 12, unit: '次', due: '2026-12-31' });
  });

  it('is written in own words', async () => {
    await show();
    choose('自己写一条');
    expect(screen.getByLabelText('答应做什么', { selector: 'textarea' })).toHaveValue('');
    write('答应做什么', '带 2 户种好烤烟');
    choose('带头发展');
    write('做到多少算做到', '2');
    choose('户');
    await tap('交给支部看');
    expect(lastOf('points.pledge')).toMatchObject({ type: 'INDUSTRY', text: '带 2 户种好烤烟', unit: '户' });
  });

  it('says the rule and how many are written', async () => {
    asked('points.mine').mockResolvedValue(open({ pledges: [pledge(), pledge({ id: 'w', state: 'WITHDRAWN' })] }));
    await show();
    expect(await screen.findByText('要写 2 到 5 条，写了 1 条，最晚3月31日')).toBeInTheDocument();
  });

  it('with gaps says all of them', async () => {
    await show();
    await tap('交给支部看');
    expect(screen.getByText('还差 3 样')).toBeInTheDocument();
    expect(asked('points.pledge')).not.toHaveBeenCalled();
  });

  it.each([
    ['before and after the window', ownYear({ pledges: [] }), '现在不是写承诺的时候'],
    ['when there are enough', open({ pledges: ['a', 'b', 'c', 'd', 'e'].map((id) => pledge({ id })) }), '写满 5 条了'],
    ['of a closed cycle', open({ closed: true }), '这一年结了账'],
  ])('is not written %s, and the page says why', async (_, year, words) => {
    asked('points.mine').mockResolvedValue(year);
    await show();
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '交给支部看' })).toBeNull();
  });

  it('that is refused keeps its words', async () => {
    asked('points.pledge').mockRejectedValue(new AppError({ code: 'OFFLINE' }));
    await show();
    choose('带头参加公益劳动');
    choose('公益出力');
    write('做到多少算做到', '4');
    await tap('交给支部看');
    expect(screen.getByRole('alert')).toHaveTextContent('现在没有网，您写的存在手机里');
    expect(screen.getByLabelText('答应做什么', { selector: 'textarea' })).toHaveValue('带头参加公益劳动');
  });
});

describe('a pledge that came back', () => {
  beforeEach(() => asked('points.mine').mockResolvedValue(ownYear({ pledges: [pledge({ state: 'RETURNED', reason: '写明做几次' })] })));

  it('shows the reason and is sent again as the same pledge, also after the window', async () => {
    await show({ id: 'p1' });
    expect(await screen.findByText('写明做几次')).toBeInTheDocument();
    write('做到多少算做到', '12');
    await tap('改好了，再交');
    expect(lastOf('points.pledge')).toMatchObject({ pledgeId: 'p1', target: 12, text: '每月走访联系的 3 户人家' });
  });

  it('is withdrawn only after a second question', async () => {
    await show({ id: 'p1' });
    Taro.showModal.mockResolvedValueOnce({ confirm: false, cancel: true });
    await tap('不做这条了，撤回');
    expect(asked('points.withdrawPledge')).not.toHaveBeenCalled();
    await tap('不做这条了，撤回');
    expect(lastOf('points.withdrawPledge')).toMatchObject({ pledgeId: 'p1' });
  });
});
