import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon, type IconName } from '../icon';
import { movesFocus } from '../roving';
import { Tap } from '../tap';
import './index.scss';

interface CategoryGridProps<V extends string> {
  /** The question, for the screen reader: 哪一类事. */
  readonly label: string;
  readonly items: readonly { readonly value: V; readonly text: string; readonly icon: IconName }[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
}

/** What kind of matter it is. Chosen = tick, border and weight. */
export function CategoryGrid<V extends string>({ label, items, value, onChange }: CategoryGridProps<V>): ReactNode {
  const pick = (index: number) => { const item = items[index]; if (item !== undefined) onChange(item.value); };
  return (
    <View className="c-cats" {...aria({ role: 'radiogroup', label })}>
      {items.map((item, index) => {
        const chosen = item.value === value;
        return (
          <Tap
            key={item.value}
            className={cx('c-cats__item', chosen && 'c-cats__item--chosen')}
            onTap={() => onChange(item.value)}
            label={item.text}
            said={{ role: 'radio', checked: chosen }}
            tabIndex={chosen || (value === undefined && index === 0) ? 0 : -1}
            onKey={movesFocus('radio', pick)}
          >
            {chosen ? <View className="c-cats__tick"><Icon name="check" size="tick" /></View> : null}
            <Icon name={item.icon} size="lg" className="c-cats__icon" />
            <View>{item.text}</View>
          </Tap>
        );
      })}
    </View>
  );
}
