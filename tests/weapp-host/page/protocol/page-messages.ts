import { BUILT_IN_TAGS } from '../built-ins/tags';
import { methodOf } from '../method';
import type { OpenPage, PageStack } from '../page-stack';
import { documentSelector, elementInfo } from './elements';
import type { Messages } from './messages';
import { valueAt } from './value-at';

interface OfPage {
  readonly pageId: number;
}

/** `Page.*`: one page, and what is found on it. */
export function pageMessages(stack: PageStack): Messages {
  function page({ pageId }: OfPage): OpenPage {
    const found = stack.pages().find(({ id }) => id === pageId);
    if (found === undefined) throw new Error('the page is closed');
    return found;
  }
  return {
    'Page.getElement': (params: OfPage & { readonly selector: string }) => {
      const found = page(params).element.querySelector(documentSelector(params.selector));
      if (found === null) throw new Error('no such element');
      return elementInfo(found);
    },
    'Page.getElements': (params: OfPage & { readonly selector: string }) => (
      { elements: [...page(params).element.querySelectorAll(documentSelector(params.selector))].map(elementInfo) }
    ),
    'Page.getElementByXpath': (params: OfPage & { readonly selector: string }) => {
      const [found] = byXpath(page(params).element, params.selector);
      if (found === undefined) throw new Error('no such element');
      return elementInfo(found);
    },
    'Page.getElementsByXpath': (params: OfPage & { readonly selector: string }) => ({ elements: byXpath(page(params).element, params.selector).map(elementInfo) }),
    'Page.getData': (params: OfPage & { readonly path?: string }) => ({ data: valueAt(page(params).instance.data, params.path) }),
    'Page.setData': (params: OfPage & { readonly data: object }) => {
      page(params).instance.setData(params.data);
      return {};
    },
    'Page.callMethod': async (params: OfPage & { readonly method: string; readonly args: readonly unknown[] }) => (
      { result: await callMethod(page(params).instance, params.method, params.args) }
    ),
    'Page.getWindowProperties': ({ names }: { readonly names: readonly string[] }) => ({ properties: names.map((name) => valueAt(window, name)) }),
  };
}

/** An XPath counts from its page, with the tags of the app's own templates. */
function byXpath(page: HTMLElement, path: string): readonly Element[] {
  const inPage = path.replace(/^\/+/, './/').replace(new RegExp(`/(${BUILT_IN_TAGS.join('|')})(?![\\w-])`, 'g'), '/wx-$1');
  const found = document.evaluate(inPage, page, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index)).filter((node): node is Element => node instanceof Element);
}

/** Calls a method of a page or component of the app's own. */
export function callMethod(instance: object, name: string, args: readonly unknown[]): unknown {
  const method = methodOf(instance, name);
  if (method === undefined) throw new Error(`${name} not exists`);
  return method(...args);
}
