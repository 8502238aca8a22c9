/**
 * WeChat's privacy guide (WX-02): a call that touches a person's data waits until its owner has agreed, once. The page in
 * front draws the question (`components/privacy-consent`); what is not answered counts as no.
 */
import Taro from '@tarojs/taro';

export interface ConsentQuestion {
  /** The call that asks: `chooseMedia`. */
  readonly referrer: string;
  /** Taro's path of the page that was in front; only it asks. */
  readonly page: string | undefined;
}

type Resolve = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0];

const listeners = new Set<() => void>();
let question: ConsentQuestion | undefined;
/** Calls that wait for the same answer. */
let waiting: readonly Resolve[] = [];

/** Begins to hear of calls that need consent. Before WeChat 8.0.38 there is nothing to hear, and nothing is held back. */
export function listenForConsent(): void {
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  Taro.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    waiting = [...waiting, resolve];
    if (question !== undefined) return;
    ask({ referrer, page: Taro.getCurrentInstance().router?.$taroPath });
    resolve({ event: 'exposureAuthorization' });
  });
}

/** The owner tapped WeChat's own button of this id, which WeChat checks. */
export function agree(buttonId: string): void {
  answer((resolve) => resolve({ event: 'agree', buttonId }));
}

/** The owner said no, or left. What asked fails, and everything else goes on. */
export function disagree(): void {
  answer((resolve) => resolve({ event: 'disagree' }));
}

export function currentQuestion(): ConsentQuestion | undefined {
  return question;
}

export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function answer(tell: (resolve: Resolve) => void): void {
  const told = waiting;
  waiting = [];
  ask(undefined);
  for (const resolve of told) tell(resolve);
}

function ask(next: ConsentQuestion | undefined): void {
  question = next;
  for (const listener of listeners) listener();
}
