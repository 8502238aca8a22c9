/** What the access table needs to know of a matter. */
import type { PostKey } from '../grid/posts';
import type { Target } from '../people/access';
import type { Issue, Step, StepKind } from './issue';

/** What is judged or answered: the handling as a whole, the question last asked, a wish for more time, an objection; or no work. */
export type Judged = 'HANDLING' | 'QUESTION' | 'EXTENSION' | 'OBJECTION' | 'NOTHING';

const WORK: Readonly<Record<Judged, readonly StepKind[]>> = {
  HANDLING: ['ACCEPTED', 'PROGRESS', 'DONE'],
  QUESTION: ['ASKED'],
  EXTENSION: ['EXTENSION_ASKED'],
  OBJECTION: ['OBJECTED'],
  NOTHING: [],
};

export function targetOf(issue: Issue, judged: Judged = 'HANDLING'): Target {
  const work = workOn(judged === 'QUESTION' ? issue.steps.filter(({ kind }) => kind === 'ASKED').slice(-1) : issue.steps, WORK[judged]);
  return {
    area: issue.grid,
    // An account stands for a visitor alone: a person's report stays with the person, whichever phone it came from.
    ...(issue.reporterId === undefined ? { reporterAccount: issue.reporterAccount } : { reporterId: issue.reporterId }),
    ...(isConfided(issue) ? { sentFrom: issue.reporterAccount } : {}),
    ownerPost: issue.owner.post,
    formerPosts: formerPosts(issue),
    assistants: issue.assistants,
    ...(issue.decider === undefined ? {} : { deciderPost: issue.decider }),
    published: issue.published,
    restricted: issue.restricted,
    ...(issue.aboutId === undefined ? {} : { aboutId: issue.aboutId }),
    barredPosts: issue.barredPosts,
    workOf: [...new Set(work.flatMap(({ personId }) => personId ?? []))],
    workFrom: [...new Set(work.flatMap(({ account }) => account ?? []))],
  };
}

/**
 * Whether a matter stays with the phone it came from, and with the one that surely is the reporter: a restricted matter and a
 * complaint. Who hits a wife, or is complained of, may well have the phone that acts for her (EVT-11, EVT-14).
 */
export function isConfided({ restricted, aboutId }: Pick<Issue, 'restricted' | 'aboutId'>): boolean {
  return restricted || aboutId !== undefined;
}

/** The posts that held it before or acted on it, as a town that dispatched it: they may still see what became of it. */
export function formerPosts(issue: Issue): readonly PostKey[] {
  return [...new Set(issue.steps.flatMap(({ from, by }) => [from?.post, by?.post].flatMap((post) => post ?? [])))].filter((post) => post !== issue.owner.post);
}

/** Who did steps of these kinds for a post. */
function workOn(steps: Issue['steps'], kinds: readonly StepKind[]): readonly NonNullable<Step['by']>[] {
  return steps.flatMap(({ kind, by }) => (kinds.includes(kind) && by !== undefined && by.reporter !== true ? [by] : []));
}
