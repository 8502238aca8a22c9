/** wx.getFileSystemManager: the calls over files, each with its Sync twin where WeChat has one. */
import type { Phone } from '../phone';
import { asynchronous, text, WxFailure, type Options } from './answer';
import { base64OfBytes, bytesOfBase64, USER_FOLDER, type FileStore } from './file-store';
import { utf8Bytes, utf8Text } from './utf8';

export function fileApis(phone: Phone, files: FileStore): object {
  function read(path: string, encoding?: unknown): ArrayBuffer | string {
    const bytes = files.read(path);
    if (encoding === undefined) return bytes.slice().buffer;
    if (encoding === 'base64') return base64OfBytes(bytes);
    if (encoding === 'utf8' || encoding === 'utf-8') return utf8Text(bytes);
    throw new WxFailure('invalid encoding: the host reads utf8 and base64');
  }
  function write(path: string, data: unknown, encoding: unknown = 'utf8'): void {
    if (!path.startsWith(USER_FOLDER)) throw new WxFailure(`permission denied, open '${path}'`, 1300013);
    if (typeof data !== 'string') return files.write(path, new Uint8Array(data as ArrayBuffer).slice());
    files.write(path, encoding === 'base64' ? bytesOfBase64(data) : utf8Bytes(data));
  }
  function save(from: string, to?: unknown): string {
    const kept = typeof to === 'string' ? to : `http://store/${from.split('/').pop() ?? 'file'}`;
    files.write(kept, files.read(from));
    // A temporary file that is saved is moved, not copied.
    if (from.startsWith('http://tmp/')) files.remove(from);
    return kept;
  }
  function mustHave(path: string): void {
    files.read(path);
  }
  const sized = (path: string) => ({ size: files.read(path).length });

  const call = (name: string, act: (options: Options) => object | void) => asynchronous(phone, name, act);
  const manager = {
    readFile: call('readFile', (options) => ({ data: read(text(options, 'filePath'), options['encoding']) })),
    readFileSync: read,
    writeFile: call('writeFile', (options) => write(text(options, 'filePath'), options['data'], options['encoding'])),
    writeFileSync: write,
    saveFile: call('saveFile', (options) => ({ savedFilePath: save(text(options, 'tempFilePath'), options['filePath']) })),
    saveFileSync: save,
    copyFile: call('copyFile', (options) => files.write(text(options, 'destPath'), files.read(text(options, 'srcPath')))),
    copyFileSync: (from: string, to: string) => files.write(to, files.read(from)),
    unlink: call('unlink', (options) => files.remove(text(options, 'filePath'))),
    unlinkSync: (path: string) => files.remove(path),
    removeSavedFile: call('removeSavedFile', (options) => files.remove(text(options, 'filePath'))),
    access: call('access', (options) => mustHave(text(options, 'path'))),
    accessSync: mustHave,
    getFileInfo: call('getFileInfo', (options) => sized(text(options, 'filePath'))),
    getSavedFileList: call('getSavedFileList', () => ({ fileList: files.paths().filter((path) => path.startsWith('http://store/')).map((filePath) => ({ filePath, ...sized(filePath) })) })),
  };
  return { getFileSystemManager: () => manager, env: { USER_DATA_PATH: USER_FOLDER } };
}
