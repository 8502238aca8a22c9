import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { useAct } from '@/hooks/use-act';

interface ByCodeProps {
  readonly onEnter: (code: string) => Promise<void>;
}

/** The way in without a phone, on a server of the county's own. */
export function ByCode({ onEnter }: ByCodeProps): ReactNode {
  const [code, setCode] = useState('');
  const enter = useAct((_, typed: string) => onEnter(typed), { done: () => undefined, quiet: true });
  const typed = code.replace(/\s|-/g, '');
  return (
    <Card className="l-blocks">
      {enter.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{enter.errorLine}</Note>}
      <Field label="一次性登录码" hint="没有绑手机的，向县里的系统管理员要，当面给，只能用一次">
        <Input label="一次性登录码" value={code} onInput={setCode} maxLength={20} />
      </Field>
      <Button wide text="用码登录" onTap={() => void enter.run(typed)} reason={typed.length < 10 ? '先把码写全' : undefined} busy={enter.busy ? '正在登录…' : undefined} />
    </Card>
  );
}
