import { useEffect } from 'react';

interface Told {
  readonly label: string;
  readonly invalid: boolean;
}

/** Frames to wait for Taro's element to draw the browser's own field inside it. */
const PATIENCE_IN_FRAMES = 20;

/**
 * H5: Taro wraps the browser's field in an element of its own, and what is said to the wrapper is not said of the
 * field. This hands the name and the invalid state on to the field itself.
 */
export function useInnerField(id: string, { label, invalid }: Told): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    let frame = 0;
    let waited = 0;
    function hand(): void {
      const field = innerField(id);
      if (field !== undefined) {
        field.setAttribute('aria-label', label);
        field.setAttribute('aria-invalid', String(invalid));
      } else if (waited++ < PATIENCE_IN_FRAMES) {
        frame = requestAnimationFrame(hand);
      }
    }
    hand();
    return () => cancelAnimationFrame(frame);
  }, [id, label, invalid]);
}

/** The browser's field under an id (H5), or undefined while it is not drawn. */
export function innerField(id: string): HTMLElement | undefined {
  const host = document.getElementById(id);
  if (host === null) return undefined;
  return host.matches('input, textarea') ? host : host.querySelector<HTMLElement>('input, textarea') ?? undefined;
}
