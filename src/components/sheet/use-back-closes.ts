import { useEffect, useRef } from 'react';

/** Names our entry in the browser's history. */
const MARK = 'sheet';

/**
 * H5: the browser's back closes the dialog and leaves the page where it is. An entry is put into the history when the
 * dialog opens; back takes it out. In WeChat an empty page-container does the same.
 *
 * Closed in another way, the entry is taken out only while it is still on top: an act that went on to another page has
 * put that page above it.
 */
export function useBackCloses(close: () => void): void {
  const closeNow = useRef(close);
  closeNow.current = close;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const mark = `${MARK}-${Date.now()}`;
    const onTop = () => (window.history.state as Record<string, unknown> | null)?.[MARK] === mark;
    const enter = () => window.history.pushState({ ...(window.history.state as object | null), [MARK]: mark }, '');
    enter();

    function onPop(event: PopStateEvent): void {
      if (onTop()) return;
      // Ours alone: the router would take it for a change of page.
      event.stopImmediatePropagation();
      closeNow.current();
    }
    window.addEventListener('popstate', onPop, true);
    return () => {
      window.removeEventListener('popstate', onPop, true);
      if (!onTop()) return;
      const swallow = (event: PopStateEvent) => event.stopImmediatePropagation();
      window.addEventListener('popstate', swallow, { capture: true, once: true });
      window.history.back();
    };
  }, []);
}
