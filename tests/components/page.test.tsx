import * as React from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from './stand-ins/taro';
import type { ElderOffer } from '@/components/elder-offer';
import { Page } from '@/components/page';
import { TabBar } from '@/components/tab-bar';
import { TABS } from '@/components/tab-bar/tabs';
import { keep } from '@/hooks/phone-storage';
import { forgetPageData } from '@/hooks/use-page-data';

const root = (container: HTMLElement) => container.querySelector('.c-page');

afterEach(() => {
  document.documentElement.style.fontSize = '';
  act(() => { window.dispatchEvent(new Event('online')); });
});

describe('a page', () => {
  it('says its title in the navigation bar', () => {
    render(<Page title="办理进度">内容</Page>);
    expect(Taro.setNavigationBarTitle).toHaveBeenCalledWith({ title: '办理进度' });
    expect(screen.getByRole('heading', { level: 1, name: '办理进度' })).toBeInTheDocument();
  });

  it('goes back, or home when there is nothing behind it', () => {
    render(<Page title="办理进度">内容</Page>);
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' });
    Taro.getCurrentPages.mockReturnValueOnce([{}, {}]);
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1);
  });

  it('says when there is no network, and how old its content is', () => {
    render(<Page title="我报的事" staleAt={Date.UTC(2026, 10, 23, 0, 12)}>内容</Page>);
    expect(screen.queryByRole('status')).toBeNull();
    act(() => { window.dispatchEvent(new Event('offline')); });
    expect(screen.getByRole('status')).toHaveTextContent('现在没有网');
    expect(screen.getByRole('status')).toHaveTextContent('8:12 的内容');
    act(() => { window.dispatchEvent(new Event('online')); });
    expect(screen.queryByRole('status')).toBeNull();
  });

  it.each([
    ['a villager’s page', {}, '写好的先存在手机里，有网再报'],
    ['a desk’s page', { wide: true }, '写的话还留着，有网再交'],
    ['a ballot', { meanwhile: '有网了再投，选的不留在手机上' }, '有网了再投，选的不留在手机上'],
  ] as const)('promises without a network only what is so (%s)', (_, props, words) => {
    render(<Page title="一页" {...props}>内容</Page>);
    act(() => { window.dispatchEvent(new Event('offline')); });
    expect(screen.getByRole('status')).toHaveTextContent(words);
    act(() => { window.dispatchEvent(new Event('online')); });
  });
});

describe('the tabs', () => {
  it('are 首页, 报事 and 我的 where the county has switched 议事 off (BUR-08)', () => {
    keep('page:me', { at: 0, data: { modules: { consultations: false } } });
    render(<TabBar at="/pages/home/index" />);
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['首页', '报事', '我的']);
    forgetPageData();
  });

  it('are 首页, 报事, 议事 and 我的', () => {
    render(<TabBar at="/pages/home/index" />);
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['首页', '报事', '议事', '我的']);
    expect(screen.getByRole('tab', { name: '首页' })).toHaveAttribute('aria-selected', 'true');
  });

  it('take what they are given', () => {
    render(<TabBar at="/pages/home/index" tabs={[...TABS.slice(0, 2), { text: '议事', icon: 'consult', url: '/pages/consult/index' }, ...TABS.slice(2)]} />);
    expect(screen.getAllByRole('tab')).toHaveLength(4);
  });

  it('open a page with nothing left under it, and not the page one is on', () => {
    render(<TabBar at="/pages/home/index" />);
    fireEvent.click(screen.getByRole('tab', { name: '首页' }));
    expect(Taro.reLaunch).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('tab', { name: '我的' }));
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/me/index' });
  });
});

describe('长辈版', () => {
  /** A fresh phone: the mode is read from its storage once an app start. */
  async function freshKit(): Promise<{ Page: typeof Page; ElderOffer: typeof ElderOffer; setMode: (mode: 'standard' | 'elder') => void }> {
    jest.resetModules();
    // React must stay the one that the testing library renders with.
    jest.doMock('react', () => React);
    const page = await import('@/components/page');
    const offer = await import('@/components/elder-offer');
    const mode = await import('@/hooks/use-mode');
    return { Page: page.Page, ElderOffer: offer.ElderOffer, setMode: mode.setMode };
  }

  it('is what this phone was left in', async () => {
    window.localStorage.setItem('mode', JSON.stringify('elder'));
    const kit = await freshKit();
    const { container } = render(<kit.Page title="村里事">内容</kit.Page>);
    expect(root(container)).toHaveClass('mode-elder');
  });

  it('changes every open page at once and is remembered', async () => {
    const kit = await freshKit();
    const { container } = render(<kit.Page title="村里事">内容</kit.Page>);
    expect(root(container)).not.toHaveClass('mode-elder');
    act(() => kit.setMode('elder'));
    expect(root(container)).toHaveClass('mode-elder');
    expect(window.localStorage.getItem('mode')).toBe(JSON.stringify('elder'));
  });

  it('is not offered to who reads normal text', async () => {
    document.documentElement.style.fontSize = '16px';
    const kit = await freshKit();
    render(<kit.ElderOffer />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is offered once to who has set large text, and never again after a no', async () => {
    document.documentElement.style.fontSize = '22px';
    const kit = await freshKit();
    const first = render(<kit.ElderOffer />);
    fireEvent.click(screen.getByRole('button', { name: '先不用' }));
    expect(screen.queryByRole('button')).toBeNull();
    first.unmount();
    const again = await freshKit();
    render(<again.ElderOffer />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is switched on by a yes', async () => {
    document.documentElement.style.fontSize = '24px';
    const kit = await freshKit();
    const { container } = render(<kit.Page title="村里事"><kit.ElderOffer /></kit.Page>);
    fireEvent.click(screen.getByRole('button', { name: '换成长辈版' }));
    expect(root(container)).toHaveClass('mode-elder');
    expect(screen.queryByRole('button', { name: '换成长辈版' })).toBeNull();
  });
});
