import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { goBack } from '../go-back';
import { Icon } from '../icon';
import { Tap } from '../tap';

interface NavBarProps {
  readonly title: string;
  readonly back: boolean;
}

/** H5 only: WeChat draws its own. Who came in by a link has nothing behind them and goes home. */
export function NavBar({ title, back }: NavBarProps): ReactNode {
  return (
    <View className="c-nav">
      {back ? <Tap className="c-nav__back" onTap={() => goBack()} label="返回"><Icon name="left" /></Tap> : null}
      <View className="c-nav__title" {...aria({ role: 'heading', level: 1 })}>{title}</View>
    </View>
  );
}
