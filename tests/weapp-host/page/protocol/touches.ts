/** Touch events where there is no finger. */

interface TouchParams {
  readonly touches?: readonly object[];
  readonly changedTouches?: readonly object[];
}

/** Lets an element be touched in its middle, or where the caller says. */
export function touch(element: HTMLElement, type: 'touchstart' | 'touchmove' | 'touchend', { touches, changedTouches }: TouchParams = {}): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2, top + height / 2];
  const finger = { identifier: 0, target: element, clientX, clientY, pageX: clientX, pageY: clientY };
  const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
  Object.defineProperties(event, {
    touches: { value: touches ?? (type === 'touchend' ? [] : [finger]), enumerable: true },
    changedTouches: { value: changedTouches ?? [finger], enumerable: true },
  });
  element.dispatchEvent(event);
}

/** Where a finger should land to touch an element, in view. Throws for one that has no size: nobody can touch it. */
export function touchPoint(element: HTMLElement): { readonly x: number; readonly y: number } {
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error(`${element.tagName.toLowerCase()}.${element.className} has no size: nobody can touch it`);
  return { x: left + width / 2, y: top + height / 2 };
}
