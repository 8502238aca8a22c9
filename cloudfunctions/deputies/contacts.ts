import { mandateIn } from './congress-of';
import { deputies } from './os';

const PAGE = 20;

/** A deputy's own contacts with what they noted; the public reads figures only, and nobody else anything (DEP-05, 09). */
export const contacts = deputies.contacts.handler(async ({ input, context }) => {
  const { store } = context;
  const { mandate } = await mandateIn(store, input.town, input.mandate);
  context.permit('deputies.contacts', { personId: mandate.personId });
  const page = await store.find('deputyEntries', {
    where: { mandates: { contains: mandate.id }, heading: 'CONTACT' },
    orderBy: [{ field: 'on', direction: 'desc' }],
    limit: PAGE,
    after: input.after,
  });
  return {
    items: page.items.flatMap(({ _id, on, contact }) => (contact === undefined ? [] : [{ entryId: _id, on, mode: contact.mode, purposes: [...contact.purposes], households: contact.households, with: [...(contact.with ?? [])], summary: contact.summary }])),
    next: page.next,
  };
});
