/** A member's year on one page (PTY-14). */
import { act, render, screen, within } from '@testing-library/react';
import MyPoints from '@/packages/party/year';
import Ledger from '@/packages/party/ledger';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { setServerNow } from '@/services/server-clock';
import Taro, { useRouter } from '../stand-ins/taro';
import { askedEntry, deduction, entry, member, NOW, ownYear, pledge, waitingEntry } from './members';
import { asked, silent, tap } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: {} });
  asked('people.me').mockResolvedValue(member);
  asked('points.mine').mockResolvedValue(ownYear());
  asked('appraisals.mine').mockResolvedValue({ selfDue: false, boxes: 0 });
});

describe('the year of a member', () => {
  it('says the points, what they are made of, and what waits beside them and not in them (PTY-05, 07)', async () => {
    render(<MyPoints />);
    expect(await screen.findByText('72.5')).toBeInTheDocument();
    for (const part of ['基础 60', '加分 +14.5', '扣分 −2', '待核 +5', '仅支部可见', '类别：在村无职党员']) expect(screen.getByText(part)).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '已得 72.5 分，待核 5 分，满分 100 分' })).toBeInTheDocument();
    expect(screen.getByText('积分只作参考。年底评议等次由支部大会定。')).toBeInTheDocument();
  });

  it('says how far each pledge is, and leads from it to a deed for it', async () => {
    render(<MyPoints />);
    expect(await screen.findByRole('heading', { name: '今年的承诺 3 条' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '带 2 户种好烤烟，做到了，做了 2 户，要做 2 户' })).toBeInTheDocument();
    await tap('每月走访联系的 3 户人家，12月31日前，做了 10 次，要做 12 次');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/party/claim/index?pledge=p1' });
  });

  it.each([
    ['is far ahead', pledge({ due: '2027-06-30' }), '在做'],
    ['is over', pledge({ due: '2026-11-24' }), '过了11月24日'],
    ['is with the branch', pledge({ state: 'SENT' }), '等支部看'],
  ])('names a pledge whose day %s', async (_, one, chip) => {
    asked('points.mine').mockResolvedValue(ownYear({ pledges: [one] }));
    render(<MyPoints />);
    expect(await screen.findByText(chip)).toBeInTheDocument();
  });

  it('puts what waits for the member first: a question, a pledge that came back, pledges to be made', async () => {
    asked('points.mine').mockResolvedValue(ownYear({
      entries: [askedEntry()], pledges: [pledge({ state: 'RETURNED', reason: '写明做几次' })], pledgeRule: { ...ownYear().pledgeRule, open: true },
    }));
    render(<MyPoints />);
    expect(await screen.findByRole('heading', { name: '等您办的 3 件' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '支部想再问您一句，张婆婆家在几组？' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '一条承诺请您改一改，每月走访联系的 3 户人家' })).toBeInTheDocument();
    await tap('今年的承诺还差 1 条，最晚3月31日');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/party/pledge/index' });
  });

  it('says of every open entry who has it and by when', async () => {
    render(<MyPoints />);
    expect(await screen.findByRole('button', { name: /11月21日，调解一起地界纠纷，加 3 分，待审，等支部审，最晚11月30日/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '11月3日，主题党日迟到，扣 0.5 分，张文德审过' })).toBeInTheDocument();
  });

  it('rings a linked household only where it agreed, and records a contact with each', async () => {
    render(<MyPoints />);
    await screen.findByText('我联系的户', { exact: false });
    await tap('打电话给谢长安家');
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13800000001' });
    expect(screen.queryByRole('button', { name: '打电话给王秀兰家' })).toBeNull();
    await tap('记一次联系：王秀兰家');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/party/contact/index?household=h1' });
  });

  it('says that the category is only proposed (PTY-02)', async () => {
    asked('points.mine').mockResolvedValue(ownYear({ settled: false }));
    render(<MyPoints />);
    expect(await screen.findByText('您现在按“在村无职党员”算。支部还没定，定下来会告诉您。')).toBeInTheDocument();
  });

  it('hides no veto from whom it is about (PTY-09, PRV-08)', async () => {
    asked('points.mine').mockResolvedValue(ownYear({ vetoes: [{ id: 'v', kind: 'k', name: '违纪处分', decidedOn: '2026-10-01', evidence: '镇纪委警告处分', state: 'WAITING' }] }));
    render(<MyPoints />);
    expect(await screen.findByText('一票否决：违纪处分')).toBeInTheDocument();
    expect(screen.getByText(/镇纪委警告处分/)).toBeInTheDocument();
  });

  it('of an earlier cycle is only to be read', async () => {
    useRouter.mockReturnValue({ params: { cycle: '2025' } });
    asked('points.mine').mockResolvedValue(ownYear({ cycle: 2025, closed: true }));
    render(<MyPoints />);
    expect(await screen.findByText('这一年结了账')).toBeInTheDocument();
    expect(asked('points.mine')).toHaveBeenCalledWith({ cycle: 2025 });
    expect(screen.queryByRole('button', { name: '报一件做了的事' })).toBeNull();
    expect(screen.queryByRole('heading', { name: /我联系的户/ })).toBeNull();
  });

  it('leads to the other years and to the whole ledger', async () => {
    render(<MyPoints />);
    await screen.findByText('72.5');
    await tap('2025 年积分');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/party/year/index?cycle=2025' });
    await tap('看全部 16 笔');
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/party/ledger/index?cycle=2026' });
  });

  it('says that the appraisal waits for the member', async () => {
    asked('appraisals.mine').mockResolvedValue({ village: '610921107203', selfDue: true, boxes: 0 });
    render(<MyPoints />);
    expect(await screen.findByRole('button', { name: '民主评议，写一写今年的自评' })).toBeInTheDocument();
  });

  it('is not there before the branch has opened it, and that is no failure', async () => {
    asked('points.mine').mockRejectedValue(new AppError({ code: 'NOT_FOUND' }));
    render(<MyPoints />);
    expect(await screen.findByText('支部还没有打开今年的积分')).toBeInTheDocument();
  });

  it('tells a failure kindly and shows what was read before', async () => {
    const first = render(<MyPoints />);
    await screen.findByText('72.5');
    first.unmount();
    asked('points.mine').mockRejectedValue(new AppError({ code: 'INTERNAL', ref: 'K3F7' }));
    render(<MyPoints />);
    expect(await screen.findByText('新的没读到')).toBeInTheDocument();
    expect(screen.getByText('72.5')).toBeInTheDocument();
  });
});

describe('the whole ledger', () => {
  it('comes by pages', async () => {
    useRouter.mockReturnValue({ params: { cycle: '2026' } });
    asked('points.mine').mockImplementation(({ after }: { after?: string }) => Promise.resolve(after === undefined ? ownYear({ entries: [waitingEntry()], next: 'two' }) : ownYear({ entries: [entry(), deduction()] })));
    render(<Ledger />);
    await screen.findByText('调解一起地界纠纷');
    await act(async () => { screen.getByRole('button', { name: '再看一些' }).click(); await Promise.resolve(); });
    expect(await screen.findByText('主题党日迟到')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
    expect(within(document.body).getAllByText(/^\+|^−/)).toHaveLength(3);
  });
});
