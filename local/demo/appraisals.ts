/**
 * Two appraisals of the branch of 三塘村: last year's, reported with grades and one improvement plan, and this year's, in which
 * members are writing of themselves. Everything by calls to the functions at moments of the past; nothing here writes a record.
 *
 * Measured on paper: a secret box a member would have the demo draw a village's roll a dozen times before anybody sees it.
 */
import type { AppraisalView } from '@/contract/appraisals';
import type { WireReply } from '@/contract/wire';
import { addCivilDays, civilDateOf, HOUR_MS, startOfDay, yearOf } from '@/domain/basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '@/domain/basics/ids';
import type { MemberGrade } from '@/domain/appraisals/appraisal';
import type { Platform } from '@platform/context';
import { phonesOf } from './phones';

/** 三塘村, in the personas' town: its Party office sees what was reported. */
const BRANCH = '610921107200';
const HOUR = 10;

interface Life {
  readonly does: <T>(who: PersonId, day: CivilDate, context: 'points' | 'appraisals', procedure: string, input: object) => Promise<T>;
  readonly tick: (day: CivilDate) => Promise<void>;
  /** The clock runs until the branch's members are drawn, a page of the village a turn. */
  readonly drawn: (day: CivilDate) => Promise<void>;
}

/** More pages than a village has. */
const TURNS = 60;

/** Lives through both; nothing where the village was not loaded. A second run finds everything there. */
export async function liveThroughAppraisals(platform: Platform): Promise<void> {
  const { items: people } = await platform.store.find('people', { where: { village: BRANCH }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 1 });
  const secretary = people.length === 0 ? undefined : await holderOf(platform, 'BRANCH_SECRETARY');
  if (secretary === undefined) return;
  const phones = phonesOf(platform);
  const now = platform.clock();
  const today = civilDateOf(now);
  const at = (day: CivilDate): EpochMs => Math.min(startOfDay(day) + HOUR * HOUR_MS, now);
  let taps = 0;
  const life: Life = {
    async does<T>(who: PersonId, day: CivilDate, context: 'points' | 'appraisals', procedure: string, input: object): Promise<T> {
      taps += 1;
      const reply: WireReply = await phones.does(who, at(day), context, procedure, { requestId: `demo-appraisals-${String(taps).padStart(6, '0')}`, village: BRANCH, ...input });
      if (!reply.ok) throw new Error(`the demo’s appraisals: ${procedure} was refused: ${reply.error.code}`);
      return reply.data as T;
    },
    tick: (day) => phones.clockRuns(at(day)),
    async drawn(day) {
      for (let turn = 0; turn < TURNS && (turn === 0 || (await platform.store.get('branches', BRANCH))?.drawing !== undefined); turn += 1) await phones.clockRuns(at(day));
    },
  };
  const year = yearOf(today);
  await lastYear(life, secretary, year - 1);
  // In the first days of January nobody has begun with the new year yet.
  if (addCivilDays(today, -3) > `${year}-01-25`) await thisYear(life, secretary, year, today);
}

async function lastYear({ does, tick, drawn }: Life, secretary: PersonId, year: number): Promise<void> {
  const office = (day: CivilDate, procedure: string, input: object = {}) => does(secretary, day, 'appraisals', procedure, { year, ...input });
  await does(secretary, `${year}-01-06`, 'points', 'openCycle', { cycle: year });
  await drawn(`${year}-01-06`);
  await office(`${year}-12-05`, 'open', { selfUntil: `${year}-12-15`, measure: 'PAPER' });
  await tick(`${year}-12-05`);
  const { appraisal } = await does<{ readonly appraisal: AppraisalView }>(secretary, `${year}-12-06`, 'appraisals', 'get', { year });
  const members = appraisal.items.map(({ personId }) => personId).filter((one) => one !== secretary);
  for (const [nth, who] of members.entries()) await does(who, `${year}-12-08`, 'appraisals', 'self', { year, text: SELF_TEXTS[nth % SELF_TEXTS.length], grade: 'QUALIFIED' });
  await tick(`${year}-12-16`);
  await office(`${year}-12-18`, 'meeting', { on: `${year}-12-18`, host: '支部书记', recorder: '组织委员', called: appraisal.items.length, came: appraisal.items.length - 2, text: '逐个评定，当场宣布。' });
  for (const [nth, about] of members.entries()) {
    const grade = gradeOf(nth);
    const others = appraisal.items.length - 1;
    const counts = { EXCELLENT: grade === 'EXCELLENT' ? others - 2 : 1, QUALIFIED: grade === 'EXCELLENT' ? 2 : others - 2, BASIC: grade === 'EXCELLENT' ? 0 : 1, NOT_QUALIFIED: 0, UNKNOWN: 0 };
    await office(`${year}-12-18`, 'paper', { about, counts, tellers: ['甲计票人', '乙计票人'] });
    await office(`${year}-12-19`, 'opinion', { about, text: grade === 'BASIC' ? '下半年少参加了组织生活' : '能履行党员义务', grade });
    await office(`${year}-12-19`, 'decide', { about, grade, reason: '党员大会评定' });
  }
  await office(`${year}-12-22`, 'report');
  await tick(`${year}-12-22`);
  const [low] = members.filter((_, nth) => gradeOf(nth) === 'BASIC');
  await office(`${year}-12-24`, 'plan', { about: low, text: '每月参加一次组织生活，联系一户', due: `${year + 1}-01-20` });
  await tick(`${year + 1}-01-18`);
  await office(`${year + 1}-01-19`, 'finishPlan', { about: low, result: '两次都参加了' });
}

async function thisYear({ does, tick, drawn }: Life, secretary: PersonId, year: number, today: CivilDate): Promise<void> {
  const ago = (days: number): CivilDate => addCivilDays(today, -days);
  await does(secretary, `${year}-01-08`, 'points', 'publish', { cycle: year - 1, n: 4 });
  await does(secretary, `${year}-01-20`, 'points', 'closeCycle', { cycle: year - 1 });
  await tick(`${year}-01-20`);
  await does(secretary, `${year}-01-21`, 'points', 'openCycle', { cycle: year });
  await drawn(`${year}-01-21`);
  await does(secretary, ago(3), 'appraisals', 'open', { year, selfUntil: ago(-7), measure: 'PAPER' });
  await tick(ago(3));
  const { appraisal } = await does<{ readonly appraisal: AppraisalView }>(secretary, ago(2), 'appraisals', 'get', { year });
  const [first, second, third] = appraisal.items.map(({ personId }) => personId).filter((one) => one !== secretary);
  for (const [nth, who] of [first, second].entries()) if (who !== undefined) await does(who, ago(2), 'appraisals', 'self', { year, text: SELF_TEXTS[nth], grade: 'QUALIFIED' });
  if (first !== undefined && third !== undefined) await does(third, ago(1), 'appraisals', 'remark', { year, about: first, kind: 'MERIT', text: '抢险那几天一直在河堤上' });
  await tick(today);
}

const SELF_TEXTS = ['联系的三户每月都去，帮两户跑了医保。', '参加了修渠，带了两个年轻人。', '组织生活参加了九次，有三次请了假。'] as const;

/** Three of the members 优秀, one 基本合格, the others 合格. */
function gradeOf(nth: number): MemberGrade {
  return nth < 3 ? 'EXCELLENT' : nth === 4 ? 'BASIC' : 'QUALIFIED';
}

async function holderOf({ store }: Platform, role: 'BRANCH_SECRETARY'): Promise<PersonId | undefined> {
  let after: string | undefined;
  do {
    const page = await store.find('people', { where: { village: BRANCH }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100, after });
    const found = page.items.find((person) => person.status === 'ACTIVE' && person.roles.some((grant) => grant.role === role && grant.area === BRANCH));
    if (found !== undefined) return found._id;
    after = page.next;
  } while (after !== undefined);
  return undefined;
}
