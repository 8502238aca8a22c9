import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Avatar } from '../avatar';
import { TextButton } from '../button';
import { cx } from '../class-names';
import { Card } from '../card';
import { Chip } from '../chip';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';
import './index.scss';

interface PersonCardProps {
  /** Undefined is a vacant post; then say in `lines` who stands in. */
  readonly name?: string | undefined;
  /** 中心户长, 党员, 人大代表, 二级网格长. */
  readonly role: string;
  readonly roleIcon?: IconName;
  /** What to come to them for, and which homes are theirs. */
  readonly lines: readonly string[];
  readonly onCall?: () => void;
  /** For a vacant post, the person who is called instead: 打电话给张明礼. */
  readonly callLabel?: string;
  /** The same in the few characters there is room for: 打给张明礼. */
  readonly callWords?: string;
  readonly busy?: boolean;
  /** A page about the person, behind a line below the card's own words. */
  readonly more?: { readonly text: string; readonly onTap: () => void };
}

/** A liaison or a grid head, one tap from a call. The number is never shown. */
export function PersonCard({ name, role, roleIcon = 'head', lines, onCall, callLabel, callWords = '打电话', busy = false, more }: PersonCardProps): ReactNode {
  return (
    <Card>
      <View className="c-person">
        <Avatar name={name} />
        <View className="l-grow">
          <View className="c-person__name">
            <View className={cx('t-title', name === undefined && 'c-person__vacant')}>{name ?? '现在没人'}</View>
            <Chip tone="idle" icon={roleIcon} text={role} />
          </View>
          {lines.map((line, index) => <View key={line} className={cx('c-person__line', index > 0 && 'c-person__line--small')}>{line}</View>)}
        </View>
        {onCall === undefined ? null : (
          <Tap className="c-person__call" onTap={onCall} disabled={busy} said={{ busy }} label={callLabel ?? `打电话给${name ?? role}`}>
            <Icon name="phone" />
            <View>{busy ? '正在接' : callWords}</View>
          </Tap>
        )}
      </View>
      {more === undefined ? null : <View className="c-person__more"><TextButton text={more.text} onTap={more.onTap} arrow /></View>}
    </Card>
  );
}
