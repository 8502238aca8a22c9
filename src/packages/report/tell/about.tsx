import type { ReactNode } from 'react';
import { Note } from '@/components/note';
import { PlacePicker } from '@/components/village-picker';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { Draft, DraftContent } from '@/services/drafts';

/** Takes back a choice of somebody. */
const NONE_OF_THEM = { code: 'none', name: '都不是' };

interface AboutProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftContent>) => void;
}

/** Whom a complaint is about: it then goes past that person and everyone below them (EVT-11, EVT-14). */
export function About({ draft, onChange }: AboutProps): ReactNode {
  const contacts = usePageData('contacts', () => api.people.contacts());
  const people = [...(contacts.data?.lines ?? []), ...(contacts.data?.chain ?? [])]
    .flatMap(({ personId, name, duty, vacant }) => (personId === undefined || vacant ? [] : [{ code: personId, name: `${name}（${duty}）` }]));
  const once = [...new Map(people.map((person) => [person.code, person])).values()];
  const chosen = once.find(({ code }) => code === draft.aboutId);
  // Silence would send it to the very person it is about.
  if (once.length === 0 && contacts.state !== 'loading') return <Note tone="you" icon="alert">{draft.onBehalf === undefined ? '现在选不了要反映谁，会照常交给管这一片的人。反映的就是他，请先在“我的”里认一认您是哪一家，或者打 12345。' : '现在选不了要反映谁，会照常交给管这一片的人。'}</Note>;
  if (once.length === 0) return null;
  return (
    <>
      <PlacePicker
        label="反映的是管我家的人，选是谁"
        places={chosen === undefined ? once : [...once, NONE_OF_THEM]}
        chosen={chosen}
        onChange={({ code, name }) => onChange(code === NONE_OF_THEM.code ? { aboutId: undefined, aboutName: undefined } : { aboutId: code, aboutName: name, visibility: 'HANDLERS' })}
      />
      <Note tone="plain" icon="lock">{chosen === undefined ? '如果反映的就是上面这些人，请选出来，这件事就绕开他。' : `不会给${chosen.name}和他手下的人看，直接交给上一级。`}</Note>
    </>
  );
}
