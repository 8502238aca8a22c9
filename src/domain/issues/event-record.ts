/**
 * A matter as the province's platform keeps an event (综治事件, GB/T 31000; EVT-18). Everything that the matter knows is taken
 * from it; a desk adds the four things that it cannot know (BUR-03). No person, no words of anybody, no place nearer than the village.
 */
import type { EpochMs } from '../basics/ids';
import { isDepartment, type PostKey } from '../grid/posts';
import type { CountySettings } from '../settings/settings';
import { dueOf } from './deadlines';
import type { Category, EventAddition, EventLevel, Issue, Solved, Urgency } from './issue';
import { isFromHotline } from './transitions';

export type EventSource = 'REPORTED' | 'ON_BEHALF' | 'HOTLINE';
/** One person's matter, or that of as many as make one major (EVT-04). */
export type EventScale = 'SINGLE' | 'GROUP';
export type EventResult = 'OPEN' | 'DONE' | 'ELSEWHERE' | 'WITHDRAWN';

export interface EventRecord extends EventAddition {
  readonly number: string;
  readonly at: EpochMs;
  readonly village: string;
  readonly category: Category;
  readonly people: number;
  readonly scale: EventScale;
  readonly level: EventLevel;
  readonly source: EventSource;
  /** Departments that had it or helped, by name where the matter knows one. */
  readonly units: readonly string[];
  /** Whose post brought it to its end, or has it now. */
  readonly resolver: PostKey;
  /** By when it was to be done; absent before it was accepted. */
  readonly limit?: EpochMs;
  readonly result: EventResult;
  readonly doneAt?: EpochMs;
  /** What its reporter says; absent while nobody said anything. */
  readonly success?: Solved;
}

const LEVEL_OF: Readonly<Record<Urgency, EventLevel>> = { NORMAL: 'ORDINARY', MAJOR: 'LARGER', URGENT: 'MAJOR' };

/** The record of a matter, with what a desk added in place of what is only derived. */
export function eventRecord(issue: Issue, settings: Pick<CountySettings, 'event' | 'calendar' | 'departments'>): EventRecord {
  const people = issue.event?.people ?? peopleKnown(issue);
  const { parties, mode } = issue.event ?? {};
  const limit = limitOf(issue, settings);
  const last = issue.steps.filter(({ kind }) => kind === 'DONE' || kind === 'REJECTED').at(-1);
  return {
    number: issue.number,
    at: issue.createdAt,
    village: issue.villageName,
    category: issue.category,
    people,
    scale: people >= settings.event.majorPeople ? 'GROUP' : 'SINGLE',
    level: issue.event?.level ?? LEVEL_OF[issue.urgency],
    source: isFromHotline(issue) ? 'HOTLINE' : issue.onBehalf === undefined ? 'REPORTED' : 'ON_BEHALF',
    units: unitsOf(issue, settings),
    resolver: issue.open ? issue.owner.post : last?.by?.post ?? issue.owner.post,
    result: issue.open ? 'OPEN' : issue.stage === 'WITHDRAWN' ? 'WITHDRAWN' : issue.stage === 'REJECTED' ? 'ELSEWHERE' : 'DONE',
    ...(parties === undefined ? {} : { parties }),
    ...(mode === undefined ? {} : { mode }),
    ...(limit === undefined ? {} : { limit }),
    ...(issue.doneAt === undefined ? {} : { doneAt: issue.doneAt }),
    ...(issue.rating === undefined ? {} : { success: issue.rating.solved }),
  };
}

/** What of a desk's words the matter does not know itself: what is the same as derived goes on being derived. */
export function addedTo(issue: Issue, { people, level, parties, mode }: { readonly [K in keyof EventAddition]: EventAddition[K] | undefined }): EventAddition {
  return {
    ...(people === undefined || people === peopleKnown(issue) ? {} : { people }),
    ...(level === undefined || level === LEVEL_OF[issue.urgency] ? {} : { level }),
    ...(parties === undefined ? {} : { parties }),
    ...(mode === undefined ? {} : { mode }),
  };
}

/** How many a matter is known to touch: as many as its reporter said, or as have joined in. */
export function peopleKnown(issue: Pick<Issue, 'peopleAffected' | 'supporters'>): number {
  return Math.max(issue.peopleAffected ?? 1, issue.supporters.length + 1);
}

function limitOf(issue: Issue, settings: Pick<CountySettings, 'calendar'>): EpochMs | undefined {
  if (issue.limit === undefined) return issue.answerBy;
  return Math.min(dueOf(issue.limit, settings).dueAt, issue.answerBy ?? Infinity);
}

function unitsOf(issue: Issue, { departments }: Pick<CountySettings, 'departments'>): readonly string[] {
  const posts = [...issue.steps.flatMap(({ from, to }) => [from?.post, to?.post].flatMap((post) => post ?? [])), ...issue.assistants].filter(isDepartment);
  return [...new Set(posts)].map((post) => departments.find(({ code }) => post.endsWith(`/${code}`))?.name ?? post);
}
