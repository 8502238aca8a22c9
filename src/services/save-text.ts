/** Hands a text file to the person: a download in a browser, the clipboard in WeChat, which has no downloads. */
import Taro from '@tarojs/taro';

/** Answers what to say about it. */
export async function saveText(name: string, text: string): Promise<string> {
  if (process.env.TARO_ENV !== 'h5') {
    try {
      await Taro.setClipboardData({ data: text });
    } catch {
      // The clipboard was not agreed to (WX-02), or there is none.
      return '没复制上，可以在电脑上存';
    }
    return '复制好了，粘到电脑上的表格里';
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return `存成了 ${name}`;
}
