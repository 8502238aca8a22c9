import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { Button, type ButtonProps } from '../button';
import { Icon, type IconName } from '../icon';
import './index.scss';

type BlankKind = 'empty' | 'error' | 'offline';

export interface BlankProps {
  readonly kind: BlankKind;
  /** What it is: 您还没有报过事. */
  readonly title: string;
  /** Why, or what to do: 路坏了、沟堵了、邻里有矛盾，都能报. */
  readonly line: string;
  readonly icon?: IconName;
  /** One next step. */
  readonly action?: ButtonProps;
  readonly second?: ButtonProps;
  /** A number to quote on the phone. */
  readonly number?: string | undefined;
}

const USUAL_ICON: Readonly<Record<BlankKind, IconName>> = { empty: 'inbox', error: 'alert', offline: 'offline' };

/** In place of content: nothing yet, not opened, or no network. */
export function Blank({ kind, title, line, icon = USUAL_ICON[kind], action, second, number }: BlankProps): ReactNode {
  return (
    <View className="c-blank" {...aria(kind === 'empty' ? {} : { role: kind === 'error' ? 'alert' : 'status' })}>
      <Icon name={icon} size="xl" className="c-blank__icon" />
      <View className="t-title">{title}</View>
      <View className="t-hint">{line}</View>
      {action === undefined ? null : (
        <View className="c-blank__acts">
          <Button kind="fill" wide {...action} />
          {second === undefined ? null : <Button wide {...second} />}
        </View>
      )}
      {number === undefined ? null : <View className="t-small t-num">{`打电话时报这个号：${number}`}</View>}
    </View>
  );
}
