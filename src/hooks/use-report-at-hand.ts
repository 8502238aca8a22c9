import { useEffect } from 'react';

/** What Taro keeps of the app in a browser: each page with how its files are fetched. */
interface TaroApp {
  readonly routes?: readonly { readonly path?: string; readonly load?: () => readonly unknown[] }[];
}

const REPORT = /^\/?packages\/report\//;

/**
 * Fetches the pages of reporting before anybody opens them, so that a report can be written and kept where there is no
 * network. In a browser each page is files of its own; WeChat fetches the package by `preloadRule` in app.config.ts.
 *
 * Taro's own loaders are asked, because an `import()` of the same page is cut into other files than the router fetches.
 */
export function useReportAtHand(): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    const { __taroAppConfig: app } = window as Window & { readonly __taroAppConfig?: TaroApp };
    for (const { path = '', load } of app?.routes ?? []) {
      // A line too bad for it now: the page is fetched when it is opened.
      if (REPORT.test(path)) Promise.all(load?.() ?? []).catch(() => undefined);
    }
  }, []);
}
