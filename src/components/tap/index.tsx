import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { ITouchEvent } from '@tarojs/components';
import { aria, type Said } from '../aria';
import { cx } from '../class-names';
import './index.scss';

interface TapProps {
  readonly onTap: () => void;
  readonly children?: ReactNode;
  readonly className?: string;
  readonly id?: string;
  /** What the screen reader says, where the words on it are not enough: 打电话给陈守田. */
  readonly label?: string;
  readonly disabled?: boolean;
  /** Role (a button unless said otherwise) and states. */
  readonly said?: Said;
  /** -1 takes it out of the Tab order; a radio group does so with all but one. */
  readonly tabIndex?: 0 | -1;
  readonly onKey?: (key: string, event: KeyboardEvent) => void;
}

/**
 * Anything that can be tapped: pressed look, keyboard on H5 (Enter and Space), role and name for the screen reader.
 * Taps do not bubble, so a button may stand inside a row that is itself tapped.
 */
export function Tap({ onTap, children, className, id, label, disabled = false, said, tabIndex = 0, onKey }: TapProps): ReactNode {
  function tapped(event: ITouchEvent): void {
    event.stopPropagation();
    if (!disabled) onTap();
  }
  const keyboard = process.env.TARO_ENV === 'h5'
    ? {
        tabIndex,
        onKeyDown(event: KeyboardEvent): void {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            event.stopPropagation();
            if (!disabled) onTap();
          } else {
            onKey?.(event.key, event);
          }
        },
      }
    : {};
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={cx('c-tap', disabled && 'c-tap--off', className)}
      hoverClass={disabled ? 'none' : 'c-tap--down'}
      hoverStayTime={120}
      onClick={tapped}
      {...aria({ role: 'button', disabled, ...said, ...(label === undefined ? {} : { label }) })}
      {...keyboard}
    >
      {children}
    </View>
  );
}
