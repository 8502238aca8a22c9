import type { ReactNode } from 'react';
import { Textarea, View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { useFieldId } from './input';
import { useInnerField } from './use-inner-field';

interface TextAreaProps {
  /** The name the screen reader says; the same as the `Field`'s label. */
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
}

/** Several lines of text, and how many characters of how many. */
export function TextArea({ label, value, onInput, maxLength, placeholder = '', invalid = false, disabled = false }: TextAreaProps): ReactNode {
  const id = useFieldId();
  useInnerField(id, { label, invalid });
  return (
    <View>
      <Textarea
        id={id}
        className={cx('c-input', 'c-input--area', invalid && 'c-input--wrong')}
        value={value}
        placeholder={placeholder}
        placeholderClass="c-input__hint"
        maxlength={maxLength}
        autoHeight
        disabled={disabled}
        onInput={(event) => onInput(event.detail.value)}
        {...aria({ label, invalid })}
      />
      <View className="c-input__count" {...aria({ label: `写了 ${value.length} 个字，最多 ${maxLength} 个` })}>{`${value.length} / ${maxLength}`}</View>
    </View>
  );
}
