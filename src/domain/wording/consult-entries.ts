/** What an entry of a matter's timeline says: what was done, and its own words. */
import { formatDay, formatMoment } from '../basics/civil-time';
import type { Announced, Decision, EntryKind, HeldVote, Line, Publication, Verdict } from '../consultations/consultation';
import { LINE_WORDS, moneyWords, RESOLVING_WORDS, STEP_WORDS } from './consultations';

export interface WordedEntry {
  readonly kind: string;
  readonly text?: string | undefined;
  readonly waits: boolean;
  readonly line?: Line | undefined;
  readonly announced?: Announced | undefined;
  readonly present?: number | undefined;
  readonly held?: (HeldVote & { readonly verdict: Verdict }) | undefined;
  readonly ballot?: { readonly question: string; readonly opensAt: number; readonly closesAt: number } | undefined;
  readonly decision?: Decision | undefined;
  readonly spentInFen?: number | undefined;
  readonly what?: Publication['what'] | undefined;
}

const KINDS: Readonly<Record<EntryKind, string>> = {
  RAISED: '说了这件事', GATHERED: '同样的事报得多了，拿出来议', OPINION: '说', WITHDRAWN: '撤回了', ANSWERED: '村里答复', MERGED: '并到同样的一件', WEIGHED: '按规定看了大小',
  ANNOUNCED: '通知开会', MINUTES: '开会商量了', HELD: '开了会', BALLOT: '要投票听意见', BALLOT_CANCEL_ASKED: '想取消投票，等村务监督委员会同意', BALLOT_CANCELLED: '取消投票', DROPPED: '议过，不办', DECIDED: '定下来了', PROGRESS: '干到这里', DONE: '办好了', UPDATED: '更新公示',
  SUPERVISED: '村务监督委员会的意见', SUPERVISION_ANSWERED: '回复监督意见', REPLY_LATE: '过了日子没答复，已经告诉镇上', WORK_LATE: '没按时办好，已经告诉镇上',
};

/** A kind from a newer server still reads as something. */
function kindWords(kind: string): string {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as EntryKind] : '有新进展';
}

export function entryWords(entry: WordedEntry, now: number): string {
  const { line, announced, present, held, ballot, decision, spentInFen, text, waits } = entry;
  const parts = [
    kindWords(entry.kind),
    line === undefined ? undefined : LINE_WORDS[line],
    announced === undefined ? undefined : `${announced.of === 'ASSEMBLY' ? '村民会议' : '议事会'}，${formatMoment(announced.heldAt, now)}，${announced.place}，请${announced.invitees}${announced.special === undefined ? '' : `（没等够法定的天数，因为${announced.special}）`}`,
    present === undefined ? undefined : `到会 ${present} 人`,
    held === undefined ? undefined : heldWords(held),
    ballot === undefined ? undefined : `${ballot.question}（${formatMoment(ballot.opensAt, now)}到${formatMoment(ballot.closesAt, now)}）`,
    decision === undefined ? undefined : `${decision.who}负责，${formatDay(decision.dueOn)}前办好${decision.costInFen === 0 ? '' : `，花 ${moneyWords(decision.costInFen)}`}`,
    spentInFen === undefined ? undefined : `已经花了 ${moneyWords(spentInFen)}`,
    text,
    waits && text === undefined ? '内容还在核对' : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('：');
}

function heldWords({ step, heldOn, meeting, members, present, yes, no, abstain, invalid, tellers, verdict }: HeldVote & { readonly verdict: Verdict }): string {
  const what = meeting === undefined ? STEP_WORDS[step] : RESOLVING_WORDS[meeting];
  const counted = tellers.length === 0 ? '' : `，计票${tellers.join('、')}`;
  return `${what}，${formatDay(heldOn)}，应到 ${members} 实到 ${present}，赞成 ${yes} 反对 ${no} 弃权 ${abstain}${invalid === 0 ? '' : ` 无效 ${invalid}`}，${verdict === 'PASSED' ? '通过' : '没有通过'}${counted}`;
}
