/** 读给我听: where the phone has a voice, what is on the paper and never what was chosen. */
import type { ReactNode } from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Ballot } from '@/components/ballot';
import type { BallotPaper } from '@/components/ballot/paper';
import { ReadAloud } from '@/components/read-aloud';
import { MAIN } from '@/domain/voting/box';
import { useBallot } from '@/hooks/use-ballot';
import { setMode } from '@/hooks/use-mode';

jest.mock('@/services/client', () => ({ api: {} }));

const NOW = Date.UTC(2026, 11, 1);
const PAPER: BallotPaper = {
  kind: 'CONSULT', unit: 'HOUSEHOLD', legalEffect: 'ADVISORY', title: '垃圾清运费，明年每户收多少', about: '', commentMax: 0, k: 1, opensAt: NOW, closesAt: NOW + 86_400_000,
  questions: [{ id: MAIN, text: '您家一年交多少？', options: [{ code: 'B', text: '60 元' }, { code: 'C', text: '36 元' }, { code: 'A', text: '弃权' }] }],
};

function Voting(): ReactNode {
  const ballot = useBallot({ ballotId: 'box-1:person-1', title: PAPER.title, questions: PAPER.questions });
  return <Ballot pageTitle="投票" paper={PAPER} act={ballot} now={NOW} />;
}

class Utterance {
  onend?: () => void;
  constructor(readonly text: string) {}
}
const voice = { spoken: [] as Utterance[], cancelled: 0, speak: (words: Utterance) => void voice.spoken.push(words), cancel: () => void (voice.cancelled += 1) };

function withVoice(has: boolean): void {
  Object.assign(window, { speechSynthesis: has ? voice : undefined });
  Object.assign(globalThis, { SpeechSynthesisUtterance: has ? Utterance : undefined });
}

beforeEach(() => {
  voice.spoken = [];
  voice.cancelled = 0;
  withVoice(true);
  act(() => setMode('elder'));
});
afterEach(() => {
  act(() => setMode('standard'));
  process.env.TARO_ENV = 'h5';
});

it('reads the paper word for word, and not what was chosen', () => {
  render(<Voting />);
  fireEvent.click(screen.getByRole('radio', { name: '36 元' }));
  fireEvent.click(screen.getByRole('button', { name: '读给我听' }));
  expect(voice.spoken.map(({ text }) => text)).toEqual(['垃圾清运费，明年每户收多少。听大家的意见，最后由会议定。您家一年交多少？。可以选：60 元；36 元；弃权。投出去就不能改了']);
});

it('stops when it is tapped again, when it has come to its end, and when the page is left', () => {
  const { unmount } = render(<Voting />);
  fireEvent.click(screen.getByRole('button', { name: '读给我听' }));
  fireEvent.click(screen.getByRole('button', { name: '停下来' }));
  expect(voice.cancelled).toBe(2);
  fireEvent.click(screen.getByRole('button', { name: '读给我听' }));
  act(() => voice.spoken[1]?.onend?.());
  expect(screen.getByRole('button', { name: '读给我听' })).toBeInTheDocument();
  unmount();
  expect(voice.cancelled).toBe(4);
});

it('is not offered where there is no voice, nor in WeChat', () => {
  withVoice(false);
  const { unmount } = render(<Voting />);
  expect(screen.queryByRole('button', { name: '读给我听' })).toBeNull();
  unmount();
  withVoice(true);
  process.env.TARO_ENV = 'weapp';
  render(<ReadAloud words="垃圾清运费" />);
  expect(screen.queryByRole('button', { name: '读给我听' })).toBeNull();
});
