import Taro from '@tarojs/taro';
import { HOME } from './tab-bar/tabs';

/** Back to where one came from. Who came in by a link, or opened the app again on this page, has nothing behind them and goes on to `otherwise`. */
export function goBack(otherwise: string = HOME): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: otherwise });
}
