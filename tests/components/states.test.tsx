import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { Blank } from '@/components/blank';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Skeleton } from '@/components/skeleton';
import type { PageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';

const page = (over: Partial<PageData<readonly string[]>>): PageData<readonly string[]> => ({
  state: 'loading', data: undefined, error: undefined, staleAt: undefined, refreshing: false, reload: jest.fn(() => Promise.resolve()), ...over,
});
const EMPTY = { title: '您还没有报过事', line: '路坏了、沟堵了，都能报', action: { text: '我要报事', onTap: jest.fn() } };
const show = (data: PageData<readonly string[]>) => render(
  <Loaded page={data} isEmpty={(rows) => rows.length === 0} empty={EMPTY}>{(rows) => <>{rows.join('，')}</>}</Loaded>,
);

describe('what a page shows', () => {
  it('等: bones, said to be busy', () => {
    show(page({ state: 'loading' }));
    expect(screen.getByRole('status', { name: '正在打开' })).toHaveAttribute('aria-busy', 'true');
  });

  it('空: why, and one next step', () => {
    show(page({ state: 'ready', data: [] }));
    expect(screen.getByText('您还没有报过事')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '我要报事' }));
    expect(EMPTY.action.onTap).toHaveBeenCalledTimes(1);
  });

  it('错: not your fault, try again, call, and a number to quote', () => {
    const failed = page({ state: 'error', error: new AppError({ code: 'INTERNAL', ref: 'K7-2041' }) });
    show(failed);
    expect(screen.getByRole('alert')).toHaveTextContent('不是您手机的问题');
    expect(screen.getByText('打电话时报这个号：K7-2041')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(failed.reload).toHaveBeenCalledTimes(1);
  });

  it('错 at an office’s computer: it is the computer that is not to blame', () => {
    window.localStorage.setItem('desk:in', JSON.stringify('session-of-an-office'));
    show(page({ state: 'error', error: new AppError({ code: 'INTERNAL' }) }));
    expect(screen.getByRole('alert')).toHaveTextContent('不是您电脑的问题');
    window.localStorage.removeItem('desk:in');
  });

  it('错 and 断网: offers a call, to the village where its number is known and to the hotline before', () => {
    const { unmount } = show(page({ state: 'offline' }));
    fireEvent.click(screen.getByRole('button', { name: '打 12345' }));
    expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: '12345' });
    unmount();
    window.localStorage.setItem('page:me', JSON.stringify({ at: 0, data: { helpPhone: '0915-5212345' } }));
    show(page({ state: 'error', error: new AppError({ code: 'INTERNAL' }) }));
    fireEvent.click(screen.getByRole('button', { name: '打村里电话' }));
    expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: '0915-5212345' });
  });

  it('a refusal says what it is, since waiting does not help', () => {
    show(page({ state: 'error', error: new AppError({ code: 'NOT_FOUND' }) }));
    expect(screen.getByRole('alert')).toHaveTextContent('没找到，可能已经撤了，或者不是给您看的。');
  });

  it('错 with old content: the content stays', () => {
    show(page({ state: 'error', data: ['排水沟堵了'], staleAt: 0 }));
    expect(screen.getByText('排水沟堵了')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('新的没读到');
  });

  it('断网: old content where there is some', () => {
    show(page({ state: 'offline', data: ['排水沟堵了'], staleAt: 0 }));
    expect(screen.getByText('排水沟堵了')).toBeInTheDocument();
  });

  it('断网: says so where there is none', () => {
    show(page({ state: 'offline' }));
    expect(screen.getByRole('status')).toHaveTextContent('现在没有网');
  });

  it('the content', () => {
    show(page({ state: 'ready', data: ['排水沟堵了', '路灯不亮'] }));
    expect(screen.getByText('排水沟堵了，路灯不亮')).toBeInTheDocument();
  });
});

describe('waiting', () => {
  it('after 8 seconds is no longer the only thing to do', () => {
    jest.useFakeTimers();
    const onRetry = jest.fn();
    render(<Skeleton onRetry={onRetry} />);
    act(() => { jest.advanceTimersByTime(7999); });
    expect(screen.queryByRole('button')).toBeNull();
    act(() => { jest.advanceTimersByTime(1); });
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
  });
});

describe('a note', () => {
  it.each([['you', 'clock'], ['bad', 'alert'], ['ok', 'ok'], ['plain', 'info'], ['go', 'info']] as const)('of tone %s has its icon beside its words', (tone, icon) => {
    const { container } = render(<Note tone={tone}>话</Note>);
    expect(container.querySelector(`.icon--${icon}`)).not.toBeNull();
  });

  it('is read out at once only when it is an alert', () => {
    render(<><Note tone="bad" said="alert">没交上去</Note><Note tone="plain">怎么算的</Note></>);
    expect(screen.getByRole('alert')).toHaveTextContent('没交上去');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });
});

describe('a blank page', () => {
  it('that is empty interrupts nobody', () => {
    render(<Blank kind="empty" title="没有" line="为什么" />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('status')).toBeNull();
  });
});
