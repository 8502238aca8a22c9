import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
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
}

/** One matter on the desk with its next act; the whole row taps. Stands in a `Card flush`. */
export function QueueRow({ icon, title, facts, chip, act, onTap }: QueueRowProps): ReactNode {
  return (
    <Tap className="c-row c-row--inset c-queue-row" onTap={onTap} label={[title, ...facts, chip.text, act].join('，')}>
      <Mark icon={icon} tone="plain" />
      <View className="l-grow">
        <View className="c-row__title t-strong">{title}</View>
        <View className="c-queue-row__facts">{facts.map((fact) => <View key={fact}>{fact}</View>)}</View>
        <View className="l-between l-wrap">
          <Chip icon={chip.tone === 'bad' ? 'alert' : 'clock'} {...chip} />
          <View className="c-queue-row__act"><View>{act}</View><Icon name="right" size="xs" /></View>
        </View>
      </View>
    </Tap>
  );
}
