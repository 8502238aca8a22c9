import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { cx } from '../class-names';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';
import './index.scss';

interface RowProps {
  readonly title: string;
  readonly line?: string;
  /** `you` when the line says that it is the reader's move. */
  readonly lineTone?: 'plain' | 'you' | 'bad';
  readonly icon?: IconName;
  /** In the icon's place: a person's avatar. */
  readonly mark?: ReactNode;
  readonly tone?: 'go' | 'you' | 'plain' | 'bad';
  readonly strong?: boolean;
  /** At the right end: a word (改), a chip, a figure. */
  readonly end?: ReactNode;
  /** Tapping anywhere on the row. An arrow is drawn unless `end` is given. */
  readonly onTap?: () => void;
  readonly label?: string;
}

/** Mark, title, line, arrow. Rows stand in a `Card flush`; the whole row taps. */
export function Row({ title, line, lineTone = 'plain', icon, mark, tone = 'go', strong = false, end, onTap, label }: RowProps): ReactNode {
  const body = (
    <>
      {mark ?? (icon === undefined ? null : <Mark icon={icon} tone={tone} />)}
      <View className="l-grow">
        <View className={cx('c-row__title', strong && 't-strong')}>{title}</View>
        {line === undefined ? null : <View className={cx('c-row__line', `c-row__line--${lineTone}`)}>{line}</View>}
      </View>
      {end === undefined ? null : <View className={cx('c-row__end', onTap !== undefined && typeof end === 'string' && 'c-row__end--act')}>{end}</View>}
      {onTap !== undefined && end === undefined ? <Icon name="right" size="sm" className="c-row__arrow" /> : null}
    </>
  );
  const classes = cx('c-row', mark !== undefined ? 'c-row--marked' : icon !== undefined && 'c-row--inset');
  if (onTap === undefined) return <View className={classes}>{body}</View>;
  const words = [title, line, typeof end === 'string' ? end : undefined].filter(Boolean).join('，');
  return <Tap className={classes} onTap={onTap} label={label ?? words}>{body}</Tap>;
}

interface MarkProps {
  readonly icon: IconName;
  readonly tone?: 'go' | 'you' | 'plain' | 'bad';
}

/** The tinted square behind an icon. */
export function Mark({ icon, tone = 'go' }: MarkProps): ReactNode {
  return <View className={cx('c-mark', `c-mark--${tone}`)}><Icon name={icon} /></View>;
}
