import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { Standing } from '@/services/views';

interface TakeUpProps {
  readonly id: string;
  readonly name: string;
  readonly onBound: (answer: Standing) => void;
}

/** A person who was made over to this phone and waits to be taken up: one tap, nothing to type. */
export function TakeUp({ id, name, onBound }: TakeUpProps): ReactNode {
  const take = useAct((_, personId: string) => api.people.actFor({ personId }), { done: onBound, quiet: true });
  return (
    <Card className="l-stack3">
      <Note tone="you" icon="me" title={`村里等您认一认：${name}`}>是您就点下面。不是您就不用管，请告诉村里。</Note>
      {take.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{take.errorLine}</Note>}
      <Button wide kind="fill" text={`我就是${name}`} busy={take.busy ? '正在认…' : undefined} onTap={() => void take.run(id)} />
    </Card>
  );
}
