import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, Input, TextArea } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { toast } from '@/components/toast';
import { formatDue } from '@/domain/basics/civil-time';
import { ROLL_WORDS } from '@/domain/wording/voting-roll';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

/** What settings.text.stepMax allows is checked by the server; this only stops a flood. */
const MOST = 300;

export interface Correction {
  readonly about: 'ADD' | 'REMOVE' | 'REPRESENTATIVE';
  readonly title: string;
}

interface CorrectionSheetProps {
  readonly boxId: string;
  readonly correction: Correction;
  readonly onClose: () => void;
}

/** Asks to put the roll right: about oneself, or about a name that stands there and should not (VOTE-10, 11). */
export function CorrectionSheet({ boxId, correction, onClose }: CorrectionSheetProps): ReactNode {
  const { about, title } = correction;
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const ofOther = about === 'REMOVE';
  const act = useAct(
    (requestId, input: { readonly text: string; readonly name?: string }) => api.voting.askCorrection({ requestId, boxId, about, ...input }),
    { done: ({ answerBy }) => { toast(`收到了，${formatDue(answerBy, serverNow())}前回您`); onClose(); }, quiet: true },
  );
  const reason = ofOther && name.trim() === '' ? '写上名字' : text.trim() === '' ? '写一句，就能提' : undefined;
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      error={act.errorLine}
      busy={act.busy}
      bar={<Bar main={{ text: '提上去', onTap: () => void act.run({ text: text.trim(), ...(ofOther ? { name: name.trim() } : {}) }), reason, busy: act.busy ? '正在提…' : undefined }} hint="村里看了会回您，名单没定就不开始投" />}
    >
      {ofOther ? <Field label={ROLL_WORDS.whose}><Input label={ROLL_WORDS.whose} value={name} onInput={setName} maxLength={40} /></Field> : null}
      <Field label={ROLL_WORDS.why}><TextArea label={ROLL_WORDS.why} value={text} onInput={setText} maxLength={MOST} /></Field>
    </Sheet>
  );
}
