import { useId, type ReactNode } from 'react';
import { Input as TaroInput } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { useInnerField } from './use-inner-field';

interface InputProps {
  /** The name the screen reader says; the same as the `Field`'s label. */
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly type?: 'text' | 'number' | 'idcard';
  readonly invalid?: boolean;
  readonly disabled?: boolean;
}

/** One line of text. */
export function Input({ label, value, onInput, placeholder = '', maxLength = 60, type = 'text', invalid = false, disabled = false }: InputProps): ReactNode {
  const id = useFieldId();
  useInnerField(id, { label, invalid });
  return (
    <TaroInput
      id={id}
      className={cx('c-input', invalid && 'c-input--wrong')}
      type={type}
      value={value}
      placeholder={placeholder}
      placeholderClass="c-input__hint"
      maxlength={maxLength}
      disabled={disabled}
      onInput={(event) => onInput(event.detail.value)}
      {...aria({ label, invalid })}
    />
  );
}

/** An id that WeChat's selectors accept as well. */
export function useFieldId(): string {
  return `f${useId().replace(/:/g, '')}`;
}
