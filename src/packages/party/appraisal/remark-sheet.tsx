import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { REMARK_KINDS, type RemarkKind } from '@/domain/appraisals/appraisal';
import { REMARK_KIND_WORDS } from '@/domain/wording/appraisals';
import { useAct } from '@/hooks/use-act';
import { useKeptWords } from '@/packages/desk/handle/use-kept-words';
import { api } from '@/services/client';
import type { AppraisalItemView, AppraisalView } from '@/services/views';

const TEXT_MAX = 500;
const KINDS = REMARK_KINDS.map((value) => ({ value, title: REMARK_KIND_WORDS[value] }));

interface RemarkSheetProps {
  readonly appraisal: AppraisalView;
  readonly about: AppraisalItemView;
  readonly onClose: () => void;
  readonly onSaid: () => void;
}

/** 党员互评: a signed remark for the member and the committee to read (PTY-11). */
export function RemarkSheet({ appraisal: { village, year }, about: { personId, name }, onClose, onSaid }: RemarkSheetProps): ReactNode {
  const [kind, setKind] = useState<RemarkKind>();
  const words = useKeptWords(`remark-${village}-${year}-${personId}`, true);
  const text = words.text.trim();
  const say = useAct((requestId, chosen: { readonly kind: RemarkKind; readonly text: string }) => api.appraisals.remark({ requestId, village, year, about: personId, ...chosen }), { done: () => { words.forget(); onSaid(); }, said: '提给他了', quiet: true });
  return (
    <Sheet
      open
      title={`给${name}提意见`}
      onClose={onClose}
      error={say.errorLine}
      busy={say.busy}
      bar={<Bar main={{ text: '提给他', reason: kind === undefined ? '先选是哪一种' : text === '' ? '先写几个字' : undefined, busy: say.busy ? '正在提…' : undefined, onTap: () => { if (kind !== undefined) void say.run({ kind, text }); } }} hint="写上您的名字，只给他本人和支委看" />}
    >
      <Options label="是哪一种" options={KINDS} value={kind} onChange={setKind} />
      <Field label="您想说什么"><TextArea label="您想说什么" value={words.text} onInput={words.write} maxLength={TEXT_MAX} /></Field>
    </Sheet>
  );
}
