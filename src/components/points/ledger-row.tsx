import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { entryWords, shortDay, signedPoints, spokenPoints } from '@/domain/wording/party';
import type { EntryView } from '@/services/views';
import { Chip } from '../chip';
import { cx } from '../class-names';
import type { IconName } from '../icon';
import { Tap } from '../tap';
import '../row/index.scss';
import './index.scss';

const CHIP_ICON: Readonly<Record<'you' | 'bad' | 'idle', IconName>> = { you: 'edit', bad: 'alert', idle: 'clock' };

interface LedgerRowProps {
  readonly entry: EntryView;
  readonly now: number;
  readonly onTap: () => void;
}

/** One entry of the ledger: the day, what for, who looked, and what it comes to (PTY-14). Stands in a `Card flush`. */
export function LedgerRow({ entry, now, onTap }: LedgerRowProps): ReactNode {
  const { line, chip, amount } = entryWords(entry, now);
  const title = titleOf(entry);
  const said = [shortDay(entry.on), title, entry.tenths === 0 ? '' : spokenPoints(entry.tenths), chip?.text, line].filter(Boolean).join('，');
  return (
    <Tap className="c-row c-ledger" onTap={onTap} label={said}>
      <View className="c-ledger__day">{entry.on.slice(5)}</View>
      <View className="l-grow">
        <View className="c-row__title c-ledger__title">{title}</View>
        <View className={cx('c-row__line', chip?.tone === 'you' && 'c-row__line--you')}>{line}</View>
      </View>
      <View className="c-ledger__end">
        <View className={cx('c-ledger__amount', amount === 'counts' ? entry.tenths < 0 ? 't-bad' : 't-ok' : `c-ledger__amount--${amount}`)}>{signedPoints(entry.tenths)}</View>
        {chip === undefined ? null : <Chip tone={chip.tone} icon={CHIP_ICON[chip.tone]} text={chip.text} />}
      </View>
    </Tap>
  );
}

/** What the member wrote of it; what the branch recorded is called by its item. */
function titleOf({ kind, text, itemName }: Pick<EntryView, 'kind' | 'text' | 'itemName'>): string {
  return kind === 'CLAIM' && text !== '' ? text : itemName;
}
