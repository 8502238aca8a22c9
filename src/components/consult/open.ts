import Taro from '@tarojs/taro';

/** Opens the page on which one matter is followed; at a desk the one on which it is handled. */
export function openTopic(consultationId: string, desk = false): void {
  const page = desk ? 'handle' : 'topic';
  void Taro.navigateTo({ url: `/packages/consult/${page}/index?id=${encodeURIComponent(consultationId)}` });
}
