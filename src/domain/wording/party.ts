/** The words for pledges and points as members and villagers read them. */
import type { CivilDate, EpochMs } from '../basics/ids';
import { formatDue } from '../basics/civil-time';
import type { APPEAL_STATES, EntryKind, EntryState, Eyes } from '../points/entry';
import type { PledgeState, PledgeType } from '../points/pledge';
import type { Tenths } from '../points/scheme';

export const PLEDGE_TYPE_WORDS: Readonly<Record<PledgeType, string>> = { POST: '干好岗位', HOUSEHOLDS: '联系群众', PUBLIC_GOOD: '公益出力', POLICY: '讲政策', INDUSTRY: '带头发展', OTHER: '别的' };

/** What points are and are not, in one line under them (PTY-11). */
export const POINTS_ARE_INPUT = '积分只作参考。年底评议等次由支部大会定。';

/** `72.5`; without a fraction where there is none. */
export function pointsWords(tenths: Tenths): string {
  return `${tenths < 0 ? '−' : ''}${Math.abs(tenths) / 10}`;
}

/** `+3`, `−0.5`, `0`. */
export function signedPoints(tenths: Tenths): string {
  return tenths > 0 ? `+${pointsWords(tenths)}` : pointsWords(tenths);
}

/** For the ear: 加 3 分, 扣 0.5 分. */
export function spokenPoints(tenths: Tenths): string {
  return `${tenths < 0 ? '扣' : '加'} ${Math.abs(tenths) / 10} 分`;
}

/** `12月31日`: in a chip there is no room for the weekday. */
export function shortDay(date: CivilDate): string {
  const [, month = '', day = ''] = date.split('-');
  return `${Number(month)}月${Number(day)}日`;
}

const EYES_WORDS: Readonly<Record<Eyes['as'], string>> = { GROUP: '核实', COMMITTEE: '支委', SECRETARY: '书记', TOWN: '镇党委组织办' };

/** Who looked, as what: 邓明珠（核实）. */
export function eyesWords({ name, as }: Pick<Eyes, 'name' | 'as'>): string {
  return `${name}（${EYES_WORDS[as]}）`;
}

/** What an entry's line says, and in which tone a chip beside it stands; no chip where the amount says all. */
export interface EntryWords {
  readonly line: string;
  readonly chip?: { readonly text: string; readonly tone: 'you' | 'bad' | 'idle' };
  /** Whether the amount counts, is still open, or came to nothing. */
  readonly amount: 'counts' | 'open' | 'void';
}

type Looked = Pick<Eyes, 'name' | 'as'>;
type Appealed = { readonly state: (typeof APPEAL_STATES)[number]; readonly decideBy: EpochMs };

/** An entry as far as its words need it. */
interface Standing {
  readonly kind: EntryKind;
  readonly state: EntryState;
  readonly first?: Looked | undefined;
  readonly second?: Looked | undefined;
  readonly refused?: (Looked & { readonly reason: string }) | undefined;
  readonly asked?: { readonly text: string; readonly answer?: string | undefined } | undefined;
  readonly reversedBy?: string | undefined;
  readonly waitsFor?: 'GROUP' | 'COMMITTEE' | 'TOWN' | 'MEMBER' | undefined;
  readonly dueAt?: EpochMs | undefined;
  readonly appeal?: Appealed | undefined;
}

const WAITS_WORDS: Readonly<Record<NonNullable<Standing['waitsFor']>, string>> = { GROUP: '等党小组长核实', COMMITTEE: '等支部审', TOWN: '等镇党委组织办审', MEMBER: '等您补一句' };

/** Who has it and by when: 等支部审，最晚11月25日（周三）. */
export function waitsWords({ waitsFor, dueAt }: Pick<Standing, 'waitsFor' | 'dueAt'>, now: EpochMs): string | undefined {
  if (waitsFor === undefined) return undefined;
  if (dueAt === undefined) return WAITS_WORDS[waitsFor];
  return `${WAITS_WORDS[waitsFor]}，${dueAt < now ? '过了期限，催过了' : `最晚${formatDue(dueAt, now)}`}`;
}

/** How an entry stands, for the member whose it is (PTY-14). */
export function entryWords(entry: Standing, now: EpochMs): EntryWords {
  const { state, appeal } = entry;
  if (appeal?.state === 'OPEN') return { line: `您有异议，最晚${formatDue(appeal.decideBy, now)}答复`, chip: { text: '有异议', tone: 'idle' }, amount: state === 'POSTED' ? 'counts' : 'void' };
  switch (state) {
    case 'CHECK':
    case 'APPROVE':
      return { line: waitsWords(entry, now) ?? '等支部看', chip: { text: state === 'CHECK' ? '待核' : '待审', tone: 'idle' }, amount: 'open' };
    case 'ASKED':
      return { line: entry.asked?.text ?? WAITS_WORDS.MEMBER, chip: { text: '等您补一句', tone: 'you' }, amount: 'open' };
    case 'POSTED':
      return { line: postedLine(entry), amount: 'counts' };
    case 'REFUSED':
      return { line: entry.refused === undefined ? '没通过' : `没通过：${entry.refused.reason}`, chip: { text: '没通过', tone: 'bad' }, amount: 'void' };
    case 'EXPIRED':
      return { line: '到年底没人审，作废了', chip: { text: '作废', tone: 'idle' }, amount: 'void' };
    case 'WITHDRAWN':
      return { line: '您撤回了', chip: { text: '撤回', tone: 'idle' }, amount: 'void' };
  }
}

function postedLine({ kind, second, reversedBy, appeal }: Standing): string {
  if (reversedBy !== undefined) return '支部已经冲正';
  if (kind === 'OPENING') return '从以前的台账转来';
  if (kind === 'REVERSAL') return '冲正以前的一笔';
  const by = second === undefined ? (kind === 'RECORD' ? '支部记的' : '支部已核') : `${second.name}审过`;
  if (appeal?.state === 'UPHELD') return `${by}，异议成立`;
  return appeal?.state === 'DISMISSED' ? `${by}，异议答复了` : by;
}

interface Promised {
  readonly state: PledgeState;
  readonly done: number;
  readonly target: number;
  readonly due: CivilDate;
}

export interface PledgeWords {
  readonly text: string;
  readonly tone: 'go' | 'you' | 'ok' | 'bad' | 'idle';
}

/** From so many days before its due date a pledge not yet kept stands out as its maker's move. */
export const PLEDGE_SOON_DAYS = 45;

/** How a pledge stands; `soon` is the day from which its due date is written out. */
export function pledgeWords({ state, done, target, due }: Promised, today: CivilDate, soon: CivilDate): PledgeWords {
  switch (state) {
    case 'SENT':
      return { text: '等支部看', tone: 'idle' };
    case 'RETURNED':
      return { text: '请您改一改', tone: 'you' };
    case 'WITHDRAWN':
      return { text: '撤回了', tone: 'idle' };
    case 'CONFIRMED':
      if (done >= target) return { text: '做到了', tone: 'ok' };
      if (due < today) return { text: `过了${shortDay(due)}`, tone: 'bad' };
      return due <= soon ? { text: `${shortDay(due)}前`, tone: 'you' } : { text: '在做', tone: 'go' };
  }
}

/** 第 3 季度, 9 月; a cycle that begins in mid-year counts its publications. */
export function publicationWords(n: number, upTo: CivilDate): string {
  const month = Number(upTo.slice(5, 7));
  if (month === n * 3) return `第 ${n} 季度`;
  return month === n ? `${n} 月` : `第 ${n} 次公示`;
}
