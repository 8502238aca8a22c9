import type { Control } from './control';

/** What a template tells a screen reader is put where a browser's accessibility tree finds it. */
export function speaks(control: Control): (name: string, value: unknown) => void {
  function say(name: string, value: unknown): void {
    if (!/^aria[A-Z]/.test(name)) return;
    const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice('aria'.length).toLowerCase()}`;
    if (value === undefined || value === null || value === '') control.element.removeAttribute(attribute);
    else control.element.setAttribute(attribute, String(value as string));
  }
  for (const [name, value] of Object.entries(control.properties())) say(name, value);
  return say;
}
