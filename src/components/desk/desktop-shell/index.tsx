import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useOnline } from '@/hooks/use-online';
import { useWide } from '@/hooks/use-wide';
import { aria } from '../../aria';
import { Avatar } from '../../avatar';
import { cx } from '../../class-names';
import { Icon, type IconName } from '../../icon';
import { OfflineStrip, WAITS_HERE } from '../../offline-strip';
import { Page } from '../../page';
import { Tap } from '../../tap';
import './index.scss';

interface MenuItem {
  readonly key: string;
  readonly text: string;
  readonly icon: IconName;
  /** How many wait for the reader there. */
  readonly count?: number;
}

interface DesktopShellProps {
  readonly title: string;
  /** Under the title: the span and the area counted. */
  readonly line?: string;
  readonly children: ReactNode;
  /** The county's name for the system, and whose desk it is. */
  readonly brand: string;
  readonly place: string;
  readonly menu: readonly MenuItem[];
  /** Key of the open one. */
  readonly at: string;
  readonly onGo: (key: string) => void;
  readonly who?: { readonly name: string; readonly post: string };
  /** 退出, at a computer that a phone signed in. */
  readonly onLeave?: () => void;
  /** At the right of the title: small buttons. */
  readonly actions?: ReactNode;
  /** Below 1024 px, the phone desk's bottom. */
  readonly bar?: ReactNode;
  readonly staleAt?: number | undefined;
}

/** A desk page: side menu from 1024 px, the phone's desk below that. Desk pages have one size; 长辈版 does not widen them. */
export function DesktopShell({ title, line, children, brand, place, menu, at, onGo, who, onLeave, actions, bar, staleAt }: DesktopShellProps): ReactNode {
  const wide = useWide();
  const online = useOnline();
  if (!wide) {
    return (
      <Page title={title} bar={bar} staleAt={staleAt} meanwhile={WAITS_HERE}>
        {line === undefined ? null : <View className="t-hint">{line}</View>}
        {actions === undefined ? null : <View className="l-line l-wrap">{actions}</View>}
        {children}
      </Page>
    );
  }
  return (
    <View className="c-desk">
      <View className="c-desk__side">
        <View className="c-desk__brand"><Icon name="grid" /><View><View className="t-label">{brand}</View><View className="c-desk__small">{place}</View></View></View>
        <View className="c-desk__menu" {...aria({ role: 'navigation', label: '主菜单' })}>
          {menu.map(({ key, text, icon, count = 0 }) => (
            <Tap
              key={key}
              className={cx('c-desk__item', key === at && 'c-desk__item--here')}
              onTap={() => onGo(key)}
              label={count > 0 ? `${text}，${count} 件等着` : text}
              said={{ role: 'link', ...(key === at ? { current: 'page' as const } : {}) }}
            >
              <Icon name={icon} />
              <View className="l-grow">{text}</View>
              {count > 0 ? <View className="c-desk__count">{count}</View> : null}
            </Tap>
          ))}
        </View>
        {who === undefined ? null : <View className="c-desk__who"><Avatar name={who.name} /><View className="l-grow"><View className="t-label">{who.name}</View><View className="c-desk__small">{who.post}</View></View></View>}
        {onLeave === undefined ? null : <Tap className="c-desk__item" onTap={onLeave} label="退出"><Icon name="lock" /><View className="l-grow">退出</View></Tap>}
      </View>
      <View className="c-desk__body">
        <View className="c-desk__top">
          <View>
            <View className="t-question" {...aria({ role: 'heading', level: 1 })}>{title}</View>
            {line === undefined ? null : <View className="c-desk__small">{line}</View>}
          </View>
          <View className="l-line">{actions}</View>
        </View>
        {online ? null : <OfflineStrip staleAt={staleAt} meanwhile={WAITS_HERE} />}
        {children}
      </View>
    </View>
  );
}
