import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Icon } from '../icon';
import { Tap } from '../tap';
import './index.scss';

/** National emergency numbers; the same everywhere in the country, so they are not a county's setting. */
const LINES = [
  { number: '119', word: '火警', label: '拨打火警电话 119' },
  { number: '120', word: '急救', label: '拨打急救电话 120' },
  { number: '110', word: '报警', label: '拨打报警电话 110' },
] as const;

/** Before the form: what cannot wait for a form. */
export function SosStrip(): ReactNode {
  return (
    <View className="c-sos">
      <View className="c-sos__title"><Icon name="alert" className="c-sos__icon" /><View className="l-grow t-strong">着火、伤人、打架，先打电话</View></View>
      <View className="c-sos__lines">
        {LINES.map(({ number, word, label }) => (
          <Tap key={number} className="c-sos__line" onTap={() => void call(number)} label={label}>
            <View className="t-num">{number}</View>
            <View>{word}</View>
          </Tap>
        ))}
      </View>
    </View>
  );
}

async function call(number: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: number });
  } catch {
    // Closing the dialer without calling is reported as a failure; the number stays on the screen either way.
  }
}
