import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useElderOffer } from '@/hooks/use-mode';
import { Button } from '../button';
import { Card } from '../card';

/** Offers 长辈版 once to whoever has set large text on the phone; stands on the home page and is otherwise not there. */
export function ElderOffer(): ReactNode {
  const { offer, accept, decline } = useElderOffer();
  if (!offer) return null;
  return (
    <Card className="l-stack3">
      <View className="t-label">您手机的字调大了，要换成长辈版吗</View>
      <View className="t-hint">字更大，一屏只放要紧的。在“我的”里随时能换回来。</View>
      <View className="l-pair">
        <View className="l-pair__one"><Button text="先不用" onTap={decline} /></View>
        <View className="l-pair__one"><Button text="换成长辈版" kind="line" icon="textsize" onTap={accept} /></View>
      </View>
    </Card>
  );
}
