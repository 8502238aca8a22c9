/** wx storage: values cross as JSON, within WeChat's limits of 1 MB a key and 10 MB in all. */
import type { Phone } from '../phone';
import { asynchronous, text, WxFailure } from './answer';

const MOST_BYTES_A_KEY = 1024 * 1024;
const MOST_KB = 10 * 1024;

export function storageApis(phone: Phone): object {
  const kept = new Map<string, string>();

  function set(key: string, value: unknown): void {
    const json = JSON.stringify(value) ?? 'null';
    if (json.length > MOST_BYTES_A_KEY) throw new WxFailure('entry size limit reached');
    if (kiloBytes() + json.length / 1024 > MOST_KB) throw new WxFailure('exceed storage max size 10Mb');
    kept.set(key, json);
  }
  function get(key: string): unknown {
    const json = kept.get(key);
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  }
  function kiloBytes(): number {
    return Math.ceil([...kept].reduce((sum, [key, json]) => sum + key.length + json.length, 0) / 1024);
  }
  const info = () => ({ keys: [...kept.keys()], currentSize: kiloBytes(), limitSize: MOST_KB });

  return {
    setStorageSync: set,
    getStorageSync: (key: string) => get(key) ?? '',
    removeStorageSync: (key: string) => { kept.delete(key); },
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: info,
    setStorage: asynchronous(phone, 'setStorage', (options) => set(text(options, 'key'), options['data'])),
    getStorage: asynchronous(phone, 'getStorage', (options) => {
      const key = text(options, 'key');
      if (!kept.has(key)) throw new WxFailure('data not found');
      return { data: get(key) };
    }),
    removeStorage: asynchronous(phone, 'removeStorage', (options) => { kept.delete(text(options, 'key')); }),
    clearStorage: asynchronous(phone, 'clearStorage', () => kept.clear()),
    getStorageInfo: asynchronous(phone, 'getStorageInfo', info),
  };
}
