import type { ReactNode } from 'react';
import { Note } from '@/components/note';
import { PlacePicker } from '@/components/village-picker';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { Draft, DraftContent } from '@/services/drafts';

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
  if (once.length === 0) return null;
  const chosen = once.find(({ code }) => code === draft.aboutId);
  return (
    <>
      <PlacePicker label="反映的是管我家的人，选是谁" places={once} chosen={chosen} onChange={({ code, name }) => onChange({ aboutId: code, aboutName: name })} />
      <Note tone="plain" icon="lock">{chosen === undefined ? '如果反映的就是上面这些人，请选出来，这件事就绕开他。' : `不会给${chosen.name}和他手下的人看，直接交给上一级。`}</Note>
    </>
  );
}
