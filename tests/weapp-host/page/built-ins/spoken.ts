import type { Control } from './control';

/** What a template tells a screen reader is put where a browser's accessibility tree finds it. */
export function speaks(control: Control): (name: string, value: unknown) => void {
  function say(name: string, value: unknown): void {
    if (!/^aria[A-Z]/.test(name)) return;
    const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice('aria'.length).toLowerCase()}`;
    if (typeof value === 'string' && value !== '') control.element.setAttribute(attribute, value);
    else if (typeof value === 'boolean') control.element.setAttribute(attribute, value ? 'true' : 'false');
    else control.element.removeAttribute(attribute);
  }
  for (const [name, value] of Object.entries(control.properties())) say(name, value);
  return say;
}
