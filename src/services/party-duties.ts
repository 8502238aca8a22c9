/** What a party member has to do here, so that home, 我的 and the year's page say the same. The server decides; this only chooses what to offer. */
import { dutiesOf, type PartyDuty } from '@/domain/points/duties';
import type { Me, OwnYear } from './views';

export type { PartyDuty };

/** Whether this person has a year of points (PTY-14), where the county has the module (BUR-08). */
export function isPartyMember(me: Me | undefined): boolean {
  return hasPoints(me) && (me?.person?.roles.some(({ role }) => role === 'PARTY_MEMBER') ?? false);
}

/** Whether the county has switched the module on. */
export function hasPoints(me: Me | undefined): boolean {
  return me?.modules['points'] === true;
}

/** What waits on the year's own page, from the year itself. */
export function partyDuties({ entries, pledges, pledgeRule, closed }: Pick<OwnYear, 'entries' | 'pledges' | 'pledgeRule' | 'closed'>): readonly PartyDuty[] {
  const asked = entries.flatMap(({ entryId, may, asked: question, itemName }) => (may.includes('ANSWER') ? [{ entryId, text: question?.text ?? itemName }] : []));
  return dutiesOf({ asked, pledges, rule: pledgeRule, closed });
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
