/** Words for 12345 tickets: the answer as it is pasted into the hotline's platform, and its line in a table (EVT-19). */
import { formatDateTime } from '../basics/civil-time';
import type { Issue } from '../issues/issue';
import { answerOf, type TicketAnswer } from '../issues/tickets';
import { isFromHotline } from '../issues/transitions';
import { dutyOfPost } from './grid-duties';
import { stageWords } from './issues';

/** A matter's stage as desks call it: nobody in the app rates what came from the hotline, so that done it waits for nothing. */
export function stageOf(issue: Pick<Issue, 'stage' | 'tickets'>): string {
  return issue.stage === 'DONE' && isFromHotline(issue) ? '办结' : stageWords(issue.stage);
}

/** What came of it. Nobody is named but who did it: who called is the hotline's to know. */
export function resultWords({ outcome, text }: TicketAnswer): string {
  return outcome === 'REJECTED' ? `不归本级办理。${text}` : text;
}

/** Who did it, with what they are. */
export function handlerWords({ by }: TicketAnswer): string {
  return by.post === undefined ? by.name : `${by.name}（${dutyOfPost(by.post)}）`;
}

/** The answer for the platform, ready to be pasted; undefined while there is none. */
export function answerWords(number: string, issue: Pick<Issue, 'open' | 'stage' | 'steps'>): string | undefined {
  const answer = answerOf(issue);
  if (answer === undefined) return undefined;
  return [`工单编号：${number}`, `办理结果：${resultWords(answer)}`, `办理人：${handlerWords(answer)}`, `办结时间：${formatDateTime(answer.at)}`].join('\n');
}

/** The columns of the table of answers. */
export const ANSWER_HEADER = ['工单编号', '受理时间', '要求答复', '村', '类别', '事项编号', '状态', '办理结果', '办理人', '办结时间', '按期'] as const;
