/** The columns and words of an event's record, as the province's platform reads them (EVT-18). */
import { formatDateTime, formatLimit } from '../basics/civil-time';
import type { EventRecord, EventResult, EventScale, EventSource } from '../issues/event-record';
import type { Solved } from '../issues/issue';
import { LEVEL_WORDS, MODE_WORDS, PARTIES_WORDS } from './event-words';
import { dutyOfPost } from './grid-duties';
import { categoryWords } from './issues';

const SCALE_WORDS: Readonly<Record<EventScale, string>> = { SINGLE: '个体', GROUP: '群体' };
const SOURCE_WORDS: Readonly<Record<EventSource, string>> = { REPORTED: '群众上报', ON_BEHALF: '网格代报', HOTLINE: '12345 热线' };
const RESULT_WORDS: Readonly<Record<EventResult, string>> = { OPEN: '在办', DONE: '办结', ELSEWHERE: '不归本级', WITHDRAWN: '撤回' };
const SUCCESS_WORDS: Readonly<Record<Solved, string>> = { YES: '是', PARTLY: '部分', NO: '否' };

/** In the order in which EVT-18 names the fields. */
export const EVENT_HEADER = ['事件名称', '发生日期', '发生地点', '事件规模', '事件类别', '涉及人数', '涉及单位', '事件来源', '事件级别', '当事人', '化解方式', '化解责任人', '化解时限', '是否化解', '办理结果', '办结时间'] as const;

/** One line. The name says what and where, never in the words of who reported it. */
export function eventRow(record: EventRecord): readonly (string | number)[] {
  const { number, at, village, scale, category, people, units, source, level, parties, mode, resolver, limit, success, result, doneAt } = record;
  return [
    `${village}${categoryWords(category)} ${number}`, formatDateTime(at), village, SCALE_WORDS[scale], categoryWords(category), people, units.join('、'), SOURCE_WORDS[source], LEVEL_WORDS[level],
    parties === undefined ? '' : PARTIES_WORDS[parties], mode === undefined ? '' : MODE_WORDS[mode], dutyOfPost(resolver), limit === undefined ? '' : formatLimit(limit),
    success === undefined ? '' : SUCCESS_WORDS[success], RESULT_WORDS[result], doneAt === undefined ? '' : formatDateTime(doneAt),
  ];
}
