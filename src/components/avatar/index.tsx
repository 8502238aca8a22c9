import { useState, type ReactNode } from 'react';
import { Image, View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon } from '../icon';
import './index.scss';

interface AvatarProps {
  /** The surname is drawn; undefined is a vacant post. */
  readonly name: string | undefined;
  readonly large?: boolean;
  /** A published picture: deputies alone have one (DEP-03). The surname shows until it is there, and where it does not come. */
  readonly photo?: string | undefined;
}

/** A person's surname in a square, under a picture where the law has one published. */
export function Avatar({ name, large = false, photo }: AvatarProps): ReactNode {
  // A link ends, and without a network it opens nothing; the next link is tried again.
  const [broken, setBroken] = useState<string>();
  return (
    <View className={cx('c-avatar', large && 'c-avatar--large', name === undefined && 'c-avatar--vacant')} {...aria({ hidden: true })}>
      {name === undefined ? <Icon name="me" /> : name.slice(0, 1)}
      {photo === undefined || photo === broken ? null : <Image className="c-avatar__photo" src={photo} mode="aspectFill" onError={() => setBroken(photo)} />}
    </View>
  );
}
