import { useEffect } from 'react';

/**
 * Fetches the pages of reporting before anybody opens them, so that a report can be written and kept where there is no
 * network. In a browser each page is a file of its own; WeChat fetches the package by `preloadRule` in app.config.ts.
 */
export function useReportAtHand(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') {
      void Promise.all([
        import('@/packages/report/what/index'),
        import('@/packages/report/tell/index'),
        import('@/packages/report/similar/index'),
        import('@/packages/report/sent/index'),
      ]).catch(() => undefined); // A line too bad for it now: each is fetched when it is opened.
    }
  }, []);
}
