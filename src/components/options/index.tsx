import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon, type IconName } from '../icon';
import { movesFocus } from '../roving';
import { Tap } from '../tap';
import './index.scss';

export interface Option<V extends string> {
  readonly value: V;
  readonly title: string;
  readonly line?: string;
  /** Only in `three` and `four`. Faces only for rating a service, never on a ballot. */
  readonly icon?: IconName;
}

interface OptionsProps<V extends string> {
  /** The question, for the screen reader. */
  readonly label: string;
  readonly options: readonly Option<V>[];
  /** Nothing is chosen for the reader. */
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  /** One under another; two, three or four side by side (two grows back to one where it would not fit). */
  readonly layout?: 'list' | 'two' | 'three' | 'four';
  /** Locks all options and says why: 11月26日已经截止. */
  readonly closed?: string | undefined;
}

/** One of several, all alike. Chosen = tick, border and weight. */
export function Options<V extends string>({ label, options, value, onChange, layout = 'list', closed }: OptionsProps<V>): ReactNode {
  const upright = layout === 'three' || layout === 'four';
  const pick = (index: number) => { const option = options[index]; if (option !== undefined && closed === undefined) onChange(option.value); };
  return (
    <View>
      <View className={cx('c-options', `c-options--${layout}`)} {...aria({ role: 'radiogroup', label, disabled: closed !== undefined })}>
        {options.map((option, index) => {
          const chosen = option.value === value;
          return (
            <Tap
              key={option.value}
              className={cx('c-option', upright && 'c-option--upright', chosen && 'c-option--chosen', closed !== undefined && 'c-option--closed')}
              onTap={() => onChange(option.value)}
              disabled={closed !== undefined}
              label={[option.title, option.line].filter(Boolean).join('，')}
              said={{ role: 'radio', checked: chosen }}
              tabIndex={chosen || (value === undefined && index === 0) ? 0 : -1}
              onKey={movesFocus('radio', pick)}
            >
              {upright
                ? chosen ? <View className="c-option__corner"><Icon name="check" size="tick" /></View> : null
                : <View className="c-option__tick">{chosen ? <Icon name="check" size="tick" /> : null}</View>}
              {upright && option.icon !== undefined ? <Icon name={option.icon} size="lg" /> : null}
              <View className={cx(!upright && 'l-grow')}>
                <View className="c-option__title">{option.title}</View>
                {option.line === undefined ? null : <View className="c-option__line">{option.line}</View>}
              </View>
            </Tap>
          );
        })}
      </View>
      {closed === undefined ? null : <View className="c-options__closed"><Icon name="lock" size="sm" /><View className="l-grow">{closed}</View></View>}
    </View>
  );
}
