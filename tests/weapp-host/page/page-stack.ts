/** The pages that lie over one another, and how one gets from one to the next. */
import type { AssociatedBackend, CodeSpace, Root } from 'glass-easel-miniprogram-adapter';
import { guarded } from './faults';
import type { Modules } from './modules';
import { noteSetData } from './set-data-log';
import { methodOf } from './method';
import { resolvePath, type Project } from './project';
import type { Styles } from './styles';

/** WeChat refuses an eleventh page. */
const MOST_PAGES = 10;

export interface PageInstance {
  readonly data: unknown;
  setData(data: object, done?: () => void): void;
  readonly [method: string]: unknown;
}

export interface OpenPage {
  readonly id: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly instance: PageInstance;
  readonly element: HTMLElement;
  readonly root: Root;
  /** Where the window stood when the page was last in front. */
  scrollTop: number;
}

export interface Address {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface PageStack {
  pages(): readonly OpenPage[];
  /** The page in front. Throws while there is none. */
  front(): OpenPage;
  launch(url: string): void;
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  reLaunch(url: string): void;
  switchTab(url: string): void;
  navigateBack(delta: number): void;
}

interface Needs {
  readonly project: Project;
  readonly modules: Modules;
  readonly styles: Styles;
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
}

/** Opens an empty stack. Every move throws, with WeChat's words, when WeChat would refuse it. */
export function openPageStack({ project, modules, styles, space, backend }: Needs): PageStack {
  let pages: OpenPage[] = [];
  /** Tab pages are kept alive while another tab is in front. */
  const tabs = new Map<string, OpenPage>();
  let lastId = 0;

  function front(): OpenPage {
    const page = pages[pages.length - 1];
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  function open({ path, query }: Address): void {
    const element = document.createElement('page');
    const placeholder = element.appendChild(document.createElement('span'));
    document.body.appendChild(element);
    const root = backend.createRoot('page', space, path);
    const instance = root.get() as unknown as PageInstance;
    Object.assign(instance, { route: path, __route__: path, options: query });
    crossesAsJson(instance, path);
    const page: OpenPage = { id: ++lastId, path, query, instance, element, root, scrollTop: 0 };
    pages.push(page);
    if (isTab(path)) tabs.set(path, page);
    tell(page, 'onLoad', query);
    root.attach(element as never, placeholder as never);
    show(page);
    setTimeout(() => tell(page, 'onReady'), 0);
  }

  function show(page: OpenPage): void {
    for (const other of new Set([...tabs.values(), ...pages])) other.element.style.display = other === page ? '' : 'none';
    styles.show(page.path);
    window.scrollTo(0, page.scrollTop);
    tell(page, 'onShow');
    page.root.getComponent().triggerPageLifetime('show', []);
  }

  function hide(page: OpenPage): void {
    page.scrollTop = window.scrollY;
    tell(page, 'onHide');
    page.root.getComponent().triggerPageLifetime('hide', []);
  }

  function close(page: OpenPage): void {
    tabs.delete(page.path);
    tell(page, 'onUnload');
    page.root.release();
    page.element.remove();
  }

  function closeAll(): void {
    const all = [...new Set([...tabs.values(), ...pages])];
    pages = [];
    for (const page of all.reverse()) close(page);
  }

  function isTab(path: string): boolean {
    return project.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false;
  }

  /** Where a url leads, its code run: a page that cannot be opened leaves the stack as it was. */
  function destination(url: string): Address {
    const [before = '', after = ''] = url.split(/\?(.*)/s);
    const path = resolvePath(pages[pages.length - 1]?.path ?? '', before);
    if (!project.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    modules.loadWithComponents(path);
    return { path, query: queryOf(after) };
  }

  return {
    pages: () => pages,
    front,
    launch: (url) => open(destination(url)),
    navigateTo(url) {
      const to = destination(url);
      if (isTab(to.path)) throw new Error('can not navigateTo a tabbar page');
      if (pages.length >= MOST_PAGES) throw new Error('webview count limit exceed');
      hide(front());
      open(to);
    },
    redirectTo(url) {
      const to = destination(url);
      if (isTab(to.path)) throw new Error('can not redirectTo a tabbar page');
      const leaving = pages.pop();
      if (leaving !== undefined) close(leaving);
      open(to);
    },
    reLaunch(url) {
      const to = destination(url);
      closeAll();
      open(to);
    },
    switchTab(url) {
      const to = destination(url);
      if (!isTab(to.path)) throw new Error('can not switch to no-tabBar page');
      const leaving = pages.pop();
      while (pages.length > 0) {
        const under = pages.pop();
        if (under !== undefined && !isTab(under.path)) close(under);
      }
      if (leaving !== undefined && leaving.path !== to.path) {
        if (isTab(leaving.path)) hide(leaving);
        else close(leaving);
      }
      const kept = tabs.get(to.path);
      if (kept === undefined) return open(to);
      pages = [kept];
      show(kept);
    },
    navigateBack(delta) {
      if (pages.length === 1) throw new Error('cannot navigate back at first page');
      for (let left = Math.min(delta, pages.length - 1); left > 0; left -= 1) {
        const leaving = pages.pop();
        if (leaving !== undefined) close(leaving);
      }
      show(front());
    },
  };
}

function tell(page: OpenPage, lifetime: string, ...args: readonly unknown[]): void {
  guarded(() => methodOf(page.instance, lifetime)?.(...args));
}

/** On a phone data goes to another thread as JSON; what JSON does not carry must not arrive here either. */
function crossesAsJson(instance: PageInstance, page: string): void {
  const setData = instance.setData.bind(instance);
  Object.assign(instance, {
    setData: (data: object, done?: () => void) => {
      const json = JSON.stringify(data);
      noteSetData(page, json);
      setData(JSON.parse(json) as object, done);
    },
  });
}

function queryOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(text.split('&').filter((pair) => pair !== '').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return [name, value];
  }));
}
