/**
 * Photos and voice notes of a draft, kept on the phone until the server has them. A temporary path dies with the app
 * (WeChat) or with the page (a browser), and a draft must survive both.
 */
import Taro from '@tarojs/taro';

/** A name under which the phone keeps a file. */
export type KeptFile = string;

/** Keeps a temporary file. Fails when the phone is full; the person is told and nothing else is lost. */
export async function keepFile(temporaryPath: string, name: KeptFile): Promise<KeptFile> {
  if (process.env.TARO_ENV === 'h5') {
    const bytes = await (await fetch(temporaryPath)).blob();
    await inBrowserStore('readwrite', (files) => files.put(bytes, name));
    return name;
  }
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: temporaryPath,
      success: ({ savedFilePath }) => resolve(savedFilePath ?? temporaryPath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** A path that can be shown and uploaded now; undefined if the phone no longer has the file. */
export async function openKept(file: KeptFile): Promise<string | undefined> {
  if (process.env.TARO_ENV !== 'h5') return file;
  const bytes = await inBrowserStore<Blob | undefined>('readonly', (files) => files.get(file));
  return bytes === undefined ? undefined : URL.createObjectURL(bytes);
}

/** How many bytes a kept file has. */
export async function sizeOfKept(path: string): Promise<number> {
  if (process.env.TARO_ENV === 'h5') return (await (await fetch(path)).blob()).size;
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: (info) => resolve('size' in info ? info.size : 0),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** Lets go of a kept file; one that is gone already is no failure. */
export async function dropKept(file: KeptFile): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    await inBrowserStore('readwrite', (files) => files.delete(file));
    return;
  }
  await new Promise<void>((resolve) => {
    Taro.getFileSystemManager().removeSavedFile({ filePath: file, complete: () => resolve() });
  });
}

const DATABASE = 'cunlishi';
const FILES = 'files';

/** Runs one request on the browser's own store, which holds bytes where `localStorage` holds only text. */
function inBrowserStore<T>(mode: IDBTransactionMode, request: (files: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(FILES);
    opening.onerror = () => reject(opening.error ?? new Error('no store'));
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = request(database.transaction(FILES, mode).objectStore(FILES));
      asked.onerror = () => reject(asked.error ?? new Error('no file'));
      asked.onsuccess = () => resolve(asked.result as T);
      asked.transaction?.addEventListener('complete', () => database.close());
    };
  });
}
