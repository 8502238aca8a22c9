import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon } from '../icon';
import './index.scss';

interface AvatarProps {
  /** The surname is drawn; undefined is a vacant post. */
  readonly name: string | undefined;
  readonly large?: boolean;
}

/** A person's surname in a square. We keep no portraits. */
export function Avatar({ name, large = false }: AvatarProps): ReactNode {
  return (
    <View className={cx('c-avatar', large && 'c-avatar--large', name === undefined && 'c-avatar--vacant')} {...aria({ hidden: true })}>
      {name === undefined ? <Icon name="me" /> : name.slice(0, 1)}
    </View>
  );
}
