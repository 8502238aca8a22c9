/** Lets a clerk pick spreadsheets: the browser's file chooser, or in WeChat a file from a chat. */
import Taro from '@tarojs/taro';

export interface Sheet {
  readonly name: string;
  /** A path that can be uploaded. */
  readonly path: string;
}

const ENDINGS = ['csv', 'xlsx'];

/** As many as were chosen; none when the chooser was closed. */
export async function chooseSheets(most: number): Promise<readonly Sheet[]> {
  if (process.env.TARO_ENV === 'h5') return chosenInBrowser(most);
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: most, type: 'file', extension: ENDINGS });
    return tempFiles.map(({ name, path }) => ({ name, path }));
  } catch {
    // Closing the chooser is reported as a failure; nothing was chosen either way.
    return [];
  }
}

function chosenInBrowser(most: number): Promise<readonly Sheet[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = ENDINGS.map((ending) => `.${ending}`).join(',');
    input.setAttribute('aria-label', '选表格');
    input.style.display = 'none';
    document.body.append(input);
    const done = (files: readonly File[]) => {
      input.remove();
      resolve(files.slice(0, most).map((file) => ({ name: file.name, path: URL.createObjectURL(file) })));
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}
