import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { Icon } from '../icon';
import './index.scss';

export { Input } from './input';
export { TextArea } from './text-area';

interface FieldProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Behind the label: 没有也行，最多 6 张. */
  readonly optional?: string;
  readonly hint?: string;
  /** How to put it right: 写一句，或者点下面说一段. */
  readonly error?: string | undefined;
  /** What `ErrorSummary` jumps to. */
  readonly id?: string;
}

/** A question with its answer below; what is wrong stands between the two, in words. */
export function Field({ label, children, optional, hint, error, id }: FieldProps): ReactNode {
  return (
    <View className="c-field" {...(id === undefined ? {} : { id })}>
      <View className="c-field__label" {...aria({ role: 'heading', level: 2, label: [label, optional].filter(Boolean).join('，') })}>
        {label}
        {optional === undefined ? null : <View className="c-field__optional">{optional}</View>}
      </View>
      {hint === undefined ? null : <View className="t-hint">{hint}</View>}
      {error === undefined ? null : <ErrorLine text={error} />}
      {children}
    </View>
  );
}

/** What is wrong with the field under it. */
export function ErrorLine({ text }: { readonly text: string }): ReactNode {
  return <View className="c-error-line"><Icon name="bad" size="sm" className="c-error-line__icon" /><View className="l-grow">{text}</View></View>;
}
