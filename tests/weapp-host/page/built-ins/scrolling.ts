import type { Control } from './control';

/** scroll-view: says where it stands, and when its end is near. */
export function scrolls(control: Control): void {
  const { element } = control;
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
    control.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 });
    if (scrollHeight - clientHeight - scrollTop <= Number(control.property('lowerThreshold') ?? 50)) control.fire('scrolltolower', { direction: 'bottom' });
  });
  control.changed = (name, value) => {
    if (name === 'scrollTop' && typeof value === 'number') element.scrollTop = value;
    if (name === 'scrollIntoView' && typeof value === 'string' && value !== '') document.getElementById(value)?.scrollIntoView();
  };
}
