/** One entry: evidence, who looked, why, and what the member can do about it (PTY-06, 14). */
import { fireEvent, render, screen, within } from '@testing-library/react';
import Entry from '@/packages/party/entry';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { setServerNow } from '@/services/server-clock';
import type { EntryView } from '@/services/views';
import Taro, { useRouter } from '../stand-ins/taro';
import { askedEntry, deduction, entry, NOW, waitingEntry } from './members';
import { asked, lastOf, silent, tap, write } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
});

async function open(one: EntryView, params: Record<string, string> = {}): Promise<void> {
  asked('points.entry').mockResolvedValue(one);
  useRouter.mockReturnValue({ params: { id: one.entryId, ...params } });
  render(<Entry />);
  await screen.findByText('谁看过');
}

describe('an entry', () => {
  it('shows what it rests on and who looked as what', async () => {
    await open(entry({ place: '三组水沟', pledge: { id: 'p3', text: '义务清沟 4 次' }, amount: 1 }));
    for (const words of ['清沟半天，12 人受益', '帮到 12 人', '三组水沟', '承诺：义务清沟 4 次，这次算 1', '+2']) expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '11月17日（周二）9:00 · 张文德（书记）审过，记分', '11月16日（周一）9:00 · 邓明珠（核实）看过，属实', '11月15日（周日）9:00您报的',
    ]);
  });

  it('that was just reported says who has it and by when, and that it is no points yet (PTY-05)', async () => {
    await open(entry({ state: 'CHECK', waitsFor: 'GROUP', dueAt: NOW + 86_400_000, may: ['WITHDRAW'] }), { new: '1' });
    expect(screen.getByRole('status')).toHaveTextContent('报上去了等党小组长核实，最晚明天 9:00。先记成待核，两个人看过才加分。');
  });

  it('that was refused says why', async () => {
    await open(entry({ state: 'REFUSED', refused: { name: '邓明珠', as: 'GROUP', at: NOW, reason: '那天没有人看见' } }));
    expect(screen.getAllByText(/那天没有人看见/).length).toBeGreaterThan(0);
    expect(screen.getAllByText('没通过').length).toBeGreaterThan(0);
  });

  it('is withdrawn only after a second question', async () => {
    await open(waitingEntry());
    asked('points.withdrawClaim').mockResolvedValue(entry({ state: 'WITHDRAWN' }));
    Taro.showModal.mockResolvedValueOnce({ confirm: false, cancel: true });
    await tap('报错了，撤回');
    expect(asked('points.withdrawClaim')).not.toHaveBeenCalled();
    await tap('报错了，撤回');
    expect(lastOf('points.withdrawClaim')).toMatchObject({ entryId: 'e2' });
  });

  it('that is asked about is answered in a sheet, once (BUR-02)', async () => {
    await open(askedEntry());
    expect(screen.getByText('张婆婆家在几组？')).toBeInTheDocument();
    await tap('补一句');
    write('您的回答', '在四组');
    asked('points.answerAsked').mockResolvedValue(entry());
    await tap('回过去');
    expect(lastOf('points.answerAsked')).toMatchObject({ entryId: 'e3', text: '在四组' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be appealed against until a day, and a lost line loses no word (PTY-14)', async () => {
    await open(deduction());
    expect(screen.getByText('一笔可以提一次，最晚12月2日（周三）9:00')).toBeInTheDocument();
    await tap('我有异议');
    const sheet = within(screen.getByRole('dialog'));
    expect(sheet.getByRole('button', { name: '先写几个字' })).toHaveAttribute('aria-disabled', 'true');
    write('哪里不对', '那天我请过假');
    asked('points.appeal').mockRejectedValueOnce(new AppError({ code: 'OFFLINE' })).mockResolvedValue(deduction());
    await tap('提上去');
    expect(sheet.getByRole('alert')).toBeInTheDocument();
    expect(screen.getByLabelText('哪里不对', { selector: 'textarea' })).toHaveValue('那天我请过假');
    const first = lastOf('points.appeal');
    await tap('提上去');
    expect(asked('points.appeal')).toHaveBeenCalledTimes(2);
    expect(lastOf('points.appeal')).toEqual(first);
  });

  it('with an appeal under way offers no second one', async () => {
    await open(entry({ may: [], appeal: { text: '少记了', at: NOW, decideBy: NOW + 86_400_000, state: 'OPEN' } }));
    expect(screen.getByText('您提的异议，最晚明天 9:00答复')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '我有异议' })).toBeNull();
  });

  it('that was reversed leads to what reversed it', async () => {
    await open(entry({ reversedBy: 'r1', may: [] }));
    fireEvent.click(screen.getByRole('button', { name: '看冲正的那一笔' }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/party/entry/index?id=r1' });
  });
});
