/** Which style sheets are in the document: the app's always, a page's and its components' while it is in front. */
import userAgent from './user-agent.css';
import { configOf, resolvePath, type Project } from './project';

export interface Styles {
  /** Puts the sheets of the page in front in place of the last one's. */
  show(page: string): void;
}

/** Draws in the built-in components' own styles and the app's. */
export function openStyles(project: Project): Styles {
  sheet(userAgent);
  sheet(project.styles['app'] ?? '');
  const ofPage = sheet('');
  return {
    show(page) {
      ofPage.textContent = [page, ...componentsOf(project, page)].map((path) => project.styles[path] ?? '').join('\n');
    },
  };
}

function sheet(text: string): HTMLStyleElement {
  const element = document.createElement('style');
  element.textContent = text;
  document.head.appendChild(element);
  return element;
}

function componentsOf(project: Project, path: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const used of Object.values(configOf(project, path)?.usingComponents ?? {})) {
    const component = resolvePath(path, used);
    if (seen.has(component)) continue;
    seen.add(component);
    componentsOf(project, component, seen);
  }
  return seen;
}
