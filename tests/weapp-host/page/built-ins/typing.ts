import type { Control } from './control';

/** input, textarea: a real field inside, so that focus, keyboard and caret are the browser's. */
export function types(control: Control): void {
  const { element, tag } = control;
  const field = document.createElement(tag === 'textarea' ? 'textarea' : 'input');
  element.appendChild(field);
  if (field instanceof HTMLInputElement) field.type = control.property('password') === true ? 'password' : 'text';
  const follow: Readonly<Record<string, (value: unknown) => void>> = {
    value: (value) => { if (field.value !== words(value)) field.value = words(value); },
    placeholder: (value) => { field.placeholder = words(value); },
    disabled: (value) => { field.disabled = value === true; },
    maxlength: (value) => { if (typeof value === 'number' && value >= 0) field.maxLength = value; else field.removeAttribute('maxlength'); },
    focus: (value) => { if (value === true) field.focus(); },
  };
  for (const [name, apply] of Object.entries(follow)) apply(control.property(name));
  control.changed = (name, value) => follow[name]?.(value);
  control.value = () => field.value;
  control.type = (text) => {
    const limit = field.maxLength;
    field.value = limit >= 0 ? text.slice(0, limit) : text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  field.addEventListener('input', () => control.fire('input', { value: field.value, cursor: field.value.length, keyCode: 0 }));
  field.addEventListener('focus', () => control.fire('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () => control.fire('blur', { value: field.value, cursor: field.value.length }));
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') control.fire('confirm', { value: field.value });
  });
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
