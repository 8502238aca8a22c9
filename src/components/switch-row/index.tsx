import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { cx } from '../class-names';
import { Tap } from '../tap';
import '../row/index.scss';
import './index.scss';

interface SwitchRowProps {
  readonly title: string;
  readonly line?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** Locks it and is written in place of the line. */
  readonly reason?: string | undefined;
}

/** The whole row is the switch. Stands in a `Card flush`. */
export function SwitchRow({ title, line, on, onChange, reason }: SwitchRowProps): ReactNode {
  const under = reason ?? line;
  return (
    <Tap
      className="c-row c-switch-row"
      onTap={() => onChange(!on)}
      disabled={reason !== undefined}
      label={[title, under].filter(Boolean).join('，')}
      said={{ role: 'switch', checked: on }}
    >
      <View className="l-grow">
        <View className="c-row__title">{title}</View>
        {under === undefined ? null : <View className="c-row__line">{under}</View>}
      </View>
      <View className={cx('c-switch', on && 'c-switch--on', reason !== undefined && 'c-switch--off-limits')}><View className="c-switch__knob" /></View>
    </Tap>
  );
}
