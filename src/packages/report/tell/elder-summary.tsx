import { useState, type ReactNode } from 'react';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import type { Draft, DraftContent } from '@/services/drafts';
import type { Me } from '@/services/views';
import { isPlaceMissing, PlaceSheet, placeTitle } from './place-field';
import { About } from './about';
import { Visibility } from './visibility';

interface ElderSummaryProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftContent>) => void;
  readonly home: Me['person'];
  /** What is missing about the place. */
  readonly error?: string | undefined;
}

/** 长辈版: place and visibility stand filled in, each with 改; what is hidden is one tap away. Whom a complaint is about is not hidden (EVT-11): it would go to that very person. */
export function ElderSummary({ draft, onChange, home, error }: ElderSummaryProps): ReactNode {
  const [open, setOpen] = useState<'place' | 'who'>();
  const act = isPlaceMissing(draft, home) ? '选' : '改';
  return (
    <>
      <Card flush>
        <Row icon="pin" title={placeTitle(draft, home)} end={act} onTap={() => setOpen('place')} label={`在哪里：${placeTitle(draft, home)}，${act}`} {...(error === undefined ? {} : { line: error, lineTone: 'bad' as const })} />
        {draft.ticket === undefined ? <Row icon={draft.visibility === 'VILLAGE' ? 'people' : 'lock'} title={draft.sensitive ? '只给专人看' : draft.visibility === 'VILLAGE' ? '村里人都能看' : '只给办事的人看'} end="改" onTap={() => setOpen(open === 'who' ? undefined : 'who')} /> : null}
      </Card>
      <PlaceSheet open={open === 'place'} draft={draft} onChange={onChange} home={home} onClose={() => setOpen(undefined)} />
      {open === 'who' ? <Visibility draft={draft} onChange={onChange} /> : draft.category === 'COMPLAINT' || draft.aboutId !== undefined ? <About draft={draft} onChange={onChange} /> : null}
    </>
  );
}
