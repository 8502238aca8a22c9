/** A post changed hands: its open matters go to the new holder by name, with everything that was done (HHL-07). */
import type { EpochMs, PersonId } from '../basics/ids';
import type { Outcome } from './acts';
import type { Issue } from './issue';
import { settled, telling, withStep } from './moves';

export interface NewHolder {
  /** Absent while the post is vacant: the matter stays with the post, and its limits run on. */
  readonly personId?: PersonId;
  readonly name: string;
}

/** The matter with its new holder's name. The same matter again for a holder who has it already, so it can run twice. */
export function handOver(issue: Issue, to: NewHolder, at: { readonly now: EpochMs; readonly cause: string }): Outcome {
  const from = issue.owner;
  if (from.personId === to.personId && from.name === to.name) return { issue, tell: [] };
  const owner = { ...from, personId: to.personId, name: to.name, since: at.now };
  const next = withStep({ ...issue, owner }, at.now, { kind: 'HANDED_OVER', from, to: owner });
  return { issue: settled(next, at.now), tell: [telling(issue, { post: from.post }, 'ISSUE_HANDED_OVER', at, { from: from.name, to: to.name })] };
}
