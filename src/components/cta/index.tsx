import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';
import './index.scss';

interface CtaProps {
  readonly title: string;
  readonly line?: string;
  readonly icon: IconName;
  readonly onTap: () => void;
}

/** The one large act of the home page: 我要报事. */
export function Cta({ title, line, icon, onTap }: CtaProps): ReactNode {
  return (
    <Tap className="c-cta" onTap={onTap} label={[title, line].filter(Boolean).join('，')}>
      <View className="l-grow">
        <View className="t-question">{title}</View>
        {line === undefined ? null : <View className="c-cta__line">{line}</View>}
      </View>
      <View className="c-cta__round"><Icon name={icon} size="lg" /></View>
    </Tap>
  );
}
