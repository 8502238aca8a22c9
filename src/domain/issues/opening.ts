/** A new matter, from what was reported and where it was routed. */
import type { AreaCode } from '../areas/code';
import type { AccountId, EpochMs, FileId, IssueId, PersonId } from '../basics/ids';
import type { Point, Village } from '../grid/grid';
import type { CountySettings } from '../settings/settings';
import type { Outcome } from './acts';
import { acceptBy } from './deadlines';
import type { Category, Issue, IssueTicket, Step, Tap, Telling, Urgency, Visibility } from './issue';
import { placeName } from './ladder';
import { settled, telling } from './moves';
import { numberOf } from './number';
import type { Route } from './routing';

export interface Reporter {
  readonly reporterId?: PersonId;
  readonly reporterAccount: AccountId;
  readonly reporterName: string;
  readonly onBehalf?: Issue['onBehalf'];
}

/** What was reported; texts are normalised and of allowed length, files are the reporter's own. */
export interface Report {
  readonly category: Category;
  readonly urgency: Urgency;
  readonly peopleAffected?: number;
  readonly text: string;
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
  readonly voiceSeconds?: number;
  readonly uploads: readonly string[];
  readonly shownFiles: readonly FileId[];
  readonly placeText?: string;
  readonly point?: Point;
  readonly visibility: Visibility;
  /** What the content check said of the text (WX-08). */
  readonly checked: boolean;
  readonly nameHidden: boolean;
  readonly restricted: boolean;
  readonly aboutId?: PersonId;
}

export interface Opening {
  readonly id: IssueId;
  readonly report: Report;
  readonly reporter: Reporter;
  /** EVT-19: the ticket it is filed from, and who took that in: whoever called 12345 is not here to follow it. */
  readonly ticket?: { readonly of: IssueTicket; readonly takenBy: NonNullable<Step['by']> };
  readonly route: Route;
  readonly village: Village;
  readonly place: AreaCode;
  readonly tap: Tap;
  readonly now: EpochMs;
  readonly settings: CountySettings;
}

/**
 * Opens a matter (EVT-01..05): it has an owner and an accept limit from its first moment.
 *
 * What is restricted or names a handler is never for the village to read (EVT-14). Ten people and more make an ordinary
 * matter a major one (EVT-04).
 */
export function openIssue(opening: Opening): Outcome {
  const { id, report, reporter, ticket, route, village, place, tap, now, settings } = opening;
  const urgency = urgencyOf(report, settings);
  const limit = acceptBy(settings, urgency, route.owner.post, now);
  const visibility: Visibility = report.restricted || report.aboutId !== undefined ? 'HANDLERS' : report.visibility;
  const waitsForCheck = visibility === 'VILLAGE' && (!report.checked || hasUncheckedFiles(report));
  const issue: Issue = {
    _id: id,
    number: numberOf(id, now),
    ...reporter,
    nameHidden: report.nameHidden,
    town: village.town,
    townName: village.townName,
    village: village._id,
    villageName: village.name,
    grid: place,
    placeName: placeName(village, place),
    placeText: report.placeText,
    point: report.point,
    category: report.category,
    urgency,
    peopleAffected: report.peopleAffected,
    text: report.text,
    photos: report.photos,
    voice: report.voice,
    voiceSeconds: report.voiceSeconds,
    uploads: report.uploads,
    shownFiles: report.shownFiles,
    visibility,
    published: visibility === 'VILLAGE' && report.checked,
    restricted: report.restricted,
    aboutId: report.aboutId,
    barredPosts: route.barredPosts,
    stage: 'REPORTED',
    owner: route.owner,
    open: true,
    createdAt: now,
    changedAt: now - 1,
    acceptBy: limit,
    ...(ticket === undefined ? {} : { tickets: [ticket.of], answerBy: ticket.of.answerBy, dueAt: ticket.of.answerBy }),
    calendarIncomplete: false,
    timers: { ACCEPT: limit, ...(waitsForCheck ? { PUBLISH: now + CHECK_AGAIN_MS } : {}) },
    overdueCount: 0,
    assistants: [],
    supporters: [],
    steps: [{ at: now, kind: 'REPORTED', by: ticket?.takenBy ?? reportedBy(reporter), to: route.owner }],
    taps: [tap],
    tallyStale: true,
  };
  const at = { now, cause: tap.requestId };
  const urgent = urgency === 'URGENT' ? 1 : 0;
  const tell: Telling[] = [telling(issue, { post: route.owner.post }, 'ISSUE_NEW', at, { acceptBy: limit, urgent })];
  if (reporter.onBehalf !== undefined) tell.push(telling(issue, 'REPORTER', 'ISSUE_FILED_FOR_YOU', at, { by: reporter.onBehalf.byName }));
  return { issue: settled(issue, now), tell };
}

/** How soon a content check that did not answer is asked again. */
export const CHECK_AGAIN_MS = 60_000;

/** EVT-04: what touches so many people is at least major. */
export function urgencyOf(report: Pick<Report, 'urgency' | 'peopleAffected'>, settings: CountySettings): Urgency {
  const many = (report.peopleAffected ?? 1) >= settings.event.majorPeople;
  return report.urgency === 'NORMAL' && many ? 'MAJOR' : report.urgency;
}

function hasUncheckedFiles(report: Report): boolean {
  const files = report.voice === undefined ? report.photos : [...report.photos, report.voice];
  return files.some((file) => !report.shownFiles.includes(file));
}

function reportedBy({ reporterId, reporterName, onBehalf }: Reporter) {
  if (onBehalf !== undefined) return { personId: onBehalf.by, name: onBehalf.byName };
  return { ...(reporterId === undefined ? {} : { personId: reporterId }), name: reporterName, reporter: true as const };
}
