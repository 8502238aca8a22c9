import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Sheet } from '@/components/sheet';

interface SaySheetProps {
  readonly title: string;
  /** What it is about. */
  readonly line?: string;
  readonly question: string;
  readonly hint?: string;
  readonly button: string;
  /** Under the button: who reads it. */
  readonly told: string;
  readonly act: { readonly busy: boolean; readonly errorLine: string | undefined };
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
  readonly begin?: string;
  readonly children?: ReactNode;
  readonly reason?: string | undefined;
}

/** One thing to be said in words before it is done: why something is refused, what is asked, an answer. */
export function SaySheet({ title, line, question, hint, button, told, act, onSend, onClose, begin = '', children, reason }: SaySheetProps): ReactNode {
  const [text, setText] = useState(begin);
  const missing = reason ?? (text.trim() === '' ? '先写几个字' : undefined);
  return (
    <Sheet open title={title} onClose={onClose} busy={act.busy} error={act.errorLine} bar={<Bar main={{ text: button, reason: missing, busy: act.busy ? '正在交…' : undefined, onTap: () => onSend(text.trim()) }} hint={told} />}>
      {line === undefined ? null : <View className="t-read">{line}</View>}
      {children}
      <Field label={question} {...(hint === undefined ? {} : { hint })}><TextArea label={question} value={text} onInput={setText} maxLength={300} /></Field>
    </Sheet>
  );
}
