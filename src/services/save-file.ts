/** Hands a workbook to the person: a download in a browser; opened in WeChat, which has no downloads but sends it on from there. */
import Taro from '@tarojs/taro';

export interface SmallFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Answers what to say about it. */
export async function saveFile({ name, type, base64 }: SmallFile): Promise<string> {
  if (process.env.TARO_ENV !== 'h5') return openInWechat(name, base64);
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return `存成了 ${name}`;
}

async function openInWechat(name: string, base64: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
  } catch {
    // Nothing on this phone opens it, or there is no room for it.
    return '这部手机打不开表格，请在电脑上存';
  }
  return '右上角可以发给别人';
}
