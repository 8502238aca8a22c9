import Taro from '@tarojs/taro';

/** What this phone kept under a key; undefined when it kept nothing. */
export function kept<T>(key: string): T | undefined {
  const value: unknown = Taro.getStorageSync(key);
  return value === '' || value === undefined || value === null ? undefined : (value as T);
}

/**
 * Keeps a value on this phone. A full phone must not stop what the person is doing, so a failed write answers false
 * and whoever must not lose the value (a draft) says so to them.
 */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Forgets every key that starts so; what one person saw must not meet the next one who binds this phone. */
export function forgetKeysFrom(prefix: string): void {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (key.startsWith(prefix)) Taro.removeStorageSync(key);
  }
}
