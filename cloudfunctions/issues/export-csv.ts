import { levelOf, type AreaCode } from '@/domain/areas/code';
import { addCivilMonths, formatDateTime, startOfDay } from '@/domain/basics/civil-time';
import { formatPercent, shareOf } from '@/domain/basics/ratio';
import type { EpochMs } from '@/domain/basics/ids';
import { CATEGORIES, type Category, type Issue } from '@/domain/issues/issue';
import { ratesOf, type Rate } from '@/domain/issues/rates';
import { eventRecord } from '@/domain/issues/event-record';
import { targetOf } from '@/domain/issues/target';
import { EVENT_HEADER, eventRow } from '@/domain/wording/event-record';
import { categoryWords, urgencyWords } from '@/domain/wording/issues';
import { stageOf } from '@/domain/wording/tickets';
import { auditRow } from '@platform/audit';
import type { Context } from '@platform/context';
import type { Tally } from '@platform/records';
import { invalidField } from '@platform/refuse';
import { MAX_PAGE, type Where } from '@platform/store';
import { overseenArea, townOrVillage } from './areas';
import { csvOf } from '@/domain/basics/csv';
import { issues } from './os';

interface Asked {
  readonly area: AreaCode;
  readonly month: string;
  readonly after: string | undefined;
}

/**
 * Outcomes of a month as a table, without personal data: no names, no texts, no places nearer than the village (PRV-05,
 * BUR-04). Every export leaves an audit row (PRV-11).
 */
export const exportCsv = issues.exportCsv.handler(async ({ input, context }) => {
  const area = overseenArea(input.area, context);
  context.permit('issues.exportCsv', area === undefined ? {} : { area });
  if (area === undefined || !isMonth(input.month)) throw invalidField('month', 'FORMAT');
  const asked: Asked = { area, month: input.month, after: input.after };
  const { csv, next } = input.kind === 'RATES' ? await rateTable(asked, context) : await issueTable(asked, input.kind, context);
  if (input.after === undefined) {
    await context.store.insert('audit', auditRow(context, 'issues.exportCsv', { target: `area:${area}`, area, detail: { kind: input.kind, month: input.month } }));
  }
  return { name: `${area}-${input.month}-${NAMES[input.kind]}.csv`, csv, ...(next === undefined ? {} : { next }) };
});

const NAMES = { RATES: '办理情况', ISSUES: '清单', EVENTS: '综治事件' } as const;

const RATE_HEADER = ['地区', '类别', '报上来', '按时答复', '应答复', '响应率', '解决', '已评价', '解决率', '满意', '满意率', '按期办结', '办结', '按期办结率', '重办', '重办率'];

async function rateTable({ area, month, after }: Asked, { store }: Context): Promise<{ readonly csv: string; readonly next?: string | undefined }> {
  const where: Where = levelOf(area) === 'VILLAGE' ? { area, month } : { within: area, month };
  const page = await store.find('tallies', { where, limit: MAX_PAGE, ...(after === undefined ? {} : { after }) });
  const rows = [...page.items].sort((a, b) => (a.area < b.area ? -1 : 1)).flatMap((tally) => CATEGORIES.flatMap((category) => rateRow(tally, category)));
  return { csv: csvOf(rows, RATE_HEADER, after === undefined), next: page.next };
}

function rateRow(tally: Tally, category: Category): readonly (readonly (string | number)[])[] {
  const counts = tally.counts[category];
  if (counts === undefined || counts.reported === 0) return [];
  const { responded, solved, satisfied, onTime, reopened } = ratesOf(counts);
  return [[
    tally.areaName, categoryWords(category), counts.reported,
    responded.numerator, responded.denominator, percent(responded),
    solved.numerator, solved.denominator, percent(solved),
    satisfied.numerator, percent(satisfied),
    onTime.numerator, onTime.denominator, percent(onTime),
    reopened.numerator, percent(reopened),
  ]];
}

function percent({ numerator, denominator }: Rate): string {
  return formatPercent(shareOf(numerator, denominator));
}

const ISSUE_HEADER = ['编号', '村', '类别', '级别', '状态', '报上来', '签收', '按时签收', '办结', '按期办结', '超期次数', '重办', '解决', '满意'];
const SOLVED = { YES: '解决', PARTLY: '部分解决', NO: '没解决' } as const;
const SATISFACTION = { SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' } as const;

async function issueTable({ area, month, after }: Asked, kind: 'ISSUES' | 'EVENTS', context: Context): Promise<{ readonly csv: string; readonly next?: string | undefined }> {
  const from = `${month}-01`;
  const page = await context.store.find('issues', {
    where: { ...townOrVillage(area), createdAt: { gte: startOfDay(from), lt: startOfDay(addCivilMonths(from, 1)) } },
    orderBy: [{ field: 'createdAt', direction: 'desc' }],
    limit: MAX_PAGE,
    ...(after === undefined ? {} : { after }),
  });
  // What the access table keeps from the caller, restricted matters above all, stands in no table of theirs either.
  const issues = page.items.filter((issue) => context.may('issues.exportCsv', targetOf(issue)));
  const [rows, header] = kind === 'EVENTS' ? [issues.map((issue) => eventRow(eventRecord(issue, context.settings))), EVENT_HEADER] : [issues.map(issueRow), ISSUE_HEADER];
  return { csv: csvOf(rows, header, after === undefined), next: page.next };
}

function issueRow(issue: Issue): readonly (string | number)[] {
  return [
    issue.number, issue.villageName, categoryWords(issue.category), urgencyWords(issue.urgency), stageOf(issue),
    formatDateTime(issue.createdAt), time(issue.acceptedAt), yesNo(issue.acceptedInTime), time(issue.doneAt), yesNo(issue.doneInTime),
    issue.overdueCount, issue.reopenedAt === undefined ? '' : '是',
    issue.rating === undefined ? '' : SOLVED[issue.rating.solved], issue.rating === undefined ? '' : SATISFACTION[issue.rating.satisfaction],
  ];
}

function time(at: EpochMs | undefined): string {
  return at === undefined ? '' : formatDateTime(at);
}

function yesNo(value: boolean | undefined): string {
  return value === undefined ? '' : value ? '是' : '否';
}

function isMonth(month: string): boolean {
  const number = Number(month.slice(5));
  return number >= 1 && number <= 12;
}
