import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon } from '../icon';
import { movesFocus } from '../roving';
import { Tap } from '../tap';
import { tabsNow, type Tab } from './tabs';
import './index.scss';

interface TabBarProps {
  /** The `url` of the page it stands on. */
  readonly at: string;
  readonly tabs?: readonly Tab[];
}

/** The main menu. Each tab opens afresh: nothing is left under it (docs/decisions/0004-phone-shell.md). */
export function TabBar({ at, tabs = tabsNow() }: TabBarProps): ReactNode {
  return (
    <View className="c-tabs" {...aria({ role: 'tablist', label: '主菜单' })}>
      {tabs.map((tab) => {
        const here = tab.url === at;
        return (
          <Tap
            key={tab.url}
            className={cx('c-tabs__tab', here && 'c-tabs__tab--here')}
            onTap={() => { if (!here) void Taro.reLaunch({ url: tab.url }); }}
            label={tab.text}
            said={{ role: 'tab', selected: here }}
            onKey={movesFocus('tab')}
          >
            <Icon name={tab.icon} />
            <View>{tab.text}</View>
          </Tap>
        );
      })}
    </View>
  );
}
