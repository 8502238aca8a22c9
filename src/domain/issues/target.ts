/** What the access table needs to know of a matter. */
import type { PersonId } from '../basics/ids';
import type { PostKey } from '../grid/posts';
import type { Target } from '../people/access';
import type { Issue, StepKind } from './issue';

/** What is judged or answered: the handling as a whole, the question last asked, a wish for more time, an objection. */
export type Judged = 'HANDLING' | 'QUESTION' | 'EXTENSION' | 'OBJECTION';

const WORK: Readonly<Record<Judged, readonly StepKind[]>> = {
  HANDLING: ['ACCEPTED', 'PROGRESS', 'DONE'],
  QUESTION: ['ASKED'],
  EXTENSION: ['EXTENSION_ASKED'],
  OBJECTION: ['OBJECTED'],
};

export function targetOf(issue: Issue, judged: Judged = 'HANDLING'): Target {
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
    workOf: workersOn(judged === 'QUESTION' ? issue.steps.filter(({ kind }) => kind === 'ASKED').slice(-1) : issue.steps, WORK[judged]),
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

function workersOn(steps: Issue['steps'], kinds: readonly StepKind[]): readonly PersonId[] {
  return [...new Set(steps.flatMap(({ kind, by }) => (kinds.includes(kind) && by?.personId !== undefined && by.reporter !== true ? [by.personId] : [])))];
}
