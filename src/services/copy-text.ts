import Taro from '@tarojs/taro';

/** Puts words on the clipboard; answers what to say about it. */
export async function copyText(text: string): Promise<string> {
  try {
    await Taro.setClipboardData({ data: text });
  } catch {
    // It was not agreed to (WX-02), or the browser has no clipboard: the words stand on the screen.
    return '没复制上，请照着屏幕上的抄';
  }
  return '复制好了，粘到平台上就行';
}
