import Taro from '@tarojs/taro';

/** Goes on to the report itself, for this person. */
export function reportFor(personId: string, name: string): void {
  void Taro.navigateTo({ url: `/packages/report/what/index?person=${encodeURIComponent(personId)}&name=${encodeURIComponent(name)}` });
}
