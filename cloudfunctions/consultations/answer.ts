import type { Category } from '@/domain/issues/issue';
import type { Consultation } from '@/domain/consultations/consultation';
import { openIssue } from '@/domain/issues/opening';
import { routeIssue } from '@/domain/issues/routing';
import { assert } from '@/domain/basics/assert';
import type { Context } from '@platform/context';
import { derivedId } from '@platform/ids';
import { toldNowOrSoon } from '@platform/issue-outcome';
import { invalidField, refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { readLine, readText } from '@platform/texts';
import { actOnMatter } from './act-on-matter';
import { consultations } from './os';
import { movedTo } from './views';

/** The village and the issue. */
const OPERATIONS_OF_AN_ISSUE = 2;

/** The village's line on what was raised (CON-03). 立即办 files it as an issue of its raiser, with whoever answers for the place. */
export const answer = consultations.answer.handler(async ({ input, context }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  const title = readLine(input.title);
  const { category } = input;
  const atOnce = input.line === 'DO_NOW';
  if (atOnce && category === undefined) throw invalidField('category', 'REQUIRED');
  const issueId = derivedId('issue', input.consultationId);
  const answered = await actOnMatter(context, input, {
    name: 'ANSWER',
    words: [title, text],
    operations: atOnce ? OPERATIONS_OF_AN_ISSUE : 0,
    build: () => ({ act: 'ANSWER', line: input.line, text, ...(title === undefined ? {} : { title }), ...(atOnce ? { issueId } : {}) }),
    ...(atOnce && category !== undefined ? { beside: (tx: Transaction, matter: Consultation) => fileIssue(tx, matter, category, issueId, context, input.requestId) } : {}),
  });
  return { ...movedTo(answered), issueId: answered.ending === 'ISSUE' ? answered.intoId : undefined };
});

/** Through the rules of the issue module: located, routed, with its own limits from this moment on (EVT-01..05). */
async function fileIssue(tx: Transaction, matter: Consultation, category: Category, issueId: string, { now, today, settings }: Context, requestId: string): Promise<void> {
  const village = await tx.get('villages', matter.village);
  if (village === undefined) throw refusal('NOT_FOUND');
  const { raiserId, raiserAccount, raiserName } = matter;
  assert(raiserId !== undefined && raiserAccount !== undefined && raiserName !== undefined, 'what repeated issues grew into is never filed again');
  const route = routeIssue({ village, place: matter.grid, restricted: false }, settings, { now, today });
  const report = {
    category, urgency: 'NORMAL', text: matter.text, photos: matter.photos, voice: matter.voice, voiceSeconds: matter.voiceSeconds, uploads: matter.uploads, shownFiles: matter.shownFiles,
    visibility: matter.audience === 'VILLAGE' ? 'VILLAGE' : 'HANDLERS', checked: matter.wordsShown, nameHidden: false, restricted: false,
  } as const;
  const filed = openIssue({ id: issueId, report, reporter: { reporterId: raiserId, reporterAccount: raiserAccount, reporterName: raiserName }, route, village, place: matter.grid, tap: { requestId, digest: 'consultation' }, now, settings });
  // Its owner hears of it by the clock's next turn: this action has no store operation left.
  await tx.insert('issues', toldNowOrSoon(filed.issue, filed.tell, 0, now).issue);
}
