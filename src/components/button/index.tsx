import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { cx } from '../class-names';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';
import './index.scss';

export interface ButtonProps {
  readonly text: string;
  readonly onTap: () => void;
  /** `fill` once a screen; `line` for a call; `quiet` for the rest; `soft` inside a card; `danger` for what cannot be undone. */
  readonly kind?: 'fill' | 'line' | 'quiet' | 'soft' | 'danger';
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly small?: boolean;
  /** Locks the button and stands in its place: 选一个，就能投. A disabled button always says why. */
  readonly reason?: string | undefined;
  /** Locks the button and stands in its place while it works: 正在报上去…. */
  readonly busy?: string | undefined;
  readonly label?: string;
  readonly className?: string;
}

/** One act. Its words say what will happen. */
export function Button({ text, onTap, kind = 'quiet', icon, wide = false, small = false, reason, busy, label, className }: ButtonProps): ReactNode {
  const words = busy ?? reason ?? text;
  const locked = words !== text || busy !== undefined;
  return (
    <Tap
      className={cx('c-button', `c-button--${kind}`, wide && 'c-button--wide', small && 'c-button--small', locked && 'c-button--locked', className)}
      onTap={onTap}
      disabled={locked}
      said={{ busy: busy !== undefined, label: locked ? words : label ?? text }}
    >
      {icon !== undefined && !locked ? <Icon name={icon} /> : null}
      <View className="c-button__text">{words}</View>
    </Tap>
  );
}

interface TextButtonProps {
  readonly text: string;
  readonly onTap: () => void;
  readonly icon?: IconName;
  /** A link has a verb or an arrow. */
  readonly arrow?: boolean;
  readonly label?: string;
}

/** A small act in the line of the text: 删掉, 改, 全部 4 件. */
export function TextButton({ text, onTap, icon, arrow = false, label }: TextButtonProps): ReactNode {
  return (
    <Tap className="c-text-button" onTap={onTap} label={label ?? text}>
      {icon === undefined ? null : <Icon name={icon} size="sm" />}
      <View>{text}</View>
      {arrow ? <Icon name="right" size="xs" /> : null}
    </Tap>
  );
}

/** The round-ended switch beside a name: 长辈版. */
export function Pill({ text, onTap, icon, label }: Omit<TextButtonProps, 'arrow'>): ReactNode {
  return (
    <Tap className="c-pill" onTap={onTap} label={label ?? text}>
      {icon === undefined ? null : <Icon name={icon} />}
      <View>{text}</View>
    </Tap>
  );
}
