/** An entry in the words of who looks at it for the branch. */
import type { Tone } from '@/components/chip';
import type { IconName } from '@/components/icon';
import { eyesWords } from '@/domain/wording/party';
import { limitChip } from '@/packages/desk/due';
import type { EntryView } from '@/services/views';

interface StateChip {
  readonly tone: Tone;
  readonly text: string;
  readonly icon?: IconName;
}

const KINDS: Readonly<Record<EntryView['kind'], string>> = { CLAIM: '自己报的', RECORD: '支部记的', REVERSAL: '冲正', OPENING: '以前的台账' };

/** Who it is of: 李国平，二组. */
export function whoseWords({ name, group }: Pick<EntryView, 'name' | 'group'>): string {
  return group === undefined ? name : `${name}，${group}`;
}

/** What stands under its title: who entered it, who has looked, and what it takes back. */
export function entryLines({ kind, first, reason }: EntryView): readonly string[] {
  return [KINDS[kind], ...(first === undefined ? [] : [`${eyesWords(first)}看过，属实`]), ...(reason === undefined ? [] : [`为什么：${reason}`])];
}

function withClock(chip: StateChip): StateChip {
  return chip.tone === 'bad' ? chip : { ...chip, icon: 'clock' };
}

/** By when, and why the reader is not the one to decide: nobody looks at their own, and nobody twice (PTY-06). */
export function entryChips(entry: EntryView, now: number): readonly StateChip[] {
  const { dueAt, own, may, appeal, asked } = entry;
  const limit = appeal?.state === 'OPEN' ? appeal.decideBy : dueAt;
  const decides = may.some((act) => act === 'CHECK' || act === 'APPROVE' || act === 'REFUSE' || act === 'DECIDE_APPEAL');
  return [
    ...(limit === undefined ? [] : [withClock(limitChip(limit, now))]),
    ...(decides ? [] : [{ tone: 'idle' as const, icon: 'lock' as const, text: own ? '您自己的，请另一位核实' : '您看过了，请另一位来定' }]),
    ...(asked?.answer === undefined ? [] : [{ tone: 'go' as const, icon: 'speak' as const, text: '补了一句' }]),
  ];
}
