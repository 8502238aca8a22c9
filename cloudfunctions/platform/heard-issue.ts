/**
 * A matter of the village that somebody heard and passes on (DEP-06 b, LNS-04): filed with the village's desk in the
 * transaction of whoever heard it. They are its reporter, follow it and rate it; who told them is not named.
 */
import type { VillageCode } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import type { IssueId, RequestId } from '@/domain/basics/ids';
import type { OpinionFiles } from '@/domain/deputies/opinion';
import type { Category, Issue } from '@/domain/issues/issue';
import { openIssue } from '@/domain/issues/opening';
import { routeIssue } from '@/domain/issues/routing';
import type { Context } from './context';
import { contentDigest, derivedId } from './ids';
import { toldNowOrSoon } from './issue-outcome';
import { invalidField } from './refuse';
import type { ById } from './store';

export interface Heard {
  readonly requestId: RequestId;
  readonly village: VillageCode;
  readonly category: Category;
  readonly text: string;
  /** What was sent with it. The voice stays with who heard it: it would tell who spoke. */
  readonly files?: Pick<OpinionFiles, 'photos' | 'uploads' | 'shownFiles'>;
}

export function heardIssueIdOf(context: Context, requestId: RequestId): IssueId {
  return derivedId('issue', context.caller.account, requestId);
}

/** The matter to insert; its notices are written by the clock. One read. */
export async function heardIssue(context: Context, store: ById, { requestId, village: code, category, text, files }: Heard): Promise<Issue> {
  const { settings, now, today, caller } = context;
  const { person } = caller;
  assert(person !== undefined, 'only a person hears');
  const village = await store.get('villages', code);
  if (village === undefined) throw invalidField('village', 'UNKNOWN');
  const opened = openIssue({
    id: heardIssueIdOf(context, requestId),
    report: { category, urgency: 'NORMAL', text, photos: files?.photos ?? [], uploads: files?.uploads ?? [], shownFiles: files?.shownFiles ?? [], visibility: 'HANDLERS', checked: false, nameHidden: false, restricted: false },
    reporter: { reporterId: person.id, reporterAccount: caller.account, reporterName: person.name },
    route: routeIssue({ village, place: village._id, restricted: false }, settings, { now, today }),
    village,
    place: village._id,
    tap: { requestId, digest: contentDigest({ village: code, category, text, account: caller.account }) },
    now,
    settings,
  });
  return toldNowOrSoon(opened.issue, opened.tell, 0, now).issue;
}
