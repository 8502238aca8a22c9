/** The demo's acting person. In WeChat and outside demo mode there is none, and the header means nothing to the server. */
import Taro from '@tarojs/taro';

const KEY = 'demo:person';

/** Who acts, in the demo; undefined for nobody chosen. */
export function demoPerson(): string | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined;
  const person: unknown = Taro.getStorageSync(KEY);
  return typeof person === 'string' && person !== '' ? person : undefined;
}

/** Lets another person act. */
export function setDemoPerson(person: string): void {
  Taro.setStorageSync(KEY, person);
}

/** The header that names the acting person to a local server in demo mode. */
export function personaHeader(): Readonly<Record<string, string>> {
  const person = demoPerson();
  return person === undefined ? {} : { 'x-demo-person': person };
}
