import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';

interface SendOpinionProps {
  readonly town: string;
  /** To a deputy; otherwise to the station. */
  readonly deputy?: { readonly mandate: string; readonly name: string };
  readonly onClose: () => void;
}

/** Tells a deputy or the station something (DEP-12). */
export function SendOpinion({ town, deputy, onClose }: SendOpinionProps): ReactNode {
  const [text, setText] = useState('');
  const send = useAct(
    (requestId, words: string) => api.deputies.sendOpinion({ requestId, town, text: words, ...(deputy === undefined ? {} : { mandate: deputy.mandate }) }),
    { done: onClose, said: '说到了，一天内有人看', quiet: true },
  );
  return (
    <Sheet
      open
      title={deputy === undefined ? '向联络站说一说' : `向${deputy.name}反映`}
      line="您的名字只给分意见的人看，不公开"
      onClose={onClose}
      busy={send.busy}
      error={send.errorLine}
      bar={<Bar main={{ text: '说给他们', reason: text.trim() === '' ? '先写几个字' : undefined, busy: send.busy ? '正在交…' : undefined, onTap: () => void send.run(text.trim()) }} hint="代表不直接办事，会交给该办的人" />}
    >
      <Field label="您想说什么"><TextArea label="您想说什么" value={text} onInput={setText} maxLength={500} /></Field>
    </Sheet>
  );
}
