import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { TextButton } from '../button';
import { cx } from '../class-names';
import { Tap } from '../tap';
import './index.scss';

interface CardProps {
  readonly children: ReactNode;
  /** No padding: for rows that run to the edge. */
  readonly flush?: boolean;
  /** The whole card is one thing to tap; give it a label. */
  readonly onTap?: () => void;
  readonly label?: string;
  readonly className?: string;
}

/** A flat sheet on the paper ground. */
export function Card({ children, flush = false, onTap, label, className }: CardProps): ReactNode {
  const classes = cx('c-card', flush && 'c-card--flush', className);
  if (onTap === undefined) return <View className={classes}>{children}</View>;
  return <Tap className={classes} onTap={onTap} {...(label === undefined ? {} : { label })}>{children}</Tap>;
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Behind the title: 2 件. `you` when it waits for the reader. */
  readonly count?: string | number;
  readonly countTone?: 'plain' | 'you' | 'bad';
  readonly more?: { readonly text: string; readonly onTap: () => void };
  /** At the right of the title, where there is nothing to tap: 一户一票，选一个. */
  readonly aside?: string;
}

/** A titled block; the title is a heading for the screen reader. */
export function Section({ title, children, count, countTone = 'plain', more, aside }: SectionProps): ReactNode {
  return (
    <View className="c-section">
      <View className="c-section__head">
        <View className="c-section__title" {...aria({ role: 'heading', level: 2, label: count === undefined ? title : `${title} ${count}` })}>
          {title}
          {count === undefined ? null : <View className={cx('c-section__count', `c-section__count--${countTone}`)}>{count}</View>}
        </View>
        {more === undefined ? null : <View className="c-section__more"><TextButton text={more.text} onTap={more.onTap} arrow /></View>}
        {aside === undefined ? null : <View className="t-hint">{aside}</View>}
      </View>
      {children}
    </View>
  );
}
