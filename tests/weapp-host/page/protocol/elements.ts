/** Elements the automator holds, by id. */
import { BUILT_IN_TAGS } from '../built-ins/tags';
import { controlOf, type Control } from '../built-ins/control';

export interface ElementInfo {
  readonly elementId: string;
  readonly tagName: string;
  /** Only components of the app's own have one; the automator then offers `data` and `callMethod`. */
  readonly nodeId?: string;
}

/** A component of the app's own, as the adapter shows it. */
export interface OwnComponent {
  readonly data: unknown;
  setData(data: object): void;
  readonly [method: string]: unknown;
}

interface GlassEaselElement {
  readonly is?: string;
  readonly id?: string;
  readonly dataset?: Readonly<Record<string, unknown>>;
  getMethodCaller?(): OwnComponent;
  triggerEvent(type: string, detail: unknown, options: object): void;
}

type DrawnElement = HTMLElement & { readonly __wxElement?: GlassEaselElement };

const elements = new Map<string, DrawnElement>();
const ids = new WeakMap<Element, string>();

/** Gives an element an id that lasts as long as the element. */
export function elementInfo(element: Element): ElementInfo {
  const elementId = ids.get(element) ?? `e${elements.size + 1}`;
  ids.set(element, elementId);
  elements.set(elementId, element as DrawnElement);
  const own = ownComponent(element as DrawnElement);
  return { elementId, tagName: element.tagName.toLowerCase().replace(/^wx-/, ''), ...(own !== undefined && { nodeId: elementId }) };
}

/** The element with an id. Throws once it has left the page. */
export function elementOf({ elementId }: { readonly elementId: string }): DrawnElement {
  const element = elements.get(elementId);
  if (element?.isConnected !== true) throw new Error('the element is no longer on the page');
  return element;
}

/** The app's own component drawn as this element, if it is one. */
export function ownComponent(element: DrawnElement): OwnComponent | undefined {
  const drawn = element.__wxElement;
  return drawn?.is !== undefined && !drawn.is.startsWith('wx/') && drawn.is !== '' ? drawn.getMethodCaller?.() : undefined;
}

/** The built-in control with an id. Throws when the element is none. */
export function controlWith(params: { readonly elementId: string }): Control {
  const element = elementOf(params);
  const control = controlOf(element);
  if (control === undefined) throw new Error(`${element.tagName.toLowerCase()} is no built-in component`);
  return control;
}

const TYPE = new RegExp(`(^|[\\s>+~,(])(${BUILT_IN_TAGS.join('|')})(?![\\w-])`, 'g');

/** A selector as an app writes it, for the document: `view` is drawn as `wx-view`. */
export function documentSelector(selector: string): string {
  return selector.replace(TYPE, '$1wx-$2');
}
