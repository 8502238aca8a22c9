/** What a party member has to do here, so that home, 我的 and the year's page say the same. The server decides; this only chooses what to offer. */
import type { Me, OwnYear } from './views';

/** Whether this person has a year of points (PTY-14), where the county has the module (BUR-08). */
export function isPartyMember(me: Me | undefined): boolean {
  return hasPoints(me) && (me?.person?.roles.some(({ role }) => role === 'PARTY_MEMBER') ?? false);
}

/** Whether the county has switched the module on. */
export function hasPoints(me: Me | undefined): boolean {
  return me?.modules['points'] === true;
}

/** One thing that waits for the member, and the page it is done on. */
export type PartyDuty =
  | { readonly kind: 'ASKED'; readonly entryId: string; readonly text: string }
  | { readonly kind: 'RETURNED'; readonly pledgeId: string; readonly text: string }
  | { readonly kind: 'PLEDGE'; readonly missing: number; readonly until: string };

/** What of the member's own year waits for nobody but them: a question, a pledge that came back, pledges still to be made (PTY-04). */
export function partyDuties({ entries, pledges, pledgeRule, closed }: Pick<OwnYear, 'entries' | 'pledges' | 'pledgeRule' | 'closed'>): readonly PartyDuty[] {
  if (closed) return [];
  const made = pledges.filter(({ state }) => state !== 'WITHDRAWN').length;
  return [
    ...entries.flatMap(({ entryId, may, asked, itemName }): readonly PartyDuty[] => (may.includes('ANSWER') ? [{ kind: 'ASKED', entryId, text: asked?.text ?? itemName }] : [])),
    ...pledges.flatMap(({ id, state, text }): readonly PartyDuty[] => (state === 'RETURNED' ? [{ kind: 'RETURNED', pledgeId: id, text }] : [])),
    ...(pledgeRule.open && made < pledgeRule.min ? [{ kind: 'PLEDGE' as const, missing: pledgeRule.min - made, until: pledgeRule.to }] : []),
  ];
}

/** Where a duty is done. */
export function dutyPage(duty: PartyDuty): string {
  switch (duty.kind) {
    case 'ASKED':
      return `/packages/party/entry/index?id=${encodeURIComponent(duty.entryId)}`;
    case 'RETURNED':
      return `/packages/party/pledge/index?id=${encodeURIComponent(duty.pledgeId)}`;
    case 'PLEDGE':
      return '/packages/party/pledge/index';
  }
}
