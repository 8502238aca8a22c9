/** What a screen reader is told about an element, written once for both targets. */
export interface Said {
  readonly role?: string;
  readonly label?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly hidden?: boolean;
  readonly busy?: boolean;
  readonly modal?: boolean;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly live?: 'polite' | 'assertive';
  readonly current?: 'step' | 'page';
  readonly level?: number;
}

/**
 * The attributes for `Said`, to be spread on a Taro component.
 *
 * WeChat calls the role `aria-role`; a browser calls it `role`. Values are strings, because on H5 Taro drops a `false`;
 * what is not given is left out, because Taro would write the word "undefined". So give a state that comes and goes
 * both of its values.
 */
export function aria({ role, ...rest }: Said): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  if (role !== undefined) attributes[process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'] = role;
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) attributes[`aria-${name}`] = String(value);
  }
  return attributes;
}
