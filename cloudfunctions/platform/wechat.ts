/** What WeChat does for us, as a port. On the local server a stand-in answers, and can be told to refuse. */
import type { AccountId, EpochMs } from '@/domain/basics/ids';

/** The account of a WeChat user. Never taken from an event. */
export function accountOfOpenid(openid: string): AccountId {
  return `wx:${openid}`;
}

/** The openid of an account; undefined for accounts that are not WeChat's (demo stand-ins). */
export function openidOf(account: AccountId): string | undefined {
  return account.startsWith('wx:') ? account.slice(3) : undefined;
}

/** A message on somebody's lock screen, so without anything sensitive (PRV-15). */
export interface SubscribeMessage {
  readonly to: AccountId;
  readonly kind: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** When what it tells of happened. */
  readonly at: EpochMs;
  /** Where a tap leads: a path in the mini-program. */
  readonly page: string;
}

/** `NO_CONSENT`: the person has not subscribed, so trying again is of no use (WX-06). `FAILED`: try later. */
export type SendOutcome = 'SENT' | 'NO_CONSENT' | 'FAILED';

/** `UNKNOWN`: WeChat did not answer or could not tell; public content stays hidden until someone looked (WX-09). */
export type CheckOutcome = 'PASSED' | 'REFUSED' | 'UNKNOWN';

export interface Wechat {
  /** Templates of the messages a reporter gets: accepted, progress, done. At most three, which is what WeChat asks for at once (WX-06). */
  readonly reportTemplates: readonly string[];
  /** Likewise of the messages that a matter of consultation brings whoever raised or seconded it: answered, put to a ballot, decided. */
  readonly consultTemplates: readonly string[];
  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome>;
  /** WX-08: a text that is to be public. At most 2500 characters a call are looked at by WeChat; longer text is split. */
  checkText(author: AccountId, text: string): Promise<CheckOutcome>;
  /**
   * WX-08: asks for a check of an image or a voice note. WeChat answers later, by an event with the trace id; the
   * stand-in answers at once.
   */
  checkMedia(author: AccountId, url: string, kind: 'IMAGE' | 'AUDIO'): Promise<CheckOutcome | { readonly traceId: string }>;
  /** WX-04: the phone number that WeChat vouches for, 11 digits; undefined for a code that is wrong, used or old. */
  phoneNumberOf(phoneCode: string): Promise<string | undefined>;
}
