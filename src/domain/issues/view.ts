/** What each reader may see of a matter they may see at all (EVT-14, EVT-16, WX-08, WX-09). */
import { endOfDay } from '../basics/civil-time';
import type { AccountId, CivilDate, EpochMs, FileId, PersonId } from '../basics/ids';
import type { PostKey } from '../grid/posts';
import type { Issue, Step, StepKind } from './issue';
import { isAbove } from './ladder';
import { formerPosts, isConfided } from './target';

/** `PUBLIC` is a neighbour who reads what the village may read. */
export type Reader = 'REPORTER' | 'HANDLER' | 'PUBLIC';

export interface WhoReads {
  readonly account: AccountId;
  readonly personId?: PersonId;
  /** The phone surely is that person's own. */
  readonly surelyOwn?: boolean;
  readonly posts: readonly PostKey[];
}

/** How somebody reads a matter. Whether they may at all is the access table's answer, given before. */
export function readerOf(issue: Issue, who: WhoReads): Reader {
  if (isReporter(issue, who)) return 'REPORTER';
  const theirs = [issue.owner.post, ...formerPosts(issue), ...issue.assistants, issue.decider ?? ''];
  return who.posts.some((post) => theirs.includes(post) || isAbove(post, issue.owner.post) || post === issue.town) ? 'HANDLER' : 'PUBLIC';
}

/**
 * Whether somebody reported it: the person, or of a visitor's report the account. A phone that was unbound reads no more; of
 * what was confided neither does another phone that acts for the person.
 */
export function isReporter(issue: Pick<Issue, 'reporterId' | 'reporterAccount' | 'restricted' | 'aboutId'>, who: Omit<WhoReads, 'posts'>): boolean {
  const fromHere = issue.reporterAccount === who.account;
  if (issue.reporterId === undefined) return fromHere;
  return issue.reporterId === who.personId && (fromHere || who.surelyOwn === true || !isConfided(issue));
}

const A_VILLAGER = '一位村民';

/** What the reporter is called: 您 to themselves; to handlers by name unless hidden; to the village never by name. */
export function reporterWords(issue: Pick<Issue, 'reporterName' | 'nameHidden'>, reader: Reader): string {
  if (reader === 'REPORTER') return '您';
  return reader === 'PUBLIC' || issue.nameHidden ? A_VILLAGER : issue.reporterName;
}

/** Between the reporter and the handlers, or among handlers: not for the village. */
const NOT_PUBLIC: readonly StepKind[] = ['ADDED', 'ASKED', 'ANSWERED', 'REMINDED', 'EXTENSION_ASKED', 'EXTENSION_REFUSED', 'OBJECTED', 'OBJECTION_REFUSED', 'URGED', 'RATED', 'TICKET', 'TICKET_LATER', 'TICKET_SOONER'];
/** What handlers write to each other; the reporter sees that it happened. */
const AMONG_HANDLERS: readonly StepKind[] = ['EXTENSION_ASKED', 'EXTENSION_REFUSED', 'OBJECTED', 'OBJECTION_UPHELD', 'OBJECTION_REFUSED', 'URGED'];

export interface SeenStep {
  readonly step: Step;
  readonly by: string;
  readonly text?: string;
  readonly photos: readonly FileId[];
}

/** The timeline as a reader sees it, oldest first. */
export function stepsFor(issue: Issue, reader: Reader): readonly SeenStep[] {
  return issue.steps.filter(({ kind }) => reader !== 'PUBLIC' || !NOT_PUBLIC.includes(kind)).map((step) => {
    const text = textFor(step, reader);
    return { step, by: byWords(issue, step, reader), ...(text === undefined ? {} : { text }), photos: filesFor(issue, step.photos ?? [], reader) };
  });
}

/** The files a reader sees: the village only those that passed the media check. */
export function filesFor(issue: Pick<Issue, 'shownFiles'>, files: readonly FileId[], reader: Reader): readonly FileId[] {
  return reader === 'PUBLIC' ? files.filter((file) => issue.shownFiles.includes(file)) : files;
}

function textFor(step: Step, reader: Reader): string | undefined {
  if (reader === 'HANDLER') return step.text;
  if (reader === 'PUBLIC') return step.shown === true ? step.text : undefined;
  return AMONG_HANDLERS.includes(step.kind) ? undefined : step.text;
}

function byWords(issue: Issue, { by }: Step, reader: Reader): string {
  if (by === undefined) return '到时间自动办';
  return by.reporter === true ? reporterWords(issue, reader) : by.name;
}

/** What waits for the reporter. */
export function yourMove(issue: Issue, reader: Reader): 'RATE' | 'ANSWER' | undefined {
  if (reader !== 'REPORTER') return undefined;
  if (issue.stage === 'DONE') return 'RATE';
  return issue.open && issue.askedBack !== undefined ? 'ANSWER' : undefined;
}

export type DueChip = 'OVERDUE' | 'TODAY' | 'LATER' | 'NONE';

/** The limit that presses first: to accept, while that is owed, or to have it done. None while it is suspended. */
export function pressingLimit(issue: Pick<Issue, 'acceptBy' | 'dueAt' | 'open'>): EpochMs | undefined {
  if (!issue.open) return undefined;
  const limits = [issue.acceptBy, issue.dueAt].flatMap((at) => at ?? []);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** A limit as a chip. `TODAY` is whatever passes before or with the end of today. */
export function dueChip(issue: Pick<Issue, 'acceptBy' | 'dueAt' | 'open'>, now: EpochMs, today: CivilDate): DueChip {
  const limit = pressingLimit(issue);
  if (limit === undefined) return 'NONE';
  if (limit <= now) return 'OVERDUE';
  return limit <= endOfDay(today) ? 'TODAY' : 'LATER';
}
