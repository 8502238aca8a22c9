import { api } from '@/services/client';
import type { Draft } from '@/services/drafts';
import type { AlikeView } from '@/services/views';

/** What the village has already that a ticket may be about (EVT-15, EVT-19); nothing where its place is not chosen. */
export async function alikeTo({ ticket, place, text }: Draft): Promise<readonly AlikeView[]> {
  if (ticket === undefined || place === undefined || place.kind === 'HOME') return [];
  return (await api.tickets.similar({ town: ticket.town, place, text: text.trim() })).items;
}
