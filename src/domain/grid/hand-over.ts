/** Open matters follow their post from one holder to the next; who answers is a name on them, the post decides (HHL-07). */
import type { EpochMs, PersonId } from '../basics/ids';
import type { Issue, Owner } from '../issues/issue';
import type { PostKey } from './posts';

export interface NewHolder {
  readonly post: PostKey;
  /** Absent where the post is vacant. */
  readonly personId?: PersonId;
  /** The holder's name; of a vacant post, what the post is called. */
  readonly name: string;
}

/** The issue with its post's new holder by name and a step that says so; undefined where there is nothing to hand over. */
export function handedOver(issue: Issue, holder: NewHolder, now: EpochMs): Issue | undefined {
  if (!issue.open || issue.owner.post !== holder.post || issue.owner.personId === holder.personId) return undefined;
  const owner: Owner = { ...issue.owner, personId: holder.personId, name: holder.name, since: now };
  return { ...issue, owner, steps: [...issue.steps, { at: now, kind: 'HANDED_OVER', from: issue.owner, to: owner }], changedAt: now };
}
