import Taro from '@tarojs/taro';

/** A short word that something was done; it goes by itself, so nothing that must be read stands in it. */
export function toast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2500 });
}
