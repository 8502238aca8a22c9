/** Files a report, by its reporter or on somebody's behalf: located, routed, checked, saved in one transaction. */
import type { Receipt, SubmitForInput, SubmitInput } from '@/contract/issues';
import type { GridCode } from '@/domain/areas/code';
import type { Issue } from '@/domain/issues/issue';
import { openIssue, type Report, type Reporter } from '@/domain/issues/opening';
import type { Route } from '@/domain/issues/routing';
import type { Village } from '@/domain/grid/grid';
import type { SentKind } from '@/domain/people/sending';
import { auditRow } from '@platform/audit';
import type { Context } from '@platform/context';
import { contentDigest, derivedId } from '@platform/ids';
import { countedSoon, toldNowOrSoon } from '@platform/issue-outcome';
import { isTaken } from '@platform/once';
import { MOST_OPERATIONS } from '@platform/operations';
import { refusal } from '@platform/refuse';
import { countSent, countingOperations, nextSending, permitSending } from '@platform/sending';
import { CLAIM_OPERATIONS, claim, type Claimed } from '@platform/attachments';
import { checkText } from '@platform/content-check';
import { locate, routeFrom } from '@platform/place-of';
import { readLine, readText } from '@platform/texts';
import { ownerView } from './views';

/** Account, person, village, the issue and the audit row. */
const OPERATIONS_OF_EVERY_REPORT = 5;

const COUNTED_AS: Readonly<Record<Filing['action'], SentKind>> = { 'issues.submit': 'REPORT', 'issues.submitFor': 'ON_BEHALF' };

export interface Filing {
  readonly action: 'issues.submit' | 'issues.submitFor';
  readonly input: Omit<SubmitInput, 'visitorName'> | SubmitForInput;
  readonly reporter: Reporter;
  /** The grid of the reporter's household; absent for a visitor. */
  readonly home: GridCode | undefined;
  /** Store operations the caller has done besides. */
  readonly operations: number;
}

/**
 * A report that arrives a second time answers from what was filed. Nothing is read to find that out: the id derives from
 * the tap, and the store says that it is taken.
 */
export async function fileReport(context: Context, filing: Filing): Promise<Receipt> {
  const { store, settings, now } = context;
  const { input, reporter, action } = filing;
  const text = readText('text', input.text, settings.text.issueMax, input.attachments?.voice === undefined ? 'NEEDED' : 'OPTIONAL');
  const placeText = readLine(input.placeText);
  const located = await locate(input.place, filing.home, context);
  const { route, operations } = await routeFrom(located, { restricted: input.sensitive, aboutId: input.aboutId }, context);
  const id = derivedId('issue', context.caller.account, input.requestId);
  const tap = { requestId: input.requestId, digest: contentDigest({ ...input, account: context.caller.account, action }) };
  // What is urgent is never refused for having been one too many, and takes nobody's room.
  const counts = input.urgency === 'URGENT' ? undefined : COUNTED_AS[action];
  // What will be refused, or was filed before, is not worth one of the checks WeChat gives a day.
  const isFull = counts !== undefined && nextSending(context, counts) !== undefined;
  const checked = !isFull && (await checkedForVillage(context, input, `${text}\n${placeText ?? ''}`));
  const report = (files: Claimed): Report => ({
    category: input.category,
    urgency: input.urgency,
    peopleAffected: input.peopleAffected,
    text,
    placeText,
    point: input.place.kind === 'POINT' ? rounded(input.place.point) : undefined,
    visibility: input.visibility,
    checked,
    nameHidden: input.nameHidden,
    restricted: input.sensitive,
    aboutId: input.aboutId,
    ...files,
  });
  try {
    const filed = await store.transaction(async (tx) => {
      const files = await claim(tx, context, input.attachments, `issue:${id}`);
      const opened = openIssue({ id, report: report(files), reporter, route, village: located.village, place: located.area, tap, now, settings });
      const used = OPERATIONS_OF_EVERY_REPORT + filing.operations + operations + (files.uploads.length === 0 ? 0 : CLAIM_OPERATIONS);
      const counted = counts === undefined ? 0 : countingOperations(context);
      // Who is to handle it hears at once; where then no operation is left, the clock counts.
      const countsNow = counts !== undefined && used + opened.tell.length + counted <= MOST_OPERATIONS;
      const owing = counts === undefined || countsNow ? opened.issue : countedSoon(opened.issue, { account: context.caller.account, kind: counts, isNew: context.caller.sent === undefined }, now);
      const { issue, notices } = toldNowOrSoon(owing, opened.tell, MOST_OPERATIONS - used - (countsNow ? counted : 0), now);
      await tx.insert('issues', issue);
      // After the insert, which fails for a repeat: what was taken once is not refused when it comes again.
      if (counts !== undefined) permitSending(context, counts);
      if (countsNow) await countSent(tx, context, counts);
      for (const one of notices) await tx.insert('notices', one);
      await tx.insert('audit', auditRow(context, action, { target: `issue:${id}`, area: located.area, detail: { category: issue.category, urgency: issue.urgency }, requestId: input.requestId }));
      return issue;
    });
    return receiptOf(filed, route, located.village, context);
  } catch (error) {
    if (!isTaken(error, 'issues', id)) throw error;
    const before = await store.get('issues', id);
    if (before?.taps[0]?.digest !== tap.digest) throw refusal('REQUEST_REUSED');
    return receiptOf(before, route, located.village, context);
  }
}

/** Only what the village is to read is checked; a text that does not pass is not filed as public (WX-08). */
async function checkedForVillage(context: Context, input: Filing['input'], text: string): Promise<boolean> {
  if (input.visibility !== 'VILLAGE' || input.sensitive || input.aboutId !== undefined) return false;
  const outcome = text.trim() === '' ? 'PASSED' : await checkText(context, text.trim());
  if (outcome === 'REFUSED') throw refusal('CONTENT_REFUSED');
  return outcome === 'PASSED';
}

/** Three decimals are a hundred metres: enough to find a ditch, too little to find a bed (PRV-05). */
function rounded({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): Issue['point'] {
  return { latitude: Math.round(latitude * 1000) / 1000, longitude: Math.round(longitude * 1000) / 1000 };
}

function receiptOf(issue: Issue, route: Route, village: Village, context: Context): Receipt {
  return {
    issueId: issue._id,
    number: issue.number,
    owner: ownerView(issue.owner, context, village),
    acceptBy: issue.acceptBy ?? issue.acceptedAt ?? issue.createdAt,
    urgent: issue.urgency === 'URGENT',
    vacant: [...route.vacant],
  };
}
