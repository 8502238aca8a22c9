/** A contact in a tap or two; what was heard becomes a matter in the same step (LNS-03, 04, BUR-07). */
import { fireEvent, render, screen } from '@testing-library/react';
import PartyContact from '@/packages/party/contact';
import { forgetPageData } from '@/hooks/use-page-data';
import { setServerNow } from '@/services/server-clock';
import Taro, { useRouter } from '../stand-ins/taro';
import { member, NOW, ownYear, pledge } from './members';
import { asked, choose, lastOf, silent, tap, write } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
  asked('people.me').mockResolvedValue(member);
  asked('points.mine').mockResolvedValue(ownYear());
  asked('points.recordContact').mockResolvedValue({ contactId: 'c' });
});

async function open(params: Record<string, string> = {}): Promise<void> {
  useRouter.mockReturnValue({ params });
  render(<PartyContact />);
  await screen.findByText('怎么联系的？');
}
const flip = (name: string | RegExp) => fireEvent.click(screen.getByRole('switch', { name }));

describe('a contact', () => {
  it('is two taps, without a letter typed: households, purpose, day and pledge are there', async () => {
    await open();
    Taro.getCurrentPages.mockReturnValueOnce([{}, {}]);
    choose('走访');
    await tap('记下来');
    expect(lastOf('points.recordContact')).toEqual({ requestId: expect.any(String) as string, mode: 'VISIT', on: '2026-11-25', purposes: ['LISTEN'], households: ['h1', 'h2'], pledgeId: 'p1' });
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1);
  });

  it('goes on to the member’s year where nothing is behind it', async () => {
    await open();
    choose('走访');
    await tap('记下来');
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/packages/party/year/index' });
  });

  it('is of the household it was opened for', async () => {
    await open({ household: 'h2' });
    choose('电话微信');
    choose('不算，只记联系');
    await tap('记下来');
    expect(lastOf('points.recordContact')).toMatchObject({ households: ['h2'], mode: 'REMOTE' });
    expect(lastOf('points.recordContact')).not.toHaveProperty('pledgeId');
  });

  it('counts for no pledge by itself once that one is kept', async () => {
    asked('points.mine').mockResolvedValue(ownYear({ pledges: [pledge({ done: 12 })] }));
    await open();
    expect(screen.getByRole('radio', { name: '不算，只记联系' })).toHaveAttribute('aria-checked', 'true');
  });

  it('with something heard reports it in the same step', async () => {
    await open();
    choose('走访');
    flip(/听到一件要办的事/);
    expect(screen.getByRole('button', { name: '先写听到了什么' })).toHaveAttribute('aria-disabled', 'true');
    write('听到了什么', '屋后排水沟堵了');
    choose('卫生环境');
    await tap('记下来，事情报上去');
    expect(lastOf('points.recordContact')).toMatchObject({ heard: { text: '屋后排水沟堵了', category: 'SANITATION' } });
  });

  it.each([
    ['without a household', async () => { await open({ household: 'h1' }); choose('走访'); flip(/王秀兰家/); }, '至少选一户'],
    ['without a purpose', async () => { await open(); choose('走访'); flip('听意见'); }, '至少选一样做了什么'],
    ['without a way', async () => { await open(); }, '先选怎么联系的'],
  ])('%s says what is missing', async (_, does, reason) => {
    await does();
    expect(screen.getByRole('button', { name: reason })).toHaveAttribute('aria-disabled', 'true');
  });

  it('is for who has linked households; who has none reads why', async () => {
    asked('points.mine').mockResolvedValue(ownYear({ households: [] }));
    useRouter.mockReturnValue({ params: {} });
    render(<PartyContact />);
    expect(await screen.findByText('您还没有联系的户')).toBeInTheDocument();
  });
});
