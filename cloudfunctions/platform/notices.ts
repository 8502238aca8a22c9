/** Notices: the inbox's entry and the outbox's order in one document (WX-07), written in the transaction that causes them. */
import type { AccountId, EpochMs, IssueId, PersonId } from '@/domain/basics/ids';
import type { AreaCode } from '@/domain/areas/code';
import type { ConsultationId } from '@/domain/consultations/consultation';
import type { PostKey } from '@/domain/grid/posts';
import type { Role } from '@/domain/people/roles';
import { isSurelyOwn, type Caller } from './caller';
import { derivedId } from './ids';
import type { Notice } from './records';
import { MAX_PAGE, type Store } from './store';

export function toPerson(person: PersonId): string {
  return `person:${person}`;
}

/** For visitors, who are no person here. */
export function toAccount(account: AccountId): string {
  return `account:${account}`;
}

/** Whoever holds the post when it is read. */
export function toPost(post: PostKey): string {
  return `post:${post}`;
}

/** Everybody who holds a role over an area, where the role is no post: the presidium, a station, a branch's committee. */
export function toRole(role: Role, area: AreaCode): string {
  return `role:${role}@${area}`;
}

/** Roles that are written to as such. */
const WRITTEN_TO: ReadonlySet<Role> = new Set(['PRESIDIUM', 'STATION_OFFICER', 'PARTY_MEMBER', 'BRANCH_SECRETARY', 'BRANCH_COMMITTEE', 'BRANCH_VERIFIER', 'TOWN_PARTY', 'SUPERVISION']);

/** Whoever reported something: the person where there is one, else the account. */
export function toReporter(reporter: { readonly reporterId?: PersonId; readonly reporterAccount: AccountId }): string {
  return reporter.reporterId === undefined ? toAccount(reporter.reporterAccount) : toPerson(reporter.reporterId);
}

/** Everything whose notices a caller may read. At most as many as the store's `in` takes. */
export function recipientsOf(caller: Caller): readonly string[] {
  const { account, person } = caller;
  return [toAccount(account), ...(person ? [toPerson(person.id), ...person.posts.map(toPost), ...person.roles.filter(({ role }) => WRITTEN_TO.has(role)).map(({ role, area }) => toRole(role, area))] : [])];
}

export interface NoticeContent {
  readonly to: string;
  /** The words of a kind stand in `domain/wording`. */
  readonly kind: string;
  readonly at: EpochMs;
  readonly issueId?: IssueId;
  readonly notFor?: PersonId;
  readonly sentFrom?: AccountId;
  readonly consultationId?: ConsultationId;
  /** What the words need; nothing sensitive, since it may be shown on a locked screen (PRV-15). */
  readonly data?: Notice['data'];
  /** What caused it — a requestId, or a limit's name with its due time — so that a repeat makes the same notice. */
  readonly cause: string;
}

/** A notice, in the inbox at once and to be sent by WeChat as soon as the clock runs. */
export function notice(content: NoticeContent): Notice {
  const { to, kind, at, issueId, consultationId, notFor, sentFrom, data = {}, cause } = content;
  return {
    _id: derivedId('notice', to, kind, issueId ?? consultationId ?? '', cause),
    to,
    kind,
    at,
    ...(issueId === undefined ? {} : { issueId }),
    ...(notFor === undefined ? {} : { notFor }),
    ...(sentFrom === undefined ? {} : { sentFrom }),
    ...(consultationId === undefined ? {} : { consultationId }),
    data,
    delivery: 'PENDING',
    tries: 0,
    nextTryAt: at,
  };
}

/** A notice for the inbox alone: what goes to thousands at once would hold up the messages about people's own matters. */
export function inboxNotice(content: NoticeContent): Notice {
  const { nextTryAt: _nextTryAt, ...kept } = notice(content);
  return { ...kept, delivery: 'INBOX_ONLY' };
}

/** Whether a caller may read a notice that reached one of their recipients. */
export function mayRead(caller: Caller, { notFor, sentFrom }: Pick<Notice, 'notFor' | 'sentFrom'>): boolean {
  if (sentFrom !== undefined && sentFrom !== caller.account && !isSurelyOwn(caller)) return false;
  return notFor === undefined || notFor !== caller.person?.id;
}

/** How many notices a caller has not seen yet. What is not for them is only known by a second look. */
export async function countUnreadOf(store: Pick<Store, 'count' | 'find'>, caller: Caller, seenAt: EpochMs): Promise<number> {
  const unread = { to: { in: recipientsOf(caller) }, at: { gt: seenAt } };
  const all = await store.count('notices', unread);
  if (all === 0 || caller.person === undefined) return all;
  // Posts are held on a phone that is surely one's own; only on any other can a matter have been confided to another phone.
  if (isSurelyOwn(caller)) return caller.person.posts.length === 0 ? all : all - (await store.count('notices', { ...unread, notFor: caller.person.id }));
  // Fewer than a page: nobody confides a hundred matters and looks at none.
  const confided = await store.find('notices', { where: { ...unread, sentFrom: { exists: true } }, orderBy: [{ field: 'at', direction: 'desc' }], limit: MAX_PAGE });
  return all - confided.items.filter((one) => !mayRead(caller, one)).length;
}
