import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Evidence } from '@/components/points/evidence';
import { formatMoment } from '@/domain/basics/civil-time';
import { signedPoints } from '@/domain/wording/party';
import { serverNow } from '@/services/server-clock';
import type { EntryView } from '@/services/views';
import { Check } from './chosen';
import { ClaimCard } from './claim-card';
import type { Asked } from './decision-sheet';
import { entryChips, entryLines, whoseWords } from './entry-words';
import type { Step } from './use-decide';

interface EntryCardProps {
  readonly entry: EntryView;
  readonly step: Step | 'APPEAL';
  readonly chosen?: boolean;
  readonly onChoose?: () => void;
  /** The one tap: the facts are right, or it counts. */
  readonly onYes: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly busy: string | undefined;
}

const YES: Readonly<Record<Step, string>> = { CHECK: '属实', APPROVE: '记上', ABOVE: '记上' };

/** One entry that waits, its evidence beside it. What the reader may do is the server's to say. */
export function EntryCard({ entry, step, chosen = false, onChoose, onYes, onAsk, busy }: EntryCardProps): ReactNode {
  const now = serverNow();
  const who = whoseWords(entry);
  const may = (act: EntryView['may'][number]) => entry.may.includes(act);
  const title = `${entry.itemName}`;
  const decides = step !== 'APPEAL' && (may('CHECK') || may('APPROVE'));
  const acts = step === 'APPEAL'
    ? may('DECIDE_APPEAL') ? <Button small kind="line" text="答复" label={`答复：${who}`} onTap={() => onAsk('APPEAL')} /> : undefined
    : decides || may('REFUSE') || may('ASK') ? (
      <>
        {decides ? <Button small kind="line" icon="check" text={YES[step]} label={`${YES[step]}：${who} ${title}`} busy={busy} onTap={onYes} /> : null}
        {may('ASK') ? <Button small text="再问一句" label={`再问一句：${who} ${title}`} onTap={() => onAsk('ASK')} /> : null}
        {may('REFUSE') ? <Button small text="不通过" label={`不通过：${who} ${title}`} onTap={() => onAsk('REFUSE')} /> : null}
      </>
    ) : undefined;
  return (
    <ClaimCard
      who={who}
      title={title}
      lines={entryLines(entry)}
      amount={signedPoints(entry.tenths)}
      amountTone={entry.tenths < 0 ? 'bad' : 'ok'}
      chips={entryChips(entry, now)}
      {...(onChoose === undefined || !decides ? {} : { check: <Check label={`选上：${who} ${title}`} on={chosen} onChange={onChoose} /> })}
      evidence={(
        <View className="l-stack">
          <Evidence entry={entry} />
          {entry.appeal === undefined ? null : <Note tone="plain" icon="speak" title={`申诉，${formatMoment(entry.appeal.at, now)}`}>{entry.appeal.text}</Note>}
          {entry.refused === undefined ? null : <View className="t-hint">{`${entry.refused.name}没通过：${entry.refused.reason}`}</View>}
        </View>
      )}
      acts={acts}
    />
  );
}
