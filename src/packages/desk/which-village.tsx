import type { ReactNode } from 'react';
import { Field } from '@/components/field';
import { VillagePicker } from '@/components/village-picker';
import { useMe } from '@/hooks/use-me';
import { loadsRosters } from '@/services/roster-duties';
import { openEntry, type DeskKey } from './menu';
import { NoDesk } from './no-desk';

/** The county's clerk keeps every village's roster and says which; whoever else comes without a village has no such desk. */
export function WhichVillage({ at }: { readonly at: DeskKey }): ReactNode {
  const { data: me } = useMe();
  if (!loadsRosters(me)) return <NoDesk />;
  return <Field label="看哪个村"><VillagePicker value={undefined} onChange={({ code }) => openEntry(at, true, code)} /></Field>;
}
