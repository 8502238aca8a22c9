/** Where a matter stands, in a villager's words. */
import type { Tone } from '@/components/chip';
import type { IconName } from '@/components/icon';
import { formatDay, formatDue, formatMoment } from '@/domain/basics/civil-time';
import { ENDING_WORDS } from '@/domain/wording/consultations';
import type { ConsultCard } from '@/services/views';

export interface Standing {
  readonly tone: Tone;
  readonly text: string;
  readonly icon: IconName;
}

/** What waits or runs, as a chip. A vote that is open comes first. */
export function standingOf(matter: ConsultCard, now: number): Standing {
  const { stage, late, ballot, ending } = matter;
  if (stage === 'CLOSED') return { tone: 'idle', text: ending === undefined ? '结束了' : ENDING_WORDS[ending], icon: 'info' };
  if (stage === 'DONE') return { tone: 'ok', text: '办好了', icon: 'ok' };
  if (late) return { tone: 'bad', text: stage === 'RAISED' ? '答复晚了' : '没按时办好', icon: 'alert' };
  if (ballot !== undefined && now >= ballot.opensAt) return { tone: 'you', text: '正在投票', icon: 'ballot' };
  if (stage === 'RAISED') return { tone: 'idle', text: '大家在说', icon: 'speak' };
  if (stage === 'REVIEWING') return { tone: 'go', text: '正在商量', icon: 'consult' };
  return { tone: 'go', text: stage === 'DECIDED' ? '定下来了' : '正在干', icon: 'hand' };
}

/** A line with the mark of what it is about. */
export interface NextLine {
  readonly icon: IconName;
  readonly text: string;
}

/** The one thing to know next, under the title; undefined where nothing is left to know. */
export function nextLine(matter: ConsultCard, now: number): NextLine | undefined {
  const { stage, replyBy, meetingAt, ballot, who, dueOn } = matter;
  if (stage === 'RAISED') {
    const asked = askedLine(matter);
    return replyBy === undefined ? asked : { icon: 'clock', text: [asked?.text, `村里最晚${formatDue(replyBy, now)}答复`].filter(Boolean).join('，') };
  }
  if (stage === 'REVIEWING') {
    if (ballot !== undefined) return { icon: 'clock', text: now < ballot.opensAt ? `${formatMoment(ballot.opensAt, now)}开始投票` : `${formatMoment(ballot.closesAt, now)}截止` };
    return meetingAt === undefined ? askedLine(matter) : { icon: 'clock', text: `${formatMoment(meetingAt, now)}开会` };
  }
  if (who === undefined) return undefined;
  const underWay = stage === 'DECIDED' || stage === 'DOING';
  return { icon: 'me', text: underWay && dueOn !== undefined ? `${who}负责，${formatDay(dueOn)}前办好` : `${who}负责` };
}

/** What grew from repeated issues is nobody's own until somebody joins it. */
function askedLine({ askers }: ConsultCard): NextLine | undefined {
  return askers === 0 ? undefined : { icon: 'people', text: `${askers} 人有这事` };
}
