import type { ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { formatDue } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useKeptWords } from '@/packages/desk/handle/use-kept-words';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { PublicationView } from '@/services/views';

/** Whose line is objected to. */
export interface About {
  readonly personId: string;
  readonly name: string;
}

const TEXT_MAX = 500;

interface ObjectSheetProps {
  readonly village: string;
  readonly published: PublicationView;
  readonly about: About;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** An objection to a line of the publication; it is answered and filed (PTY-10). */
export function ObjectSheet({ village, published: { cycle, n, objectionsUntil }, about: { personId, name }, onClose, onSent }: ObjectSheetProps): ReactNode {
  const words = useKeptWords(`publication-${village}-${cycle}-${n}-${personId}`, true);
  const text = words.text.trim();
  const object = useAct((requestId, written: string) => api.points.objectTo({ requestId, village, cycle, n, about: personId, text: written }), { done: () => { words.forget(); onSent(); }, said: '提上去了，支部会答复', quiet: true });
  return (
    <Sheet open title={`${name}的分不对？`} line={`最晚${formatDue(objectionsUntil, serverNow())}`} lineIcon="clock" onClose={onClose} error={object.errorLine} busy={object.busy} bar={<Bar main={{ text: '提异议', reason: text === '' ? '先写哪里不对' : undefined, busy: object.busy ? '正在提…' : undefined, onTap: () => void object.run(text) }} hint="写上您的名字，支部会答复您" />}>
      <Field label="哪里不对"><TextArea label="哪里不对" value={words.text} onInput={words.write} maxLength={TEXT_MAX} placeholder="比如：八月清沟那次我也去了，没有记" /></Field>
    </Sheet>
  );
}
