/** What of a member's year waits for nobody but them: a question, a pledge that came back, pledges still to be made (PTY-04, BUR-02). */
import type { CivilDate } from '../basics/ids';
import type { PledgeState } from './pledge';

export type PartyDuty =
  | { readonly kind: 'ASKED'; readonly entryId: string; readonly text: string }
  | { readonly kind: 'RETURNED'; readonly pledgeId: string; readonly text: string }
  | { readonly kind: 'PLEDGE'; readonly missing: number; readonly until: CivilDate };

export interface DutyGround {
  /** Entries of which the branch asked something that is not answered yet. */
  readonly asked: readonly { readonly entryId: string; readonly text: string }[];
  readonly pledges: readonly { readonly id: string; readonly text: string; readonly state: PledgeState }[];
  /** How many pledges there should be, and until when; whether they can be made now. */
  readonly rule: { readonly min: number; readonly to: CivilDate; readonly open: boolean };
  readonly closed: boolean;
}

/** What is asked is owed an answer also when the cycle has closed: it is decided still (PTY-06). */
export function dutiesOf({ asked, pledges, rule, closed }: DutyGround): readonly PartyDuty[] {
  const made = pledges.filter(({ state }) => state !== 'WITHDRAWN').length;
  return [
    ...asked.map(({ entryId, text }): PartyDuty => ({ kind: 'ASKED', entryId, text })),
    ...pledges.flatMap(({ id, state, text }): readonly PartyDuty[] => (state === 'RETURNED' && !closed ? [{ kind: 'RETURNED', pledgeId: id, text }] : [])),
    ...(rule.open && !closed && made < rule.min ? [{ kind: 'PLEDGE' as const, missing: rule.min - made, until: rule.to }] : []),
  ];
}
