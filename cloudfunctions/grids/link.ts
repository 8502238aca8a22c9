/** Links a household with a party member or a deputy, or ends the link (LNS-01); the liaison is told. */
import { holdsRole } from '@/domain/people/grants';
import { partyLinksOf, type Liaison } from '@/domain/people/person';
import { once } from '@platform/once';
import { notice, toPerson } from '@platform/notices';
import { invalidField, refusal } from '@platform/refuse';
import { grids } from './os';

export const link = grids.link.handler(async ({ input, context }) => {
  const { store, now, today } = context;
  const audited = { target: `person:${input.personId}`, detail: { household: input.householdId, line: input.line, on: input.on } };
  return once(context, 'grids.link', input, audited, async (tx) => {
    const household = await tx.get('households', input.householdId);
    context.permit('grids.link', { area: household?.grid });
    if (household === undefined) throw refusal('NOT_FOUND');
    if (input.on) {
      const person = await tx.get('people', input.personId);
      if (person?.status !== 'ACTIVE' || (input.line === 'PARTY' && person.village !== household.village)) throw invalidField('personId', 'NO_PERSON');
      if (!holdsRole(person, today, input.line === 'PARTY' ? 'PARTY_MEMBER' : 'DEPUTY')) throw invalidField('personId', 'NOT_IN_LINE');
    }
    const others = household.liaisons.filter(({ personId, line }) => personId !== input.personId || line !== input.line);
    const liaisons: readonly Liaison[] = input.on ? [...others, { personId: input.personId, line: input.line }] : others;
    const linkedBefore = others.length !== household.liaisons.length;
    if (linkedBefore === input.on) return { linked: input.on };
    const partyLinks = partyLinksOf(liaisons);
    await tx.update('households', household._id, partyLinks.length > 0 ? { set: { liaisons, partyLinks, changedAt: now } } : { set: { liaisons, changedAt: now }, unset: ['partyLinks'] });
    await tx.insert('notices', notice({ to: toPerson(input.personId), kind: input.on ? 'LINK_GIVEN' : 'LINK_ENDED', at: now, data: { number: household.number }, cause: input.requestId }));
    return { linked: input.on };
  }, async () => {
    const household = await store.get('households', input.householdId);
    context.permit('grids.link', { area: household?.grid });
    return { linked: input.on };
  });
});
