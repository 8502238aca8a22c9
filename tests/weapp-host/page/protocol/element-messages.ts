import { controlOf } from '../built-ins/control';
import { controlWith, documentSelector, elementInfo, elementOf, ownComponent, type OwnComponent } from './elements';
import { elementFunctions } from './element-functions';
import { markup } from './markup';
import type { Messages } from './messages';
import { callMethod } from './page-messages';
import { touch } from './touches';
import { valueAt } from './value-at';

interface OfElement {
  readonly elementId: string;
}
type WithNames = OfElement & { readonly names: readonly string[] };
type WithSelector = OfElement & { readonly selector: string };

/** `Element.*`: one element, read or touched. */
export const elementMessages: Messages = {
  'Element.getElement': (params: WithSelector) => {
    const found = elementOf(params).querySelector(documentSelector(params.selector));
    if (found === null) throw new Error('no such element');
    return elementInfo(found);
  },
  'Element.getElements': (params: WithSelector) => ({ elements: [...elementOf(params).querySelectorAll(documentSelector(params.selector))].map(elementInfo) }),
  'Element.getDOMProperties': (params: WithNames) => ({ properties: params.names.map((name) => domProperty(elementOf(params), name)) }),
  'Element.getAttributes': (params: WithNames) => ({ attributes: params.names.map((name) => attribute(params, name)) }),
  'Element.getProperties': (params: WithNames) => ({ properties: params.names.map((name) => property(params, name)) }),
  'Element.getStyles': (params: WithNames) => {
    const style = getComputedStyle(elementOf(params));
    return { styles: params.names.map((name) => style.getPropertyValue(name)) };
  },
  'Element.getOffset': (params: OfElement) => {
    const { left, top } = elementOf(params).getBoundingClientRect();
    return { left, top };
  },
  'Element.getWXML': (params: OfElement & { readonly type: string }) => ({ wxml: markup(elementOf(params), params.type === 'outer') }),
  'Element.tap': (params: OfElement) => {
    const element = elementOf(params);
    touch(element, 'touchstart');
    touch(element, 'touchend');
    return {};
  },
  'Element.touchstart': (params: OfElement) => touched(params, 'touchstart'),
  'Element.touchmove': (params: OfElement) => touched(params, 'touchmove'),
  'Element.touchend': (params: OfElement) => touched(params, 'touchend'),
  'Element.triggerEvent': (params: OfElement & { readonly type: string; readonly detail?: unknown }) => {
    controlWith(params).fire(params.type, params.detail ?? {});
    return {};
  },
  'Element.callFunction': (params: OfElement & { readonly functionName: string; readonly args: readonly unknown[] }) => {
    const act = elementFunctions[params.functionName];
    if (act === undefined) throw new Error(`${params.functionName} is not modelled by the host`);
    return { result: act(controlWith(params), params.args) };
  },
  'Element.getData': (params: OfElement & { readonly path?: string }) => ({ data: valueAt(own(params).data, params.path) }),
  'Element.setData': (params: OfElement & { readonly data: object }) => {
    own(params).setData(params.data);
    return {};
  },
  'Element.callMethod': async (params: OfElement & { readonly method: string; readonly args: readonly unknown[] }) => (
    { result: await callMethod(own(params), params.method, params.args) }
  ),
};

function touched(params: OfElement, type: 'touchstart' | 'touchmove' | 'touchend'): object {
  touch(elementOf(params), type, params as object);
  return {};
}

function own(params: OfElement): OwnComponent {
  const component = ownComponent(elementOf(params));
  if (component === undefined) throw new Error('the element is no component of the app');
  return component;
}

/** jsdom has no `innerText`; without layout all text is as good as shown. */
function domProperty(element: HTMLElement, name: string): unknown {
  const value = (element as unknown as Record<string, unknown>)[name];
  return name === 'innerText' && value === undefined ? element.textContent : value;
}

function attribute(params: OfElement, name: string): unknown {
  const element = elementOf(params);
  if (name === 'class') return element.className;
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (name.startsWith('data-')) return element.__wxElement?.dataset?.[camel.slice('data'.length, 'data'.length + 1).toLowerCase() + camel.slice('data'.length + 1)];
  if (name === 'id') return element.__wxElement?.id ?? element.id;
  return controlOf(element)?.property(camel) ?? element.getAttribute(name);
}

/** `__propPublic` is how the automator asks which names it may ask for. */
function property(params: OfElement, name: string): unknown {
  const control = controlWith(params);
  if (name === '__propPublic') return Object.fromEntries(Object.keys(control.properties()).map((known) => [known, true]));
  return name === 'value' && control.value !== undefined ? control.value() : control.property(name);
}
