/** One built-in component on a page: its properties, its place in the document, and how it speaks to the app. */
import type * as glassEasel from 'glass-easel';

/** The part of an adapter's component instance that the host needs. */
export interface ComponentCaller {
  readonly data: Readonly<Record<string, unknown>>;
  setData(data: Readonly<Record<string, unknown>>): void;
  readonly _$: glassEasel.GeneralComponent;
}

export interface Control {
  readonly tag: string;
  readonly element: HTMLElement;
  readonly component: glassEasel.GeneralComponent;
  /** A property as the template gave it, or as the person left it. */
  property(name: string): unknown;
  properties(): Readonly<Record<string, unknown>>;
  /** Changes a property from within, as a person's tap does. */
  set(name: string, value: unknown): void;
  fire(type: string, detail: unknown, bubbles?: boolean): void;
  /** Its answer in a form; undefined if it has none. */
  value?: () => unknown;
  /** Takes text as a keyboard would give it. */
  type?: (text: string) => void;
  /** Hears of a property that changed. */
  changed?: (name: string, value: unknown) => void;
}

const controls = new WeakMap<Element, Control>();

/** Makes the control of a component that has just been put on a page. */
export function attachControl(tag: string, caller: ComponentCaller): Control {
  const component = caller._$;
  const element = component.getBackendElement() as unknown as HTMLElement;
  const control: Control = {
    tag, element, component,
    property: (name) => caller.data[name],
    properties: () => caller.data,
    set: (name, value) => caller.setData({ [name]: value }),
    fire: (type, detail, bubbles = false) => component.triggerEvent(type, detail, { bubbles, composed: bubbles }),
  };
  controls.set(element, control);
  return control;
}

/** The control that is drawn as this element, if it is one. */
export function controlOf(element: Element | null | undefined): Control | undefined {
  return element ? controls.get(element) : undefined;
}

/** The nearest control of a kind around an element, itself included. */
export function controlAround(element: Element, tag: string): Control | undefined {
  return controlOf(element.closest(`wx-${tag}`));
}

/** All controls of some kinds inside an element, in the order of the document. */
export function controlsInside(element: Element, ...tags: readonly string[]): readonly Control[] {
  return [...element.querySelectorAll(tags.map((tag) => `wx-${tag}`).join(','))].flatMap((inside) => controlOf(inside) ?? []);
}
