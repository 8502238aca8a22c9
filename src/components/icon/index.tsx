import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import type { IconName } from './names';

export type { IconName } from './names';

interface IconProps {
  readonly name: IconName;
  /** `tick` is the heavy check inside a dot; `xl` is drawn thin, for empty and error pages. */
  readonly size?: 'tick' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';
  readonly className?: string;
}

/** A drawing in the colour of the text around it. Never alone: a word stands beside it, so it is not read aloud. */
export function Icon({ name, size = 'md', className }: IconProps): ReactNode {
  return <View className={cx('icon', `icon--${name}`, size !== 'md' && `icon--${size}`, className)} {...aria({ hidden: true })} />;
}
