/** By when, as a handler reads it: the chip of a row and the block of a matter. */
import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/chip';
import { dueWords, isUnderWay, stageChip, waitsForAcceptance, type Progress } from '@/components/issue/progress';
import { civilDateOf, civilDaysBetween, dueDay, formatDue } from '@/domain/basics/civil-time';
import type { IssueDetail, QueueItem } from '@/services/views';
import { isFromHotline } from './hotline';

/** The one loop, as desks call it. */
const DESK_RAIL: readonly string[] = ['报上来', '签收', '正在办', '办结', '评价'];
/** The same where nobody is here to rate: it is put away when its days are over (EVT-13, EVT-19). */
const HOTLINE_RAIL: readonly string[] = [...DESK_RAIL.slice(0, -1), '归档'];

export function deskRailOf(issue: Pick<IssueDetail, 'tickets'>): readonly string[] {
  return isFromHotline(issue) ? HOTLINE_RAIL : DESK_RAIL;
}

interface DueChip {
  readonly tone: Tone;
  readonly text: string;
  readonly icon?: IconName;
}

/** A matter as its handler has it, or a row of their queue. */
type Handled = Progress & Pick<IssueDetail, 'tickets'> & Pick<QueueItem, 'fromHotline'> & Partial<Pick<IssueDetail, 'restricted'>>;

/** The chip of a row: red when late, persimmon when it is to be done today, quiet while there is time. */
export function dueChip(item: QueueItem, now: number): DueChip {
  if (item.due === 'NONE' || !isUnderWay(item.stage) || item.side === 'SUSPENDED') return deskStage(item, now);
  // What presses first: to accept, while that is owed, or to have it done.
  const accepting = item.acceptBy !== undefined && (item.dueAt === undefined || item.acceptBy <= item.dueAt);
  const limit = accepting ? item.acceptBy : item.dueAt;
  if (limit === undefined) return deskStage(item, now);
  const tone = item.due === 'TODAY' ? 'you' as const : 'idle' as const;
  if (accepting && now < limit) return { tone, text: `${formatDue(limit, now)}前签收` };
  return { ...limitChip(limit, now), ...(now < limit ? { tone } : {}) };
}

/** The same for anything with a limit: persimmon on its last day. */
export function limitChip(limit: number, now: number): DueChip {
  const days = civilDaysBetween(civilDateOf(now), dueDay(limit));
  if (now >= limit) return { tone: 'bad', text: days === 0 ? '过了时间' : `超期 ${-days} 天` };
  return days === 0 ? { tone: 'you', text: '今天到期' } : { tone: 'idle', text: `还剩 ${days} 天` };
}

/** Where it is in the loop, in a handler's words: the reporter is not the reader. */
export function deskStage(issue: Handled, now: number): DueChip {
  const chip = stageChip(issue, now);
  if (waitsForAcceptance(issue)) return chip.text === '等人接' ? { ...chip, text: '待签收' } : chip;
  if (issue.stage === 'DONE') return { tone: 'ok', text: isFromHotline(issue) ? '办结了' : '等评价', icon: 'ok' };
  return issue.stage === 'WITHDRAWN' ? { ...chip, text: '报事人撤回了' } : chip;
}

/** The large words of a matter: the same figures as the reporter reads, said to the handler. */
export function deskDue(issue: Handled, now: number): ReturnType<typeof dueWords> {
  const due = dueWords(issue, now);
  switch (issue.stage) {
    case 'WITHDRAWN':
      return { ...due, words: '报事人撤回了', line: '不用再办' };
    case 'REJECTED':
      return { ...due, line: isFromHotline(issue) ? answersHotline(issue) : '已经告诉报事人该找谁' };
    case 'DONE':
      return { ...due, words: '办结了', line: isFromHotline(issue) ? answersHotline(issue) : '等报事人评一评' };
    case 'REPORTED':
    case 'ASSIGNED':
      return due.state === 'paused' ? due : { ...due, words: due.words === '等人接' ? '待签收' : due.words, line: due.line.replace(/接(?=$|（)/, '签收') };
    default:
      return due;
  }
}

/** Of a restricted matter the town's desk knows nothing (EVT-14). */
function answersHotline({ restricted }: Handled): string {
  return restricted === true ? '请照着答复 12345' : '镇上照着答复 12345';
}
