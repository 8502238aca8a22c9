import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Card } from '@/components/card';
import { cx } from '@/components/class-names';
import type { Overview } from './view';

type Cell = Overview['grids'][number]['cells'][number];

const WORDS: Readonly<Record<Cell['state'], string>> = { FILLED: '有人', STAND_IN: '有人代管', VACANT: '缺网格长' };

/** Which level-2 grids have a head; the figure is how many level-3 grids lie in one. State is said by word, border and colour. */
export function GridPosts({ grids }: { readonly grids: Overview['grids'] }): ReactNode {
  const lacking = grids.filter(({ cells }) => cells.some(({ state }) => state !== 'FILLED'));
  const cells = grids.flatMap((village) => village.cells);
  const filled = cells.filter(({ state }) => state !== 'VACANT').length;
  return (
    <Card>
      <View className="l-between l-wrap">
        <View className="t-title">网格有没有人管</View>
        <View className="p-grid-posts__legend t-hint">
          <View className="l-line"><View className="p-grid-posts__cell">2</View>二级网格（数字是下设三级网格）</View>
          <View className="l-line"><View className="p-grid-posts__cell p-grid-posts__cell--stand-in">2代</View>有人代管</View>
          <View className="l-line"><View className="p-grid-posts__cell p-grid-posts__cell--vacant">缺</View>缺网格长</View>
        </View>
      </View>
      <View className="p-grid-posts__villages">
        {lacking.map(({ village, name, cells: own }) => (
          <View key={village} className="p-grid-posts__village">
            <View className="p-grid-posts__name">{name}</View>
            <View className="p-grid-posts__cells">{own.map((cell, at) => <GridCell key={at} cell={cell} />)}</View>
          </View>
        ))}
      </View>
      <View className="t-hint">
        {lacking.length < grids.length ? `${lacking.length === 0 ? '' : '另 '}${grids.length - lacking.length} 个村全部有人管。` : ''}
        {`二级网格 ${filled} / ${cells.length} 有人。`}
      </View>
    </Card>
  );
}

function GridCell({ cell }: { readonly cell: Cell }): ReactNode {
  const text = cell.state === 'VACANT' ? '缺' : cell.state === 'STAND_IN' ? `${cell.level3}代` : String(cell.level3);
  return (
    <View
      className={cx('p-grid-posts__cell', cell.state === 'STAND_IN' && 'p-grid-posts__cell--stand-in', cell.state === 'VACANT' && 'p-grid-posts__cell--vacant')}
      {...aria({ role: 'img', label: `${cell.name}，${WORDS[cell.state]}，下设 ${cell.level3} 个三级网格` })}
    >
      {text}
    </View>
  );
}
