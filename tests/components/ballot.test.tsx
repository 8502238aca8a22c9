/** The ballot, the look over it, the receipt, and the screen that is handed over. */
import type { ReactNode } from 'react';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Ballot } from '@/components/ballot';
import type { BallotPaper } from '@/components/ballot/paper';
import { HandedOver, IDLE_MS } from '@/components/ballot/handed-over';
import { ReceiptPage } from '@/components/receipt';
import { FindReceipt } from '@/components/receipt/find';
import { MAIN } from '@/domain/voting/box';
import { formatReceipt, receiptOf } from '@/domain/voting/receipt';
import { errorWords } from '@/domain/wording/errors';
import { RATING_ASPECTS, RATING_OPTIONS } from '@/domain/wording/voting';
import { useBallot } from '@/hooks/use-ballot';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { receiptFor } from '@/services/receipts';

jest.mock('@/services/client', () => ({ api: { voting: { cast: jest.fn() } } }));
const cast = jest.mocked(api.voting.cast);

const NOW = Date.UTC(2026, 11, 1);
const PAPER: BallotPaper = {
  kind: 'CONSULT', unit: 'HOUSEHOLD', legalEffect: 'ADVISORY', title: '垃圾清运费，明年每户收多少', about: '今年花了 3.1 万元。', commentMax: 0, k: 1,
  opensAt: NOW, closesAt: NOW + 3 * 86_400_000 + 1,
  questions: [{ id: MAIN, text: '您家一年交多少？', options: [{ code: 'B', text: '60 元，每天收一次' }, { code: 'C', text: '36 元，隔一天收一次' }, { code: 'A', text: '弃权' }] }],
};
const RATING: BallotPaper = {
  ...PAPER, kind: 'DEPUTY', unit: 'PERSON', k: 10, commentMax: 200,
  questions: [{ id: MAIN, text: '您怎么评？', options: RATING_OPTIONS }, ...RATING_ASPECTS.map(({ id, text }) => ({ id, text, options: RATING_OPTIONS }))],
};
const RECEIPT = receiptOf(new Uint8Array(16).fill(7));

function Voting({ paper = PAPER, closed, handed = false, onDone = () => undefined }: { readonly paper?: BallotPaper; readonly closed?: string; readonly handed?: boolean; readonly onDone?: () => void }): ReactNode {
  const ballot = useBallot({ ballotId: 'box-1:person-1', title: paper.title, questions: paper.questions });
  const page = ballot.stage === 'cast' && ballot.receipt !== undefined
    ? <ReceiptPage receipt={ballot.receipt} line="12月1日" countedOn="12月4日" onHome={onDone} />
    : <Ballot pageTitle="投票" paper={paper} act={ballot} now={NOW} closed={closed} />;
  return handed ? <HandedOver pageTitle="投票" name="王秀兰" act={ballot} onDone={onDone}>{page}</HandedOver> : page;
}

const tapOn = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const checked = () => screen.queryAllByRole('radio').filter((radio) => radio.getAttribute('aria-checked') === 'true');

beforeEach(() => {
  window.localStorage.clear();
  cast.mockReset();
  process.env.TARO_ENV = 'h5';
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { getRandomValues: (bytes: Uint8Array) => bytes.map((_, at) => (at * 31 + cast.mock.calls.length) & 255) } });
});

describe('a ballot', () => {
  it('begins with nothing chosen, always offers to abstain, and says what it is worth and that it is secret', () => {
    render(<Voting />);
    expect(checked()).toEqual([]);
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual(['60 元，每天收一次', '36 元，隔一天收一次', '弃权']);
    expect(screen.getByText('还剩 3 天')).toBeInTheDocument();
    expect(screen.getByText('听大家的意见，最后由会议定')).toBeInTheDocument();
    expect(screen.getByText(/没人看得到您投了哪个/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /选一个/ })).toHaveAttribute('aria-disabled', 'true');
  });

  it('shows no face and no colour of praise or blame', () => {
    const { container } = render(<Voting paper={RATING} />);
    expect(container.querySelectorAll('.icon--smile, .icon--meh, .icon--frown')).toHaveLength(0);
    expect(new Set(screen.getAllByRole('radio').map(({ className }) => className)).size).toBe(1);
  });

  it('is looked over word for word before it is sent, and can be changed until then', async () => {
    cast.mockResolvedValue({ cast: true });
    render(<Voting />);
    choose('36 元，隔一天收一次');
    tapOn('看一遍再投');
    expect(cast).not.toHaveBeenCalled();
    expect(screen.getByText('36 元，隔一天收一次')).toBeInTheDocument();
    tapOn('改一改');
    choose('弃权');
    tapOn('看一遍再投');
    tapOn('投出去');
    await screen.findByText('票投进去了');
    expect(cast).toHaveBeenCalledWith(expect.objectContaining({ ballotId: 'box-1:person-1', choices: { main: 'A' } }));
  });

  it('keeps the receipt on the phone before it sends, and neither choice nor time ever', async () => {
    let keptThen: string | undefined;
    cast.mockImplementation(() => {
      keptThen = receiptFor('box-1:person-1')?.receipt;
      return Promise.resolve({ cast: true }) as never;
    });
    render(<Voting />);
    choose('60 元，每天收一次');
    tapOn('看一遍再投');
    tapOn('投出去');
    await screen.findByText('票投进去了');
    expect(keptThen).toBe(cast.mock.calls[0]?.[0].receipt);
    expect(Object.keys(JSON.parse(window.localStorage.getItem('receipt:box-1:person-1') ?? '{}') as object).sort()).toEqual(['receipt', 'title']);
    expect(JSON.stringify(window.localStorage)).not.toContain('60 元');
  });

  it('is sent again with the same receipt after a lost reply, and says in between that it is not sure', async () => {
    cast.mockRejectedValueOnce(new AppError({ code: 'TIMEOUT' })).mockResolvedValueOnce({ cast: true });
    render(<Voting />);
    choose('弃权');
    tapOn('看一遍再投');
    tapOn('投出去');
    expect(await screen.findByText(/不会重复/)).toBeInTheDocument();
    tapOn('投出去');
    await screen.findByText('票投进去了');
    expect(cast.mock.calls[1]?.[0]).toEqual(cast.mock.calls[0]?.[0]);
  });

  it('takes another receipt when the first is another\'s', async () => {
    cast.mockRejectedValueOnce(new AppError({ code: 'RECEIPT_TAKEN' })).mockResolvedValueOnce({ cast: true });
    render(<Voting />);
    choose('弃权');
    tapOn('看一遍再投');
    tapOn('投出去');
    await screen.findByText('票投进去了');
    expect(cast.mock.calls[1]?.[0].receipt).not.toBe(cast.mock.calls[0]?.[0].receipt);
    expect(receiptFor('box-1:person-1')?.receipt).toBe(cast.mock.calls[1]?.[0].receipt);
  });

  it.each(['ALREADY_CAST', 'BOX_CLOSED', 'NOT_FOUND'])('that is refused for good (%s) says so, shows nothing of what was chosen, and offers no second try', async (code) => {
    cast.mockRejectedValueOnce(new AppError({ code }));
    render(<Voting />);
    choose('弃权');
    tapOn('看一遍再投');
    tapOn('投出去');
    expect(await screen.findByText(errorWords(code, undefined, NOW))).toBeInTheDocument();
    expect(screen.queryByText('弃权')).toBeNull();
    expect(screen.getByRole('button', { name: '回首页' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /投出去|改一改/ })).toBeNull();
  });

  it('cast on another phone leaves no receipt on this one, where it would be looked for in vain', async () => {
    cast.mockRejectedValueOnce(new AppError({ code: 'ALREADY_CAST' }));
    render(<Voting />);
    choose('弃权');
    tapOn('看一遍再投');
    tapOn('投出去');
    await screen.findByText(/已经投过了/);
    expect(receiptFor('box-1:person-1')).toBeUndefined();
  });

  it('on a deputy says that the presidium confirms the count, not that a meeting decides', () => {
    render(<Voting paper={RATING} />);
    expect(screen.getByText('镇人大主席团照票数确认，再公布')).toBeInTheDocument();
    expect(screen.queryByText(/由会议定/)).toBeNull();
  });

  it('sends a dash for what was left out, so that all ballots are alike in length', async () => {
    cast.mockResolvedValue({ cast: true });
    render(<Voting paper={RATING} />);
    choose('不了解');
    tapOn(/再评细一点/);
    fireEvent.click(screen.getAllByRole('radio', { name: '满意' })[1]!);
    tapOn('看一遍再投');
    tapOn('投出去');
    await screen.findByText('票投进去了');
    expect(cast.mock.calls[0]?.[0]).toMatchObject({ choices: { main: 'U', meetings: 'S', visits: '-', proposals: '-', deeds: '-', conduct: '-' } });
  });

  it('that cannot be cast here says why and takes no choice', () => {
    render(<Voting closed="投票要本人用自己的手机" />);
    choose('弃权');
    expect(checked()).toEqual([]);
    expect(screen.getAllByText('投票要本人用自己的手机').length).toBeGreaterThan(0);
  });
});

describe('a receipt', () => {
  it('is shown once, in groups that can be read aloud, with what it proves and what it does not', () => {
    render(<ReceiptPage receipt={RECEIPT} line="评周桂芳代表 · 12月8日" countedOn="12月20日" onHome={() => undefined} />);
    expect(screen.getByRole('img').children).toHaveLength(7);
    expect(screen.getByText(/12月20日开票后/)).toBeInTheDocument();
    expect(screen.getByText(/查不出您投了哪一个/)).toBeInTheDocument();
    tapOn('抄好了');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is looked for on the phone: the server is asked for a list and never for a code', async () => {
    const listOf = jest.fn(() => Promise.resolve([RECEIPT]));
    render(<FindReceipt buckets={8} listOf={listOf} kept={RECEIPT} />);
    tapOn('查我的票');
    expect(await screen.findByText(/找到了/)).toBeInTheDocument();
    expect(JSON.stringify(listOf.mock.calls)).not.toContain(RECEIPT);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: formatReceipt(receiptOf(new Uint8Array(16).fill(9))) }, detail: { value: formatReceipt(receiptOf(new Uint8Array(16).fill(9))) } });
    tapOn('查我的票');
    expect(await screen.findByText(/名单里没有这个码/)).toBeInTheDocument();
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '7K3F' }, detail: { value: '7K3F' } });
    tapOn('查我的票');
    expect(await screen.findByText(/可能抄错了/)).toBeInTheDocument();
  });
});

describe('a phone that is handed over', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is first given to the voter, and shows neither choice nor receipt once the ballot is in', async () => {
    cast.mockResolvedValue({ cast: true });
    const done = jest.fn();
    render(<Voting handed onDone={done} />);
    expect(screen.getByText('请把手机交给王秀兰本人')).toBeInTheDocument();
    tapOn('我是本人，开始投');
    choose('弃权');
    tapOn('看一遍再投');
    tapOn('投出去');
    await waitFor(() => expect(screen.getByText('投好了，屏幕已经清干净')).toBeInTheDocument());
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByText('弃权')).toBeNull();
    tapOn('好');
    expect(done).toHaveBeenCalled();
  });

  it('forgets what was tapped when nobody touches it', () => {
    render(<Voting handed />);
    tapOn('我是本人，开始投');
    choose('弃权');
    act(() => { jest.advanceTimersByTime(IDLE_MS - 1); });
    expect(checked()).toHaveLength(1);
    act(() => { jest.advanceTimersByTime(1); });
    expect(screen.getByText('请把手机交给王秀兰本人')).toBeInTheDocument();
    tapOn('我是本人，开始投');
    expect(checked()).toEqual([]);
  });
});
