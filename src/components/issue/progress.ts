/** Where an issue is, as the stage rail, one line and a due block say it. */
import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/chip';
import { civilDateOf, civilDaysBetween, dueDay, dueWithVerb, formatDay, formatMoment } from '@/domain/basics/civil-time';
import { exhaustive } from '@/domain/basics/exhaustive';
import type { EpochMs } from '@/domain/basics/ids';
import type { Side, Stage } from '@/domain/issues/issue';

/** The one loop, as villagers say it. */
export const RAIL: readonly string[] = ['报上来', '接了', '正在办', '办好了', '您来评'];
/** The same for a neighbour, who has nothing to rate. */
const NEIGHBOUR_RAIL: readonly string[] = [...RAIL.slice(0, -1), '评一评'];

/** What every list of issues knows of one. */
export interface Progress {
  readonly stage: Stage;
  readonly side?: Side | undefined;
  readonly owner: { readonly name: string };
  readonly acceptBy?: EpochMs | undefined;
  readonly dueAt?: EpochMs | undefined;
  readonly calendarIncomplete: boolean;
  /** False for a neighbour's: what waits for its reporter does not wait for the reader. */
  readonly mine?: boolean | undefined;
}

export function railOf({ mine }: Pick<Progress, 'mine'>): readonly string[] {
  return mine === false ? NEIGHBOUR_RAIL : RAIL;
}

/** The point of the rail where it is now; past its end when all is done. */
export function railAt(stage: Stage): number {
  switch (stage) {
    case 'REPORTED':
      return 0;
    case 'ACCEPTED':
    case 'ASSIGNED':
      return 1;
    case 'HANDLING':
      return 2;
    case 'DONE':
      return 4;
    case 'RATED':
    case 'ARCHIVED':
      return RAIL.length;
    case 'REJECTED':
    case 'WITHDRAWN':
      return 0;
    default:
      return exhaustive(stage);
  }
}

/** Whether anything can still fall due. */
export function isUnderWay(stage: Stage): boolean {
  return stage === 'REPORTED' || stage === 'ACCEPTED' || stage === 'ASSIGNED' || stage === 'HANDLING';
}

/** Reported or handed on, and not taken over yet: the next limit is the one for accepting (EVT-05). */
export function waitsForAcceptance({ stage }: Progress): boolean {
  return stage === 'REPORTED' || stage === 'ASSIGNED';
}

function limitOf(issue: Progress): EpochMs | undefined {
  return waitsForAcceptance(issue) ? issue.acceptBy ?? issue.dueAt : issue.dueAt;
}

interface DueWords {
  readonly state: 'left' | 'today' | 'overdue' | 'paused' | 'done';
  readonly words: string;
  readonly line: string;
}

/** The large words of the due block and the date under them. */
export function dueWords(issue: Progress, now: EpochMs): DueWords {
  if (issue.stage === 'WITHDRAWN') return { state: 'paused', words: '您撤回了', line: '还想办，可以再报一次' };
  if (issue.stage === 'REJECTED') return { state: 'paused', words: '不归村里办', line: '下面写了该找谁' };
  if (issue.stage === 'DONE') return { state: 'done', words: '办好了', line: issue.mine === false ? '等报的人评一评' : '等您评一评' };
  if (!isUnderWay(issue.stage)) return { state: 'done', words: '办好了', line: '这件事结了' };
  if (issue.side === 'SUSPENDED') return { state: 'paused', words: '先停一停', line: '到了日子会接着办' };
  const limit = limitOf(issue);
  if (limit === undefined) return { state: 'left', words: '正在办', line: `${issue.owner.name}在办` };
  const verb = waitsForAcceptance(issue) ? '接' : '办好';
  const line = `最晚${dueWithVerb(limit, verb, now)}${issue.calendarIncomplete ? '（放假安排还没公布，到时可能会变）' : ''}`;
  if (now >= limit) return { state: 'overdue', words: overdueWords(limit, now), line };
  const days = civilDaysBetween(civilDateOf(now), dueDay(limit));
  if (days === 0) return { state: 'today', words: verb === '接' ? '等人接' : '今天到期', line };
  return { state: 'left', words: verb === '接' ? '等人接' : `还剩 ${days} 天`, line };
}

function overdueWords(limit: EpochMs, now: EpochMs): string {
  const days = civilDaysBetween(dueDay(limit), civilDateOf(now));
  return days === 0 ? '过了时间' : `超期 ${days} 天`;
}

/** Who has it and by when, in one line: 陈守田在办，最晚11月25日（周三）办好. */
export function statusLine(issue: Progress, now: EpochMs): string {
  const { name } = issue.owner;
  switch (issue.stage) {
    case 'REPORTED':
    case 'ASSIGNED':
      return byWhen(`交给了${name}`, issue.acceptBy, '接', now);
    case 'ACCEPTED':
    case 'HANDLING':
      return issue.side === 'SUSPENDED' ? `${name}在办，先停一停` : byWhen(`${name}在办`, issue.dueAt, '办好', now);
    case 'DONE':
      return `${name}办好了，等${issue.mine === false ? '报的人' : '您'}评一评`;
    case 'RATED':
      return `${issue.mine === false ? '报的人' : '您'}评过了，这件事结了`;
    case 'ARCHIVED':
      return '这件事结了';
    case 'REJECTED':
      return '不归村里办，里面写了该找谁';
    case 'WITHDRAWN':
      return '您撤回了';
    default:
      return exhaustive(issue.stage);
  }
}

/** A day that has passed is no promise any more: then it says by how much. */
function byWhen(who: string, limit: EpochMs | undefined, verb: string, now: EpochMs): string {
  if (limit === undefined) return who;
  return now < limit ? `${who}，最晚${dueWithVerb(limit, verb, now)}` : `${who}，该${dueWithVerb(limit, verb, now)}的，${overdueWords(limit, now)}`;
}

/** The state chip of a card. */
export function stageChip(issue: Progress, now: EpochMs): { readonly tone: Tone; readonly text: string; readonly icon: IconName } {
  const limit = limitOf(issue);
  if (isUnderWay(issue.stage) && issue.side === 'SUSPENDED') return { tone: 'idle', text: '先停一停', icon: 'pause' };
  if (isUnderWay(issue.stage) && limit !== undefined && now >= limit) return { tone: 'bad', text: overdueWords(limit, now), icon: 'alert' };
  switch (issue.stage) {
    case 'REPORTED':
    case 'ASSIGNED':
      return { tone: 'go', text: issue.side === 'REOPENED' ? '重新办' : '等人接', icon: 'hand' };
    case 'ACCEPTED':
    case 'HANDLING':
      return { tone: 'go', text: '正在办', icon: 'hand' };
    case 'DONE':
      return { tone: 'ok', text: '办好了', icon: 'ok' };
    case 'RATED':
    case 'ARCHIVED':
      return { tone: 'ok', text: '结了', icon: 'ok' };
    case 'REJECTED':
      return { tone: 'idle', text: '转别处', icon: 'transfer' };
    case 'WITHDRAWN':
      return { tone: 'idle', text: '撤回了', icon: 'pause' };
    default:
      return exhaustive(issue.stage);
  }
}

/** Whether it went back once already: a second time it does not (EVT-13). */
export function wasDoneAgain({ steps }: { readonly steps: readonly { readonly kind: string }[] }): boolean {
  return steps.some(({ kind }) => kind === 'REOPENED');
}

/** When it was reported, as people say it. */
export function reportedWords(at: EpochMs, now: EpochMs): string {
  return `${formatMoment(at, now)} 报的`;
}

/** 12月1日（周二） */
export function dayWords(at: EpochMs): string {
  return formatDay(civilDateOf(at));
}
