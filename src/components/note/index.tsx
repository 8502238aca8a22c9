import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface NoteProps {
  /** go: good to know · you: your move · bad: went wrong · ok: went well · plain: how it works. */
  readonly tone?: 'go' | 'you' | 'bad' | 'ok' | 'plain';
  readonly icon?: IconName;
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` is read out at once, `status` when there is a pause; a note that was there from the start needs neither. */
  readonly said?: 'alert' | 'status';
  readonly id?: string;
}

const USUAL_ICON: Readonly<Record<NonNullable<NoteProps['tone']>, IconName>> = { go: 'info', you: 'clock', bad: 'alert', ok: 'ok', plain: 'info' };

/** A tinted paragraph with its icon. */
export function Note({ tone = 'go', icon = USUAL_ICON[tone], title, children, said, id }: NoteProps): ReactNode {
  return (
    <View className={cx('c-note', `c-note--${tone}`)} {...(id === undefined ? {} : { id })} {...aria(said === undefined ? {} : { role: said, live: said === 'alert' ? 'assertive' : 'polite' })}>
      <Icon name={icon} className="c-note__icon" />
      <View className="l-grow">
        {title === undefined ? null : <View className="t-strong">{title}</View>}
        {children}
      </View>
    </View>
  );
}
