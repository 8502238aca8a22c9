/** What a browser calls itself, in words people know. Nothing of what it sends is repeated: a stranger writes it. */

/** In this order: most browsers also claim to be the ones further down. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/MicroMessenger\//, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/360(SE|EE)|QIHU/i, '360 浏览器'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/SE 2\.X|Sogou/i, '搜狗浏览器'],
  [/UOS|UBrowser/, '统信浏览器'],
  [/Firefox\//, '火狐'],
  [/(Headless)?Chrome\/|Chromium\//, '谷歌浏览器'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/Windows/, 'Windows 电脑'],
  [/Android|HarmonyOS/, '手机或平板'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Macintosh/, '苹果电脑'],
  [/Linux|X11/, '国产系统或 Linux 电脑'],
];

/** `Edge，Windows 电脑`. */
export function browserWords(userAgent: string): string {
  const name = BROWSERS.find(([mark]) => mark.test(userAgent))?.[1] ?? '认不出的浏览器';
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1] ?? '认不出的设备';
  return `${name}，${system}`;
}
