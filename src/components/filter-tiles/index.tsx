import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { movesFocus } from '../roving';
import { Tap } from '../tap';
import './index.scss';

interface FilterTilesProps<V extends string> {
  readonly label: string;
  readonly tiles: readonly { readonly value: V; readonly count: number; readonly text: string; readonly tone?: 'plain' | 'you' | 'bad' }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** The desk's filters: how many of each, one tap to see only those. A tile keeps its colour only while it counts something. */
export function FilterTiles<V extends string>({ label, tiles, value, onChange }: FilterTilesProps<V>): ReactNode {
  const pick = (index: number) => { const tile = tiles[index]; if (tile !== undefined) onChange(tile.value); };
  return (
    <View className="c-tiles" {...aria({ role: 'tablist', label })}>
      {tiles.map(({ value: own, count, text, tone = 'plain' }) => {
        const chosen = own === value;
        return (
          <Tap
            key={own}
            className={cx('c-tiles__tile', chosen && 'c-tiles__tile--chosen')}
            onTap={() => onChange(own)}
            label={`${text} ${count} 件`}
            said={{ role: 'tab', selected: chosen }}
            tabIndex={chosen ? 0 : -1}
            onKey={movesFocus('tab', pick)}
          >
            <View className={cx('c-tiles__count', count > 0 && `c-tiles__count--${tone}`)}>{count}</View>
            <View className="c-tiles__text">{text}</View>
          </Tap>
        );
      })}
    </View>
  );
}
