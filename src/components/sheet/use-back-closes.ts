import { useEffect, useRef } from 'react';
import { guardBack } from './back-guard';

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
    const isOnTop = () => stateNow()[MARK] === mark;
    window.history.pushState({ ...stateNow(), [MARK]: mark }, '');

    guardBack(() => {
      if (isOnTop()) return false;
      closeNow.current();
      return true;
    });
    return () => {
      if (!isOnTop()) {
        guardBack(undefined);
        return;
      }
      guardBack(() => {
        guardBack(undefined);
        return true;
      });
      window.history.back();
    };
  }, []);
}

function stateNow(): Readonly<Record<string, unknown>> {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
