import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button, type ButtonProps } from '../button';
import { Note } from '../note';
import './index.scss';

interface BarProps {
  /** The one main button of the screen; `fill` unless said otherwise. Give `reason` while it cannot be used, `busy` while it works. */
  readonly main: ButtonProps;
  /** A lesser act at its left: 先存着. */
  readonly second?: ButtonProps;
  /** One line under it: who gets it, by when, or that it cannot be undone. */
  readonly hint?: string | undefined;
  /** What the last tap was refused with: beside the button, since the top of a long page is out of sight by then. */
  readonly error?: string | undefined;
}

/** The bottom of a page: goes into `Page`'s or `Sheet`'s `bar`. */
export function Bar({ main, second, hint, error }: BarProps): ReactNode {
  return (
    <View className="c-bar">
      {error === undefined ? null : <Note tone="bad" icon="alert" said="alert">{error}</Note>}
      {second === undefined
        ? <Button kind="fill" wide {...main} />
        : (
            <View className="l-pair">
              <View className="l-pair__one"><Button wide {...second} /></View>
              <View className="l-pair__two"><Button kind="fill" wide {...main} /></View>
            </View>
          )}
      {hint === undefined ? null : <View className="c-bar__hint">{hint}</View>}
    </View>
  );
}
