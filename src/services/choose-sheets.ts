/** Lets a clerk pick spreadsheets: the browser's file chooser, or in WeChat a file from a chat. */
import Taro from '@tarojs/taro';
import { chooseInBrowser, type ChosenFile } from './choose-in-browser';

export type Sheet = ChosenFile;

const ENDINGS = ['csv', 'xlsx'];

/** As many as were chosen; none when the chooser was closed. */
export async function chooseSheets(most: number): Promise<readonly Sheet[]> {
  if (process.env.TARO_ENV === 'h5') return chooseInBrowser(most, ENDINGS.map((ending) => `.${ending}`).join(','), '选表格');
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: ENDINGS });
    return tempFiles.map(({ name, path }) => ({ name, path }));
  } catch {
    // Closing the chooser is reported as a failure; nothing was chosen either way.
    return [];
  }
}
