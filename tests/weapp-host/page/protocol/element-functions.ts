import type { Control } from '../built-ins/control';
import { touch } from './touches';

type Act = (control: Control, args: readonly unknown[]) => unknown;

function types(control: Control, [text]: readonly unknown[]): void {
  if (control.type === undefined) throw new Error(`${control.tag} takes no text`);
  control.type(String(text));
}

/** What the automator does to one kind of element, by the name it gives it. */
export const elementFunctions: Readonly<Record<string, Act>> = {
  'input.input': types,
  'textarea.input': types,
  'switch.tap': ({ element }) => {
    touch(element, 'touchstart');
    touch(element, 'touchend');
  },
  'scroll-view.scrollTo': ({ element }, [left, top]) => { Object.assign(element, { scrollLeft: left, scrollTop: top }); },
  'scroll-view.scrollTop': ({ element }) => element.scrollTop,
  'scroll-view.scrollLeft': ({ element }) => element.scrollLeft,
  'scroll-view.scrollWidth': ({ element }) => element.scrollWidth,
  'scroll-view.scrollHeight': ({ element }) => element.scrollHeight,
  'swiper.swipeTo': (control, [current]) => control.fire('change', { current, source: 'touch' }),
  'slider.slideTo': (control, [value]) => control.fire('change', { value }),
};
