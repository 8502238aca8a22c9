import { useEffect, useRef, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { innerField } from '../field/use-inner-field';
import { Note } from '../note';
import { Tap } from '../tap';
import './index.scss';

export interface FieldError {
  /** The `Field`'s id; tapping the line goes there. */
  readonly id?: string;
  /** What to do, not what was wrong: 说一句是什么事，就能报了. */
  readonly text: string;
}

interface ErrorSummaryProps {
  /** Empty draws nothing. */
  readonly errors: readonly FieldError[];
}

const ID = 'error-summary';

/** On top of a form that was sent with gaps. It comes into view and takes the focus each time the gaps change. */
export function ErrorSummary({ errors }: ErrorSummaryProps): ReactNode {
  const before = useRef('');
  const words = errors.map(({ text }) => text).join('\n');
  useEffect(() => {
    if (words !== '' && words !== before.current) goTo(ID);
    before.current = words;
  }, [words]);
  if (errors.length === 0) return null;
  return (
    <View id={ID} {...(process.env.TARO_ENV === 'h5' ? { tabIndex: -1 } : {})} className="c-error-summary">
      <Note tone="bad" title={`还差 ${errors.length} 样`} said="alert">
        {errors.map(({ id, text }) => (id === undefined
          ? <View key={text}>{text}</View>
          : <Tap key={text} className="c-error-summary__link" onTap={() => goTo(id)} said={{ role: 'link' }} label={text}>{text}</Tap>))}
      </Note>
    </View>
  );
}

function goTo(id: string): void {
  if (process.env.TARO_ENV === 'h5') {
    const host = document.getElementById(id);
    host?.scrollIntoView({ block: 'center' });
    (innerField(id) ?? host)?.focus({ preventScroll: true });
    return;
  }
  // WeChat draws in another thread: what was just added is not there yet. What is gone by then need not be seen.
  Taro.nextTick(() => { Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16, duration: 0 }).catch(() => undefined); });
}
