/** A branch's desk: one tap, several at once, words where they are due, and never one's own (PTY-04, 06). */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import BranchDesk from '@/packages/branch/desk';
import Appraise from '@/packages/branch/appraise';
import Members from '@/packages/branch/members';
import { menuOf } from '@/packages/desk/menu';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { setServerNow } from '@/services/server-clock';
import type { BranchView, EntryView, ListedMember, Me } from '@/services/views';
import { appraisal, appraisalItem, entry, member, NOW, VILLAGE } from '../party/members';
import { useRouter } from '../stand-ins/taro';

const calls: Record<string, jest.Mock> = {};
let who: Me;
jest.mock('@/services/client', () => {
  const context = (name: string): unknown => new Proxy({}, { get: (_, procedure: string) => (input: unknown): unknown => (calls[`${name}.${procedure}`] ??= jest.fn().mockResolvedValue({ items: [] }))(input) });
  return { api: { points: context('points'), appraisals: context('appraisals'), ledgers: context('ledgers'), people: { me: () => Promise.resolve(who) } } };
});

const ROLES = { secretary: 'BRANCH_SECRETARY', committee: 'BRANCH_COMMITTEE', verifier: 'BRANCH_VERIFIER', town: 'TOWN_PARTY' } as const;
function as(office: keyof typeof ROLES, modules: Me['modules'] = { points: true, consultations: false }): Me {
  const person = member.person;
  if (person === undefined) throw new Error('the member is somebody');
  return { ...member, modules, person: { ...person, id: 'deng', name: '邓明珠', roles: [{ role: ROLES[office], area: office === 'town' ? VILLAGE.slice(0, 9) : VILLAGE, areaName: office === 'town' ? '漩涡镇' : '堰坪村' }] } };
}

function waits(change: Partial<EntryView>): EntryView {
  const { first: _, second: __, appealUntil: ___, ...rest } = entry({ state: 'CHECK', own: false, waitsFor: 'GROUP', dueAt: NOW + 5 * 86_400_000, may: ['CHECK', 'ASK', 'REFUSE'], ...change });
  return rest;
}

function listed(name: string, total: number): ListedMember {
  return { personId: name, name, category: 'B', score: { base: 600, bonus: total - 600, deducted: 0, pending: 0, total }, pledges: { confirmed: 2, kept: 1, waiting: 0 }, vetoed: false, left: false, own: false };
}

const branch: BranchView = {
  village: VILLAGE, name: '堰坪村党支部', cycle: 2026, open: true, drawing: false, settled: true, groups: ['第一党小组'], members: [listed('李国平', 720), listed('田小雨', 800)],
  waiting: { check: 3, approve: 0, pledges: 0, appeals: 0 }, seenBy: { most: 'BRANCH' }, may: ['CHECK', 'APPROVE', 'RECORD'],
};

const mine = waits({ entryId: 'own', name: '邓明珠', own: true, may: [] });
const one = waits({ entryId: 'one', name: '李国平' });
const two = waits({ entryId: 'two', name: '田小雨' });

beforeEach(() => {
  forgetPageData();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: {} });
  for (const name of Object.keys(calls)) delete calls[name];
  who = as('committee');
  calls['points.branch'] = jest.fn().mockResolvedValue(branch);
  calls['points.queue'] = jest.fn().mockResolvedValue({ items: [one, mine, two] });
  calls['points.check'] = jest.fn().mockResolvedValue(one);
});

const tap = (name: string | RegExp) => act(async () => {
  fireEvent.click(screen.getByRole('button', { name }));
  await Promise.resolve();
});

describe('what waits', () => {
  it('stands with its evidence beside the claim, and is right with one tap', async () => {
    render(<BranchDesk />);
    await screen.findByRole('button', { name: /^属实：李国平/ });
    expect(screen.getAllByText('清沟半天，12 人受益').length).toBeGreaterThan(0);
    await tap(/^属实：李国平/);
    expect(calls['points.check']).toHaveBeenCalledWith(expect.objectContaining({ entryId: 'one', verdict: { kind: 'RIGHT' } }));
  });

  it('leaves one’s own to somebody else (PTY-06)', async () => {
    render(<BranchDesk />);
    expect(await screen.findByText('您自己的，请另一位核实')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /属实：邓明珠/ })).toBeNull();
    expect(screen.queryByRole('checkbox', { name: /邓明珠/ })).toBeNull();
  });

  it('is refused only with a reason', async () => {
    render(<BranchDesk />);
    await screen.findByRole('button', { name: /^不通过：李国平/ });
    await tap(/^不通过：李国平/);
    expect(screen.getByRole('button', { name: '先写几个字' })).toHaveAttribute('aria-disabled', 'true');
    fireEvent.change(screen.getByRole('textbox', { name: '为什么' }), { target: { value: '那天他在县里' } });
    await tap('不通过');
    expect(calls['points.check']).toHaveBeenCalledWith(expect.objectContaining({ entryId: 'one', verdict: { kind: 'REFUSE', reason: '那天他在县里' } }));
  });

  it('is asked about once: where it was, it is not offered again (BUR-02)', async () => {
    calls['points.queue'] = jest.fn().mockResolvedValue({ items: [waits({ name: '李国平', may: ['CHECK', 'REFUSE'], asked: { text: '几组？', answer: '三组' } })] });
    render(<BranchDesk />);
    expect(await screen.findByText('补了一句')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /再问一句/ })).toBeNull();
  });
});

describe('several at once', () => {
  it('are decided one by one; one that is refused holds up no other, and a repeat is the same tap', async () => {
    calls['points.check'] = jest.fn().mockRejectedValueOnce(new AppError({ code: 'TIMEOUT' })).mockResolvedValue(two);
    render(<BranchDesk />);
    fireEvent.click(await screen.findByRole('button', { name: '全选' }));
    await tap('选的 2 笔，都属实');
    expect(await screen.findByText('1 笔没成')).toBeInTheDocument();
    expect(calls['points.check']).toHaveBeenCalledTimes(2);
    await tap('选的 2 笔，都属实');
    await waitFor(() => expect(calls['points.check']).toHaveBeenCalledTimes(4));
    const sent = (calls['points.check'].mock.calls as readonly (readonly [{ readonly requestId: string; readonly entryId: string }])[]).map(([input]) => input).filter(({ entryId }) => entryId === 'one');
    expect(sent[1]?.requestId).toBe(sent[0]?.requestId);
  });

  it('are chosen with the keyboard: arrows move, the space bar ticks', async () => {
    render(<BranchDesk />);
    const [first, second] = await screen.findAllByRole('checkbox');
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: ' ' });
    expect(first).toHaveAttribute('aria-checked', 'true');
    Object.defineProperty(second, 'offsetParent', { value: document.body });
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    expect(second).toHaveFocus();
  });
});

describe('the branch’s list', () => {
  it('keeps the order of names, whatever the points (BUR-01)', async () => {
    who = as('secretary');
    calls['ledgers.scheme'] = jest.fn().mockResolvedValue({ categories: [{ category: 'B', name: '在村无职党员' }], vetoes: [] });
    render(<Members />);
    await screen.findByRole('button', { name: /李国平，72 分/ });
    expect(screen.getAllByRole('button', { name: / 分$/ }).map((row) => row.getAttribute('aria-label'))).toEqual(['李国平，72 分', '田小雨，80 分']);
  });
});

describe('a decision of the appraisal', () => {
  it('is chosen by the branch, the suggestion beside it, and says why where they differ (PTY-11, PRV-08)', async () => {
    who = as('secretary');
    useRouter.mockReturnValue({ params: { village: VILLAGE, year: '2026', id: 'li' } });
    const item = appraisalItem({ own: false, may: ['DECIDE'], suggested: { grade: 'QUALIFIED', total: 725, why: 'POINTS' } });
    calls['appraisals.get'] = jest.fn().mockResolvedValue({ appraisal: appraisal({ stage: 'DECIDE', items: [item] }), years: [2026], mayOpen: false });
    calls['appraisals.decide'] = jest.fn().mockResolvedValue({ done: true });
    render(<Appraise />);
    fireEvent.click(await screen.findByRole('button', { name: '评定' }));
    expect(screen.getByRole('button', { name: '先选等次' })).toBeInTheDocument();
    expect(screen.getByText(/积分参考：合格（72.5 分）。只是参考/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: '优秀' }));
    expect(screen.getByRole('button', { name: '和积分参考不一样，要写理由' })).toHaveAttribute('aria-disabled', 'true');
    fireEvent.click(screen.getByRole('radio', { name: '合格' }));
    await tap('就这样定');
    expect(calls['appraisals.decide']).toHaveBeenCalledWith(expect.objectContaining({ about: 'li', grade: 'QUALIFIED' }));
  });
});

describe('the menu', () => {
  const keys = (me: Me) => menuOf(me).map(({ key }) => key);

  it.each([
    ['verifier', ['branch', 'record', 'members', 'publication']],
    ['committee', ['branch', 'record', 'members', 'publication', 'appraisal']],
    ['secretary', ['rolls', 'branch', 'record', 'members', 'publication', 'appraisal', 'opening']],
    ['town', ['town-party']],
  ] as const)('of a %s has what their office does', (office, entries) => {
    expect(keys(as(office))).toEqual([...entries, 'home']);
  });

  it('has none of it where the county switched the module off (BUR-08)', () => {
    expect(keys(as('secretary', { points: false, consultations: false }))).toEqual(['home']);
  });
});
