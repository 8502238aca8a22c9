import { useEffect, useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { Button } from '../button';
import '../card/index.scss';
import './index.scss';

/** After this, waiting is no longer the only thing to do. */
const SLOW_AFTER_MS = 8000;

interface SkeletonProps {
  readonly cards?: number;
  /** Offered after 8 seconds. */
  readonly onRetry?: () => void;
}

/** In place of cards that are on their way; shaped like them. */
export function Skeleton({ cards = 2, onRetry }: SkeletonProps): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View className="c-skeleton" {...aria({ role: 'status', busy: true, label: '正在打开' })}>
      {Array.from({ length: cards }, (_, card) => (
        <View key={card} className="c-card c-skeleton__card">
          <View className="c-skeleton__bone c-skeleton__bone--chip" />
          <View className="c-skeleton__bone c-skeleton__bone--title" />
          <View className="c-skeleton__bone c-skeleton__bone--line" />
          <View className="c-skeleton__bone c-skeleton__bone--rail" />
        </View>
      ))}
      <View className="t-hint t-center">正在打开，信号不好会慢一点</View>
      {slow && onRetry !== undefined ? <Button icon="refresh" text="再试一次" onTap={onRetry} /> : null}
    </View>
  );
}
