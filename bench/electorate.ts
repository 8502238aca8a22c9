/** Who votes for whom in the bench's year-end round: the same voters, phones and deputies at every run. */
import { createHash } from 'node:crypto';
import { DAY_MS } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import type { Account, Person } from '@/domain/people/person';
import type { CountySettings } from '@/domain/settings/settings';
import { MAIN, type BoxPlan, type Question } from '@/domain/voting/box';
import { RECEIPT_BYTES, receiptOf } from '@/domain/voting/receipt';
import { deputyRule } from '@/domain/voting/rule';
import { rollRowId } from '@platform/ballot-box/roll-row';

/** Says which phone calls, as the gateway does in the cloud. */
export const ACCOUNT_HEADER = 'x-bench-account';

export const ANNOUNCED: EpochMs = Date.parse('2026-11-26T09:00:00+08:00');
export const OPENS: EpochMs = ANNOUNCED + 6 * DAY_MS;
export const FREEZES: EpochMs = OPENS - DAY_MS;
export const CLOSES: EpochMs = OPENS + 10 * DAY_MS;

const TOWN = '610921100';
const RATING: Question = {
  id: MAIN,
  text: '您对这位代表一年来的履职满意吗？',
  options: [{ code: 'S', text: '满意' }, { code: 'B', text: '基本满意' }, { code: 'N', text: '不满意' }, { code: 'U', text: '不了解' }],
};
const CONTACT = 'contact';
const MEETINGS: Question = { id: CONTACT, text: '他来过您家或者您见过他吗？', options: [{ code: 'Y', text: '见过' }, { code: 'N', text: '没见过' }] };
/** Most are content; a left-out question now and then. */
const CHOICES = ['S', 'S', 'S', 'S', 'B', 'B', 'N', 'U'] as const;
const CONTACTS = ['Y', 'Y', 'N', '-'] as const;

/** A deputy's constituency, as a village of its own: 629 of them have some 318 voters each. */
function villageOf(constituency: number): string {
  return `${TOWN}${String(constituency + 1).padStart(3, '0')}`;
}

export function boxId(constituency: number): string {
  return `box-deputy-${constituency}`;
}

/** The nth voter with the phone that is surely theirs. */
export function madeUp(nth: number, constituencies: number): { readonly person: Person; readonly account: Account } {
  const village = villageOf(nth % constituencies);
  const [personId, accountId] = [personOf(nth), accountOf(nth)];
  const person: Person = {
    _id: personId, name: `选民${String(nth).padStart(6, '0')}`, sex: nth % 2 === 0 ? 'F' : 'M', bornOn: `19${50 + (nth % 50)}-06-15`,
    idSealed: 'x'.repeat(64), weakKey: `weak-${nth}`, phoneShown: false, village, householdId: `house-${Math.floor(nth / 3)}`, grid: `${village}-1`,
    roles: [], status: 'ACTIVE', account: { id: accountId, level: 'VERIFIED', at: 0 }, changedAt: ANNOUNCED,
  };
  const account: Account = { _id: accountId, bindings: [{ personId, level: 'VERIFIED', relation: 'SELF', at: 0 }], actingFor: personId, inboxSeenAt: 0 };
  return { person, account };
}

export function planOf(constituency: number, { deputy }: CountySettings): BoxPlan {
  const village = villageOf(constituency);
  return {
    id: boxId(constituency), kind: 'DEPUTY', unit: 'PERSON', area: TOWN, subject: `deputy:${constituency}`, title: `代表 ${constituency} 号的年度评议`, about: '一年来走访、提意见、办结的情况。',
    questions: [RATING, MEETINGS], commentMax: 0, legalEffect: 'ADVISORY', rule: deputyRule(deputy), electorate: { villages: [village] },
    rollShownAt: ANNOUNCED, opensAt: OPENS, closesAt: CLOSES,
  };
}

export interface SentBallot {
  readonly ballotId: string;
  readonly receipt: string;
  readonly choices: Readonly<Record<string, string>>;
}

/** What the nth voter sends; from a second phone they send another ballot. */
export function ballotOf(nth: number, constituencies: number, phone: 1 | 2 = 1): SentBallot {
  const drawn = createHash('sha256').update(`ballot ${nth} from phone ${phone}`).digest();
  const [main = 0, contact = 0] = drawn.subarray(RECEIPT_BYTES);
  return {
    ballotId: rollRowId(boxId(nth % constituencies), personOf(nth)),
    receipt: receiptOf(drawn.subarray(0, RECEIPT_BYTES)),
    choices: { [MAIN]: CHOICES[main % CHOICES.length] ?? 'S', [CONTACT]: CONTACTS[contact % CONTACTS.length] ?? 'Y' },
  };
}

export function accountOf(nth: number): string {
  return `wx:voter-${String(nth).padStart(6, '0')}`;
}

function personOf(nth: number): string {
  return `person-voter-${String(nth).padStart(6, '0')}`;
}
