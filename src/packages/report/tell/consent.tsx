import type { ReactNode } from 'react';
import { Section } from '@/components/card';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import type { Draft, DraftContent } from '@/services/drafts';

const WAYS = [
  { value: 'SPOKEN', title: '当面同意' },
  { value: 'PHONE', title: '电话里同意' },
  { value: 'PAPER', title: '写了字条' },
] as const;

interface ConsentProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftContent>) => void;
}

/** How the villager agreed that it is written down for them; recorded with the issue (A11Y-09). */
export function Consent({ draft, onChange }: ConsentProps): ReactNode {
  const { onBehalf } = draft;
  if (onBehalf === undefined) return null;
  return (
    <Section title={`${onBehalf.name}怎么同意的`}>
      <Options label="怎么同意的" layout="three" options={WAYS} value={onBehalf.consent} onChange={(consent) => onChange({ onBehalf: { ...onBehalf, consent } })} />
      <Note tone="plain" icon="info">报上去会写明是您代报，{onBehalf.name}也会收到通知。</Note>
    </Section>
  );
}
