/** The phone's files in memory: temporary ones, and those the app keeps. */
import { WxFailure } from './answer';

export interface FileStore {
  /** Puts bytes under a fresh temporary path with this ending. */
  temporary(bytes: Uint8Array, ending: string): string;
  read(path: string): Uint8Array;
  write(path: string, bytes: Uint8Array): void;
  has(path: string): boolean;
  remove(path: string): void;
  paths(): readonly string[];
}

export const USER_FOLDER = 'http://usr';

export function openFileStore(): FileStore {
  const files = new Map<string, Uint8Array>();
  let made = 0;
  return {
    temporary(bytes, ending) {
      made += 1;
      const path = `http://tmp/${made}${ending}`;
      files.set(path, bytes);
      return path;
    },
    read(path) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new WxFailure(`no such file or directory, open '${path}'`, 1300002);
      return bytes;
    },
    write: (path, bytes) => { files.set(path, bytes); },
    has: (path) => files.has(path),
    remove(path) {
      if (!files.delete(path)) throw new WxFailure(`no such file or directory, unlink '${path}'`, 1300002);
    },
    paths: () => [...files.keys()],
  };
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export function base64OfBytes(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
