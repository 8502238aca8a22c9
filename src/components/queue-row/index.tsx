import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../button';
import { Chip, type Tone } from '../chip';
import { Icon, type IconName } from '../icon';
import { Mark } from '../row';
import { Tap } from '../tap';
import '../row/index.scss';
import './index.scss';

interface QueueRowProps {
  readonly icon: IconName;
  readonly title: string;
  /** Where, and who reported it. */
  readonly facts: readonly string[];
  /** bad: overdue · you: today · idle: there is time. */
  readonly chip: { readonly tone: Tone; readonly text: string; readonly icon?: IconName };
  /** The next act: 签收, 去答复, 记进展. */
  readonly act: string;
  readonly onTap: () => void;
  /** When the act can be done from here in one tap; it is then a button of its own beside the row. */
  readonly onAct?: () => void;
  /** Locks that button: 正在签收…. */
  readonly acting?: string | undefined;
}

/** One matter on the desk with its next act; the whole row taps. Stands in a `Card flush`. */
export function QueueRow({ icon, title, facts, chip, act, onTap, onAct, acting }: QueueRowProps): ReactNode {
  const known = (
    <>
      <View className="c-row__title t-strong">{title}</View>
      <View className="c-queue-row__facts">{facts.map((fact) => <View key={fact}>{fact}</View>)}</View>
    </>
  );
  const state = <Chip icon={chip.tone === 'bad' ? 'alert' : 'clock'} {...chip} />;
  if (onAct !== undefined) {
    // A button cannot stand inside another for who listens to the screen, so the row is told and tapped beside it.
    return (
      <View className="c-row c-row--inset c-queue-row">
        <Mark icon={icon} tone="plain" />
        <View className="l-grow c-queue-row__body">
          <Tap className="c-queue-row__known" onTap={onTap} label={[title, ...facts, chip.text].join('，')}>{known}</Tap>
          <View className="l-between l-wrap c-queue-row__foot">
            {state}
            <View className="c-queue-row__act"><Button kind="line" small text={act} onTap={onAct} busy={acting} label={`${act}：${title}`} /></View>
          </View>
        </View>
      </View>
    );
  }
  return (
    <Tap className="c-row c-row--inset c-queue-row" onTap={onTap} label={[title, ...facts, chip.text, act].join('，')}>
      <Mark icon={icon} tone="plain" />
      <View className="l-grow c-queue-row__body">
        <View className="c-queue-row__known">{known}</View>
        <View className="l-between l-wrap c-queue-row__foot">
          {state}
          <View className="c-queue-row__act"><View>{act}</View><Icon name="right" size="xs" /></View>
        </View>
      </View>
    </Tap>
  );
}
