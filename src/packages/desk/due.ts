/** By when, as a handler reads it: the chip of a row and the block of a matter. */
import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/chip';
import { dueWords, isUnderWay, stageChip } from '@/components/issue/progress';
import { civilDateOf, civilDaysBetween, dueDay, formatDue } from '@/domain/basics/civil-time';
import type { IssueDetail, QueueItem } from '@/services/views';

interface DueChip {
  readonly tone: Tone;
  readonly text: string;
  readonly icon?: IconName;
}

/** The chip of a row: red when late, persimmon when it is to be done today, quiet while there is time. */
export function dueChip(item: QueueItem, now: number): DueChip {
  if (item.due === 'NONE' || !isUnderWay(item.stage) || item.side === 'SUSPENDED') return deskStage(item, now);
  const limit = item.stage === 'REPORTED' ? item.acceptBy : item.dueAt;
  if (limit === undefined) return deskStage(item, now);
  if (now >= limit) return { tone: 'bad', text: lateWords(limit, now) };
  const tone = item.due === 'TODAY' ? 'you' as const : 'idle' as const;
  if (item.stage === 'REPORTED') return { tone, text: `${formatDue(limit, now)}前签收` };
  const days = civilDaysBetween(civilDateOf(now), dueDay(limit));
  return { tone, text: days === 0 ? '今天到期' : `还剩 ${days} 天` };
}

function lateWords(limit: number, now: number): string {
  const days = civilDaysBetween(dueDay(limit), civilDateOf(now));
  return days === 0 ? '过了时间' : `超期 ${days} 天`;
}

/** Where it is in the loop, in a handler's words: the reporter is not the reader. */
export function deskStage(issue: Parameters<typeof stageChip>[0], now: number): DueChip {
  switch (issue.stage) {
    case 'REPORTED':
      return { ...stageChip(issue, now), ...(issue.side === 'REOPENED' ? {} : { text: '待签收' }) };
    case 'DONE':
      return { tone: 'ok', text: '等评价', icon: 'ok' };
    case 'WITHDRAWN':
      return { tone: 'idle', text: '报事人撤回了', icon: 'pause' };
    default:
      return stageChip(issue, now);
  }
}

/** The large words of a matter: the same figures as the reporter reads, said to the handler. */
export function deskDue(issue: IssueDetail, now: number): ReturnType<typeof dueWords> {
  switch (issue.stage) {
    case 'WITHDRAWN':
      return { state: 'paused', words: '报事人撤回了', line: '不用再办' };
    case 'REJECTED':
      return { state: 'paused', words: '不归村里办', line: '已经告诉报事人该找谁' };
    case 'DONE':
      return { state: 'done', words: '办结了', line: '等报事人评一评' };
    case 'REPORTED':
      return asAccepting(dueWords(issue, now));
    default:
      return dueWords(issue, now);
  }
}

function asAccepting(words: ReturnType<typeof dueWords>): ReturnType<typeof dueWords> {
  return { ...words, words: words.words === '等人接' ? '待签收' : words.words, line: words.line.replace(/接$/, '签收').replace('接（', '签收（') };
}
