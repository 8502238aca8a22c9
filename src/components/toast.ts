import Taro from '@tarojs/taro';

const SHOWN_MS = 2_500;
let last = { text: '', until: 0 };

/** A short word that something was done; it goes by itself, so nothing that must be read stands in it. */
export function toast(text: string): void {
  last = { text, until: Date.now() + SHOWN_MS };
  show(text, SHOWN_MS);
}

function show(title: string, duration: number): void {
  void Taro.showToast({ title, icon: 'none', duration });
}

// H5: Taro takes a toast away with the page it was shown on, and what was done often leaves its page. WeChat lets it stand.
if (process.env.TARO_ENV === 'h5') {
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    const left = last.until - Date.now();
    if (left > 0) show(last.text, left);
  });
}
