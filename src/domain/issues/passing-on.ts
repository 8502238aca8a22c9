/**
 * A complaint outlives its posts: when the person complained of comes to a post, no matter about them may stay at it or
 * below it (EVT-11, EVT-14; 信访工作条例 art. 30).
 */
import { countyOf } from '../areas/code';
import type { Village } from '../grid/grid';
import { legalPostOf, type PostKey } from '../grid/posts';
import type { Circumstances, Outcome } from './acts';
import { barredPosts } from './barring';
import type { Issue, Owner, Telling } from './issue';
import { isBarred, legalRung, ownerAbove, ownerAt } from './ladder';
import { movedTo, settled, telling, withStep } from './moves';
import { isExtensionOpen } from './transitions';

/**
 * Bars the posts that the person complained of now holds, and those below. An open matter that lies at one of them goes up
 * at once to the next filled post that may have it; who decides or assists at one of them does so no longer. Nothing where
 * nothing is to change.
 *
 * @param posts what the person holds or is to stand in for, also outside the matter's village.
 */
export function keptFrom(issue: Issue, posts: readonly PostKey[], at: Circumstances & { readonly village: Village }): Outcome | undefined {
  const { aboutId } = issue;
  if (aboutId === undefined) return undefined;
  const barred = [...new Set([...issue.barredPosts, ...barredPosts(at.village, aboutId, posts)])];
  if (barred.length === issue.barredPosts.length) return undefined;
  const shielded: Issue = {
    ...issue,
    barredPosts: barred,
    assistants: issue.assistants.filter((post) => !isBarred({ barredPosts: barred }, post)),
    // The counts hold a complaint only where it may be known.
    tallyStale: true,
    countedWithout: issue.countedWithout ?? issue.barredPosts,
    ...(issue.untold === undefined ? {} : { untold: issue.untold.filter((one) => !isToBarred(one, barred)) }),
  };
  const { issue: next, tell } = !issue.open ? { issue: shielded, tell: [] }
    : isBarred(shielded, issue.owner.post) ? passedUp(shielded, at)
    : decidedElsewhere(shielded, at);
  return { issue: settled(next, at.now), tell };
}

/** Above everybody barred; at the very top it stays, with the others of that desk, as a new one would come there. */
function passedUp(issue: Issue, at: Circumstances): Outcome {
  const to = issue.restricted ? legalOfCounty(issue, at) : ownerAbove(issue, issue.owner.post, at.village, at.settings, at);
  if (to === undefined) return { issue, tell: [] };
  const moved = movedTo(issue, to, 'TRANSFERRED', at);
  return {
    issue: withStep(moved, at.now, { kind: 'HANDED_OVER', from: issue.owner, to: moved.owner }),
    tell: [
      telling(issue, { post: to.post }, 'ISSUE_HANDED_UP_TO_YOU', at, { from: issue.owner.name, acceptBy: moved.acceptBy ?? at.now }),
      telling(issue, 'REPORTER', 'ISSUE_HANDED_UP', at, { to: to.name }),
    ],
  };
}

function legalOfCounty(issue: Issue, at: Circumstances): Owner | undefined {
  const county = countyOf(issue.town);
  return issue.owner.post === legalPostOf(county) ? undefined : ownerAt(legalRung(county, at.settings.countyName), at.now);
}

/** Whoever stands above the post that was to decide on more time, or on an objection, decides now. */
function decidedElsewhere(issue: Issue, at: Circumstances): Outcome {
  const { decider } = issue;
  if (decider === undefined || !isBarred(issue, decider)) return { issue, tell: [] };
  const above = ownerAbove(issue, decider, at.village, at.settings, at);
  if (above === undefined) return { issue, tell: [] };
  const data = { from: issue.owner.name, ...(isExtensionOpen(issue) ? { workdays: issue.extension?.workdays ?? 0 } : {}) };
  const kind = isExtensionOpen(issue) ? 'ISSUE_EXTENSION_ASKED' : 'ISSUE_OBJECTED';
  return { issue: { ...issue, decider: above.post }, tell: [telling(issue, { post: above.post }, kind, at, data)] };
}

function isToBarred({ to }: Telling, barred: readonly PostKey[]): boolean {
  return typeof to === 'object' && 'post' in to && isBarred({ barredPosts: barred }, to.post);
}
