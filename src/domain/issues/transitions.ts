/**
 * The closed loop (EVT-02) as one table: at which stages an act can be done, by whom, and where it leads. What an act
 * does besides stands in the files named after who does it.
 */
import { countyOf } from '../areas/code';
import type { EpochMs } from '../basics/ids';
import { isDepartment } from '../grid/posts';
import { civilDateOf } from '../basics/civil-time';
import type { CountySettings } from '../settings/settings';
import type { ActName } from './acts';
import { latestPause, longestExtensionOf, reopenUntil } from './deadlines';
import type { Issue, Stage, StepKind } from './issue';

/** Whose act it is, as the matter stands. */
export type Who = 'REPORTER' | 'NEIGHBOUR' | 'OWNER' | 'OWNER_OR_ASSISTANT' | 'ABOVE' | 'TOWN_OR_COUNTY' | 'DECIDER';

export interface Transition {
  readonly who: Who;
  readonly at: readonly Stage[];
  /** The stages it can lead to; `SAME` where it leaves the stage as it is. */
  readonly to: readonly (Stage | 'SAME')[];
  /** Whether it can be done while the matter is suspended. */
  readonly whileSuspended: boolean;
}

const RUNNING: readonly Stage[] = ['REPORTED', 'ACCEPTED', 'ASSIGNED', 'HANDLING'];
const TAKEN: readonly Stage[] = ['ACCEPTED', 'HANDLING'];

function row(who: Who, at: readonly Stage[], to: Transition['to'], whileSuspended: 'ALSO_SUSPENDED' | 'NOT_SUSPENDED'): Transition {
  return { who, at, to, whileSuspended: whileSuspended === 'ALSO_SUSPENDED' };
}

export const TRANSITIONS: Readonly<Record<ActName, Transition>> = {
  ADD: row('REPORTER', RUNNING, ['SAME'], 'ALSO_SUSPENDED'),
  REMIND: row('REPORTER', RUNNING, ['SAME'], 'ALSO_SUSPENDED'),
  WITHDRAW: row('REPORTER', ['REPORTED', 'ACCEPTED', 'ASSIGNED'], ['WITHDRAWN'], 'ALSO_SUSPENDED'),
  ANSWER: row('REPORTER', RUNNING, ['SAME'], 'ALSO_SUSPENDED'),
  RATE: row('REPORTER', ['DONE', 'ARCHIVED'], ['RATED', 'ASSIGNED'], 'NOT_SUSPENDED'),
  SUPPORT: row('NEIGHBOUR', RUNNING, ['SAME'], 'ALSO_SUSPENDED'),

  ACCEPT: row('OWNER', ['REPORTED', 'ASSIGNED'], ['ACCEPTED', 'HANDLING'], 'NOT_SUSPENDED'),
  REJECT: row('OWNER', ['REPORTED'], ['REJECTED'], 'NOT_SUSPENDED'),
  ASK: row('OWNER', TAKEN, ['SAME'], 'NOT_SUSPENDED'),
  PROGRESS: row('OWNER_OR_ASSISTANT', ['ACCEPTED', 'ASSIGNED', 'HANDLING'], ['HANDLING', 'SAME'], 'NOT_SUSPENDED'),
  HAND_UP: row('OWNER', RUNNING, ['SAME', 'ASSIGNED'], 'NOT_SUSPENDED'),
  ASK_EXTENSION: row('OWNER', TAKEN, ['SAME'], 'NOT_SUSPENDED'),
  DECIDE_EXTENSION: row('DECIDER', TAKEN, ['SAME'], 'ALSO_SUSPENDED'),
  SUSPEND: row('OWNER', TAKEN, ['SAME'], 'NOT_SUSPENDED'),
  RESUME: row('OWNER', TAKEN, ['SAME'], 'ALSO_SUSPENDED'),
  FINISH: row('OWNER', TAKEN, ['DONE'], 'NOT_SUSPENDED'),

  DISPATCH: row('TOWN_OR_COUNTY', RUNNING, ['ASSIGNED'], 'ALSO_SUSPENDED'),
  OBJECT: row('OWNER', ['ASSIGNED', 'ACCEPTED'], ['ASSIGNED'], 'NOT_SUSPENDED'),
  DECIDE_OBJECTION: row('DECIDER', ['ASSIGNED'], ['ASSIGNED'], 'NOT_SUSPENDED'),
  URGE: row('ABOVE', RUNNING, ['SAME'], 'ALSO_SUSPENDED'),
};

/** The acts that the state of a matter leaves open, whoever asks; the access table then says which of them are theirs. */
export function openActs(issue: Issue, now: EpochMs, settings: CountySettings): readonly ActName[] {
  return (Object.keys(TRANSITIONS) as ActName[]).filter((act) => fitsStage(issue, act) && fitsState(issue, act, now, settings));
}

/** Whether the table has this act at the matter's stage. */
export function fitsStage(issue: Issue, act: ActName): boolean {
  const { at, whileSuspended } = TRANSITIONS[act];
  return at.includes(issue.stage) && (whileSuspended || issue.side !== 'SUSPENDED');
}

function fitsState(issue: Issue, act: ActName, now: EpochMs, settings: CountySettings): boolean {
  const objected = isObjectionOpen(issue);
  switch (act) {
    case 'REMIND':
      return remindedOn(issue, now) < settings.reminderPerDay;
    case 'WITHDRAW':
      return !hasWorkBegun(issue);
    case 'ANSWER':
      return issue.askedBack !== undefined;
    case 'RATE':
      return issue.stage === 'DONE' || canReopenNow(issue, now, settings);
    case 'SUPPORT':
      return issue.published;
    case 'ACCEPT':
      return issue.acceptBy !== undefined && !objected;
    case 'REJECT':
      return maySayNo(issue);
    case 'HAND_UP':
      return !objected && hasAbove(issue);
    case 'ASK_EXTENSION':
      return issue.extension?.decision !== 'APPROVED' && issue.decider === undefined && hasAboveToDecide(issue) && longestExtensionOf(issue, settings) > 0;
    // Nobody is here to answer for who called 12345; whoever has the matter can ring them.
    case 'ASK':
      return !isFromHotline(issue);
    case 'SUSPEND':
      return latestPause(issue, civilDateOf(now), settings) > civilDateOf(now);
    case 'DECIDE_EXTENSION':
      return isExtensionOpen(issue);
    case 'RESUME':
      return issue.side === 'SUSPENDED';
    // Whose duty it is waits for the town: until then there is nobody to press.
    case 'URGE':
    case 'DISPATCH':
      return !objected;
    case 'OBJECT':
      return issue.objection === undefined && wasDispatched(issue);
    case 'DECIDE_OBJECTION':
      return objected;
    default:
      return true;
  }
}

/** EVT-19: it was filed from a 12345 ticket, so its reporter is not here. */
export function isFromHotline({ tickets }: Pick<Issue, 'tickets'>): boolean {
  return tickets?.[0]?.linked === false;
}

/** EVT-03: a grid's head cannot refuse, only hand up. Desks can say that a matter belongs elsewhere (EVT-10). */
export function maySayNo(issue: Issue): boolean {
  return !issue.owner.post.includes('-');
}

/** Whether somebody above the post that answers can grant it time (EVT-06): above a department stands the county office. */
export function hasAboveToDecide(issue: Issue): boolean {
  return !issue.restricted && issue.owner.post !== countyOf(issue.town);
}

/** Whether the matter can go up from where it is. A department objects instead (EVT-08). */
export function hasAbove(issue: Issue): boolean {
  const { post } = issue.owner;
  return !issue.restricted && !isDepartment(post) && post !== countyOf(issue.town);
}

/** EVT-16: from the first recorded step of work on, it can no longer be withdrawn. */
export function hasWorkBegun(issue: Issue): boolean {
  return issue.steps.some(({ kind }) => kind === 'PROGRESS' || kind === 'DONE');
}

export function isExtensionOpen(issue: Issue): boolean {
  return issue.extension !== undefined && issue.extension.decision === undefined;
}

export function isObjectionOpen(issue: Issue): boolean {
  return issue.objection !== undefined && issue.objection.decision === undefined;
}

/** Whether its present owner got it by dispatch. */
export function wasDispatched(issue: Issue): boolean {
  return dispatchedAt(issue) !== undefined;
}

/** When the present owner got it by dispatch. */
export function dispatchedAt(issue: Issue): EpochMs | undefined {
  const last = issue.steps.filter(({ kind, to }) => to !== undefined && kind !== 'OVERDUE' && kind !== 'HANDED_OVER').at(-1);
  return last?.kind === 'DISPATCHED' && last.to?.post === issue.owner.post ? last.at : undefined;
}

/** EVT-13: once, within `reopenDays`, also after silence has put it away. */
export function canReopenNow(issue: Issue, now: EpochMs, settings: CountySettings): boolean {
  const unrated = issue.rating === undefined;
  return issue.stage === 'ARCHIVED' && unrated && issue.reopenedAt === undefined && issue.doneAt !== undefined && now < reopenUntil(settings, issue.doneAt);
}

/** How often the reporter pressed for it on the day of `now`. */
export function remindedOn(issue: Issue, now: EpochMs): number {
  return stepsOn(issue, 'REMINDED', now);
}

/** How often the reporter added something on the day of `now`. */
export function addedOn(issue: Issue, now: EpochMs): number {
  return stepsOn(issue, 'ADDED', now);
}

function stepsOn(issue: Issue, kind: StepKind, now: EpochMs): number {
  const today = civilDateOf(now);
  return issue.steps.filter((step) => step.kind === kind && civilDateOf(step.at) === today).length;
}
