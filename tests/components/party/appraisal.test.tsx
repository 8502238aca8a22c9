/** The yearly appraisal as a member takes part in it (PTY-11..13). */
import { fireEvent, render, screen } from '@testing-library/react';
import Appraisal from '@/packages/party/appraisal';
import { forgetPageData } from '@/hooks/use-page-data';
import { setServerNow } from '@/services/server-clock';
import type { AppraisalView, MyBallot } from '@/services/views';
import Taro, { useRouter } from '../stand-ins/taro';
import { appraisal, appraisalItem, member, NOW, VILLAGE } from './members';
import { asked, choose, lastOf, silent, tap, write } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: {} });
  asked('people.me').mockResolvedValue(member);
});

async function open(one: AppraisalView | undefined, years: readonly number[] = [2026]): Promise<void> {
  asked('appraisals.get').mockResolvedValue({ ...(one === undefined ? {} : { appraisal: one }), years });
  render(<Appraisal />);
  await screen.findByRole('heading', { level: 1 });
}

describe('the appraisal', () => {
  it('takes the self-appraisal; no grade is chosen for the member', async () => {
    asked('appraisals.self').mockResolvedValue({ done: true });
    await open(appraisal());
    expect(await screen.findByRole('heading', { name: /写一写自评/ })).toBeInTheDocument();
    expect(screen.getAllByRole('radio').every((one) => one.getAttribute('aria-checked') === 'false')).toBe(true);
    write('这一年做得怎么样', '走访做到了，学习差一点');
    expect(screen.getByRole('button', { name: '选一个等次' })).toBeInTheDocument();
    choose('合格');
    await tap('交自评');
    expect(lastOf('appraisals.self')).toMatchObject({ village: VILLAGE, year: 2026, text: '走访做到了，学习差一点', grade: 'QUALIFIED' });
  });

  it('takes a signed remark on another member, and none on oneself', async () => {
    asked('appraisals.remark').mockResolvedValue({ done: true });
    await open(appraisal());
    expect(await screen.findByRole('button', { name: '给邓明珠提意见' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '给李国平提意见' })).toBeNull();
    await tap('给田小雨提意见');
    choose('建议');
    write('您想说什么', '多到组里走走');
    await tap('提给他');
    expect(lastOf('appraisals.remark')).toMatchObject({ about: 'tian', kind: 'SUGGESTION', text: '多到组里走走' });
  });

  it('shows what others remarked, each with a name', async () => {
    asked('appraisals.remarks').mockResolvedValue({ items: [{ remarkId: 'r', by: '田小雨', kind: 'MERIT', text: '清沟总是第一个到', at: NOW }] });
    await open(appraisal({ items: [appraisalItem({ remarks: 1 })] }));
    expect(await screen.findByText('清沟总是第一个到')).toBeInTheDocument();
    expect(screen.getByText('优点 · 田小雨 · 今天 9:00')).toBeInTheDocument();
  });

  it('leads from one secret ballot to the next, only to those of this appraisal', async () => {
    const ballot = (boxId: string, title: string, cast = false): MyBallot => ({ boxId, ballotId: `b-${boxId}`, kind: 'MEMBER', unit: 'PERSON', legalEffect: 'ADVISORY', subject: boxId, title, state: 'OPEN', rollShownAt: NOW - 9, rollFrozenAt: NOW - 8, opensAt: NOW - 7, closesAt: NOW + 86_400_000, k: 5, cast });
    // On two pages: what is counted is counted to the end.
    asked('voting.mine').mockImplementation(({ after }: { readonly after?: string }) => Promise.resolve(after === undefined ? { items: [ballot('box-deng', '邓明珠', true), ballot('other', '垃圾清运费')], next: 'page-2' } : { items: [ballot('box-tian', '田小雨')] }));
    await open(appraisal({ stage: 'MEASURE', opensAt: NOW - 7, closesAt: NOW + 86_400_000, items: [appraisalItem({ may: [], self: { text: '还行', grade: 'QUALIFIED', at: NOW } }), appraisalItem({ personId: 'deng', name: '邓明珠', own: false, may: [], boxId: 'box-deng' }), appraisalItem({ personId: 'tian', name: '田小雨', own: false, may: [], boxId: 'box-tian' })] }));
    expect(await screen.findByRole('heading', { name: '民主测评 1 位等您' })).toBeInTheDocument();
    expect(screen.queryByText('垃圾清运费')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '测评田小雨' }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/voting/ballot/index?id=b-box-tian&back=1' });
  });

  it('shows one’s own result beside its inputs, and of others the grade alone once it is reported (PTY-11, 12)', async () => {
    await open(appraisal({
      stage: 'REPORTED', reportedAt: NOW,
      items: [
        appraisalItem({ may: [], self: { text: '还行', grade: 'QUALIFIED', at: NOW }, measured: { EXCELLENT: 3, QUALIFIED: 6, BASIC: 1, NOT_QUALIFIED: 0, UNKNOWN: 2 }, suggested: { grade: 'QUALIFIED', total: 725, why: 'POINTS' }, opinion: { text: '同意合格', grade: 'QUALIFIED' }, decided: { grade: 'BASIC', reason: '三次没有参加学习' }, plan: { text: '补上学习', due: '2026-12-25' } }),
        appraisalItem({ personId: 'deng', name: '邓明珠', own: false, may: [], decided: { grade: 'EXCELLENT' } }),
      ],
    }));
    for (const words of ['支部评定：基本合格', '三次没有参加学习', '优秀 3，合格 6，基本合格 1，不合格 0，不了解 2', '积分给的参考：合格', '这一年 72.5 分。只是参考，等次由支部大会定', '补上学习', '优秀']) expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('hides the counts of too few ballots and says why', async () => {
    await open(appraisal({ stage: 'DECIDE', items: [appraisalItem({ hidden: true, may: [] })] }));
    expect(await screen.findByText('投的人太少，为了不让人猜出谁投了什么，不公布')).toBeInTheDocument();
  });

  it('that has not begun says so', async () => {
    await open(undefined, []);
    expect(await screen.findByText('今年的评议还没有开始')).toBeInTheDocument();
  });
});
