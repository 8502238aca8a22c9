import { useEffect, useRef } from 'react';

/** Taro's elements draw themselves a moment later, and drop the focus when they do. */
const SETTLES_IN_FRAMES = 12;

const FOCUSABLE = '[tabindex="0"], input:not([disabled]), textarea:not([disabled])';

/** H5: the dialog takes the focus, keeps Tab inside, closes on Escape, and gives the focus back to who had it. */
export function useFocusHeld(id: string, close: () => void): void {
  const closeNow = useRef(close);
  closeNow.current = close;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const before = document.activeElement;
    let frame = 0;
    let waited = 0;
    function take(): void {
      const panel = document.getElementById(id);
      if (panel !== null && !panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
      if (waited++ < SETTLES_IN_FRAMES) frame = requestAnimationFrame(take);
    }
    take();

    function onKeyDown(event: KeyboardEvent): void {
      const panel = document.getElementById(id);
      if (panel === null) return;
      if (event.key === 'Escape') {
        event.stopPropagation();
        closeNow.current();
        return;
      }
      if (event.key !== 'Tab') return;
      const stops = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
      const first = stops[0];
      const last = stops[stops.length - 1];
      if (first === undefined || last === undefined) return;
      const at = document.activeElement;
      const outside = !panel.contains(at);
      if (event.shiftKey && (at === first || at === panel || outside)) {
        event.preventDefault();
        last.focus();
      } else if (!event.shiftKey && (at === last || outside)) {
        event.preventDefault();
        first.focus();
      }
    }
    // Before anything below: Taro's text fields keep their keys to themselves.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('keydown', onKeyDown, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [id]);
}
