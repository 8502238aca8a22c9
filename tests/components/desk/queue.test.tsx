/** The queue: what is late first, accepted in one tap. */
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import Queue from '@/packages/desk/queue';
import { groupsOf } from '@/packages/desk/queue/groups';
import { dueChip } from '@/packages/desk/due';
import { fullName } from '@/packages/desk/grid-names';
import { forgetPageData } from '@/hooks/use-page-data';
import { setServerNow } from '@/services/server-clock';
import type { QueueItem } from '@/services/views';
import Taro from '../stand-ins/taro';
import { me, NOW, queued } from './matters';

const queue = jest.fn();
const accept = jest.fn();
jest.mock('@/services/client', () => ({
  api: {
    issues: { queue: (input: unknown): unknown => queue(input), accept: (input: unknown): unknown => accept(input) },
    people: { me: () => Promise.resolve(me), places: () => Promise.resolve({ towns: [], villages: [], grids: [] }) },
  },
}));

const HOUR = 3_600_000;
const late = queued({ issueId: 'late', title: '公厕三天没人打扫', due: 'OVERDUE', dueAt: NOW - 26 * HOUR });
const today = queued({ issueId: 'today', title: '高龄补贴去哪里领', category: 'CONSULT', due: 'TODAY', dueAt: NOW + 15 * HOUR });
const fresh = queued({ issueId: 'fresh', title: '老核桃树要倒', stage: 'REPORTED', due: 'TODAY', dueAt: undefined, acceptBy: NOW + 2 * HOUR, nextAct: 'ACCEPT' });
const later = queued({ issueId: 'later' });

const answer = (items: readonly QueueItem[], next?: string) => ({
  items,
  ...(next === undefined ? {} : { next }),
  counts: { all: items.length, overdue: 1, today: 2, unaccepted: 1, decide: 0 },
  posts: [{ post: '610921107203-1.3.1', duty: '中心户长', area: '三组东片', households: 26, people: 97 }],
});

beforeEach(() => {
  forgetPageData();
  setServerNow(NOW);
  queue.mockReset().mockResolvedValue(answer([fresh, late, today, later]));
  accept.mockReset();
});

describe('the queue', () => {
  it('puts what is late first, whatever order it came in', async () => {
    render(<Queue />);
    await screen.findByText('公厕三天没人打扫');
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.getAttribute('aria-label'))).toEqual(['已超期 1', '今天到期 2', '还有时间 1']);
  });

  it('says whose desk it is and how many homes it answers for', async () => {
    render(<Queue />);
    expect(await screen.findByText('陈守田 · 三组东片')).toBeInTheDocument();
    expect(screen.getByText('中心户长，26 户 97 人')).toBeInTheDocument();
  });

  it('says that there is nothing to print, in place of doing nothing', async () => {
    queue.mockResolvedValue({ ...answer([]), counts: { all: 0, overdue: 0, today: 0, unaccepted: 0, decide: 0 } });
    render(<Queue />);
    await screen.findByText('手上没有事');
    fireEvent.click(screen.getByRole('button', { name: '更多' }));
    fireEvent.click(await screen.findByRole('button', { name: /^打印/ }));
    await waitFor(() => expect(Taro.showToast).toHaveBeenCalledWith({ title: '没有事项可打印', icon: 'none' }));
  });

  it('accepts with one tap from the row, and is read again (BUR-07)', async () => {
    accept.mockResolvedValue({});
    render(<Queue />);
    const button = await screen.findByRole('button', { name: '签收：老核桃树要倒' });
    await act(async () => {
      fireEvent.click(button);
      await Promise.resolve();
    });
    expect(accept).toHaveBeenCalledWith(expect.objectContaining({ issueId: 'fresh' }));
    expect(Taro.navigateTo).not.toHaveBeenCalled();
    await waitFor(() => expect(queue.mock.calls.length).toBeGreaterThan(1));
  });

  it('opens a matter by its row', async () => {
    render(<Queue />);
    fireEvent.click(await screen.findByRole('button', { name: /公厕三天没人打扫.*马上办/ }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/desk/handle/index?id=late' });
  });

  it('asks the server for what a tile stands for, and keeps the counts meanwhile', async () => {
    render(<Queue />);
    fireEvent.click(await screen.findByRole('tab', { name: '超期 1 件' }));
    await waitFor(() => expect(queue).toHaveBeenLastCalledWith(expect.objectContaining({ show: 'OVERDUE' })));
    expect(screen.getByRole('tab', { name: '超期 1 件' })).toHaveAttribute('aria-selected', 'true');
  });

  it('says that nothing is there, and leads on', async () => {
    queue.mockResolvedValue(answer([]));
    render(<Queue />);
    expect(await screen.findByText('手上没有事')).toBeInTheDocument();
  });

  it('offers a villager’s report to be written for them', async () => {
    render(<Queue />);
    fireEvent.click(await screen.findByRole('button', { name: '替人报事' }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/desk/for-whom/index' });
  });

  it('has what a head may do behind 更多, and nothing of the village’s roster', async () => {
    render(<Queue />);
    fireEvent.click(await screen.findByRole('button', { name: '更多' }));
    const sheet = within(screen.getByRole('dialog'));
    expect(await sheet.findByRole('button', { name: /我管的户/ })).toBeInTheDocument();
    expect(sheet.queryByRole('button', { name: /名册/ })).toBeNull();
  });
});

describe('a group of the queue', () => {
  it('is not counted while more of it may follow', () => {
    expect(groupsOf([late, later], true).map(({ due, whole }) => [due, whole])).toEqual([['OVERDUE', true], ['LATER', false]]);
  });
});

describe('the chip of a row', () => {
  it.each([
    ['late by a day', late, { tone: 'bad', text: '超期 1 天' }],
    ['due today', today, { tone: 'you', text: '今天到期' }],
    ['to be accepted', fresh, { tone: 'you', text: '今天 11:00前签收' }],
    ['with time left', later, { tone: 'idle', text: '还剩 2 天' }],
    ['suspended', queued({ due: 'NONE', side: 'SUSPENDED' }), { tone: 'idle', text: '先停一停' }],
    ['finished', queued({ due: 'NONE', stage: 'DONE' }), { tone: 'ok', text: '等评价' }],
    ['finished, of a 12345 ticket that nobody here rates (EVT-19)', queued({ due: 'NONE', stage: 'DONE', fromHotline: true }), { tone: 'ok', text: '办结了' }],
    ['handed on and not taken over', queued({ stage: 'ASSIGNED', acceptBy: NOW + HOUR, due: 'TODAY' }), { tone: 'you', text: '今天 10:00前签收' }],
  ])('%s', (_, item, chip) => {
    expect(dueChip(item, NOW)).toMatchObject(chip);
  });
});

describe('a grid’s full name', () => {
  const grids = [{ code: '610921107203-1', name: '上片' }, { code: '610921107203-1.1', name: '一组' }, { code: '610921107203-1.1.2', name: '二格' }, { code: '610921107203-1.1.3', name: '一组东片' }];

  it.each([
    ['610921107203-1.1.2', '上片一组二格'],
    ['610921107203-1.1.3', '上片一组东片'],
    ['610921107203-1', '上片'],
    ['610921107203', ''],
  ])('of %s is %s', (code, name) => {
    expect(fullName(code, grids)).toBe(name);
  });
});
