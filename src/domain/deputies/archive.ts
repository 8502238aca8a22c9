/**
 * A deputy's performance archive (履职档案, DEP-09; 代表法 art. 58). It grows by itself from what is recorded anyway; what
 * only the presidium knows it adds. It counts and lists, and never ranks (BUR-01).
 */
import { yearOf } from '../basics/civil-time';
import type { TownCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { ContactMode, ContactPurpose } from '../liaisons/contact';

/** 联系走访, 出席会议, 视察调研, 学习培训, 小组活动, 建议意见, 向选民述职, 荣誉. */
export const HEADINGS = ['CONTACT', 'MEETING', 'INSPECTION', 'TRAINING', 'GROUP', 'SUGGESTION', 'REPORT', 'HONOUR'] as const;
export type Heading = (typeof HEADINGS)[number];

/** What the presidium enters; contacts and suggestions come from the deputies' own work (BUR-03). */
export const ENTERED_HEADINGS = ['MEETING', 'INSPECTION', 'TRAINING', 'GROUP', 'REPORT', 'HONOUR'] as const satisfies readonly Heading[];
export type EnteredHeading = (typeof ENTERED_HEADINGS)[number];

export interface ArchiveEntry {
  readonly _id: string;
  readonly town: TownCode;
  readonly heading: Heading;
  readonly on: CivilDate;
  /** What the public reads: 镇人代会第三次会议. A contact has none: what was said at somebody's door is nobody else's. */
  readonly title?: string;
  /** Whose archives it stands in: one deputy's, or all who were called to a meeting. */
  readonly mandates: readonly string[];
  /** Of those, who did not come. */
  readonly absent: readonly string[];
  readonly contact?: {
    readonly mode: ContactMode;
    readonly purposes: readonly ContactPurpose[];
    readonly households: number;
    /** Which of the deputy's own households, where they were ticked (DEP-04). */
    readonly with?: readonly string[];
    readonly summary?: string;
  };
  /** 选民座谈会 (DEP-02): the one of its quarter. */
  readonly forum?: true;
  readonly opinionId?: string;
  readonly at: EpochMs;
  readonly by: PersonId;
  /** How many of `mandates`, from the end, have still to come into their year's figures; absent once none has. */
  readonly toCount?: number;
}

/** A deputy's year in figures, kept by the clock: each entry is counted exactly once. */
export interface DeputyYear {
  /** `<mandate>:<year>` */
  readonly _id: string;
  readonly mandate: string;
  readonly year: number;
  /** Households visited or met. */
  readonly households: number;
  /** Days of reception at the station. */
  readonly receptions: number;
  readonly meetings: { readonly called: number; readonly came: number };
  readonly counts: Readonly<Record<Heading, number>>;
}

export function yearIdOf(mandate: string, year: number): string {
  return `${mandate}:${year}`;
}

export function emptyYear(mandate: string, year: number): DeputyYear {
  const counts = Object.fromEntries(HEADINGS.map((heading) => [heading, 0])) as Record<Heading, number>;
  return { _id: yearIdOf(mandate, year), mandate, year, households: 0, receptions: 0, meetings: { called: 0, came: 0 }, counts };
}

/** The year with one entry more. Who did not come to what they were called to has it counted as called, and nothing else. */
export function withEntry(year: DeputyYear, entry: ArchiveEntry): DeputyYear {
  const came = !entry.absent.includes(year.mandate);
  const meeting = entry.heading === 'MEETING';
  const { contact } = entry;
  return {
    ...year,
    households: year.households + (contact?.households ?? 0),
    receptions: year.receptions + (contact?.mode === 'RECEIVE' ? 1 : 0),
    meetings: { called: year.meetings.called + (meeting ? 1 : 0), came: year.meetings.came + (meeting && came ? 1 : 0) },
    counts: came ? { ...year.counts, [entry.heading]: year.counts[entry.heading] + 1 } : year.counts,
  };
}

/** The year an entry belongs to. */
export function yearOfEntry({ on }: Pick<ArchiveEntry, 'on'>): number {
  return yearOf(on);
}
