import { addCivilDays, isCivilDate } from '@/domain/basics/civil-time';
import type { CivilDate } from '@/domain/basics/ids';
import { isInForceOn, withoutPhone, type Mandate } from '@/domain/deputies/congress';
import { withoutGrant } from '@/domain/people/grants';
import { grantKey } from '@/domain/people/roles';
import { saveCongress } from '@platform/congresses';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { mandateIn } from './congress-of';
import { deputies } from './os';

/** Suspends a deputy, takes the mandate up again, or ends it (代表法 arts. 61, 62; DEP-22). */
export const setStanding = deputies.setStanding.handler(async ({ input, context }) => {
  const { town, standing } = input;
  const { store, now, today } = context;
  const { mandate: found } = await mandateIn(store, town, input.mandate);
  context.permit('deputies.setStanding', { area: town, personId: found.personId });
  const day = standing.kind === 'ENDED' ? standing.last : standing.from;
  if (!isCivilDate(day) || day > today || day < found.from) throw invalidField('from', 'DATE');
  return once(context, 'deputies.setStanding', input, { target: `mandate:${found.id}`, area: town, detail: { kind: standing.kind, day } }, async (tx) => {
    const { congress, mandate } = await mandateIn(tx, town, found.id);
    const after = withStanding(mandate, standing);
    if (after === undefined) throw refusal('CHANGED_MEANWHILE');
    // The picture goes with the mandate; the clock takes it away.
    const ended = standing.kind === 'ENDED' && mandate.photo !== undefined ? { lookAt: now } : {};
    await saveCongress(tx, { ...congress, ...ended }, { mandates: congress.mandates.map((one) => (one.id === after.id ? after : one)) }, context);
    const serves = congress.mandates.some((one) => one.id !== mandate.id && one.personId === mandate.personId && isInForceOn(one, today));
    if (standing.kind === 'ENDED' && !serves) {
      const person = await tx.get('people', mandate.personId);
      // Somebody who has left the roster has no role to lose.
      if (person !== undefined) {
        const rest = withoutGrant(person, grantKey({ role: 'DEPUTY', area: town }), addCivilDays(standing.last, 1));
        await tx.replace('people', { ...person, ...rest, changedAt: now });
      }
    }
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});

type Standing = { readonly kind: 'SUSPENDED' | 'RESUMED'; readonly from: CivilDate } | { readonly kind: 'ENDED'; readonly last: CivilDate; readonly why: NonNullable<Mandate['ended']> };

/** Undefined where it is so already, or cannot be. */
function withStanding(mandate: Mandate, standing: Standing): Mandate | undefined {
  if (mandate.to !== undefined) return undefined;
  const open = mandate.suspensions.find(({ to }) => to === undefined);
  switch (standing.kind) {
    case 'ENDED':
      return { ...withoutPhone(mandate), to: standing.last, ended: standing.why };
    case 'SUSPENDED':
      return open === undefined ? { ...mandate, suspensions: [...mandate.suspensions, { from: standing.from }] } : undefined;
    case 'RESUMED':
      return open === undefined || standing.from <= open.from ? undefined : { ...mandate, suspensions: mandate.suspensions.map((one) => (one === open ? { ...one, to: addCivilDays(standing.from, -1) } : one)) };
  }
}
