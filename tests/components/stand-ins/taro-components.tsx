/**
 * Taro's components as plain elements: the real ones do not draw themselves in jsdom. Just faithful enough to assert what
 * a person sees, hears and taps; what is only looks (hover classes, picture modes) is left out.
 */
import { createElement, type ReactElement, type ReactNode } from 'react';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

const LOOKS = new Set([
  'hoverClass', 'hoverStayTime', 'hoverStartTime', 'hoverStopPropagation', 'catchMove', 'mode', 'lazyLoad', 'autoHeight', 'placeholderClass', 'scrollX',
  'scrollY', 'openType', 'formType', 'show', 'overlay', 'onBeforeLeave', 'compileMode', 'showConfirmBar', 'cursorSpacing',
  'adjustPosition', 'enhanced', 'onScrollToLower', 'lowerThreshold', 'selectable', 'userSelect',
]);

function plain(props: Props): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !LOOKS.has(name)));
}

/** Taro takes a style as text; React does not. */
function box(tag: string): (props: Props) => ReactElement {
  return function Box(props) {
    const { style, ...rest } = plain(props);
    return createElement(tag, typeof style === 'string' ? rest : { ...rest, ...(style === undefined ? {} : { style }) });
  };
}

function field(tag: 'input' | 'textarea'): (props: Props) => ReactElement {
  return function Field({ onInput, onConfirm, value, maxlength, password, type, ...rest }) {
    const tell = onInput as ((event: { detail: { value: string } }) => void) | undefined;
    return createElement(tag, {
      ...plain(rest),
      value: value ?? '',
      ...(typeof maxlength === 'number' && maxlength > 0 ? { maxLength: maxlength } : {}),
      onChange: (event: { target: { value: string } }) => tell?.({ detail: { value: event.target.value } }),
    });
  };
}

export const View = box('div');
export const Text = box('span');
export const ScrollView = box('div');
export const Block = box('div');
export const PageContainer = box('div');
export const Label = box('label');
export const Form = box('form');
export const Picker = box('div');
export const Button = box('button');
export const Input = field('input');
export const Textarea = field('textarea');

export function Image(props: Props): ReactElement {
  return createElement('img', { alt: '', ...plain(props) });
}
