/**
 * What WeChat would do, on a machine without WeChat. It can be told to refuse, to answer later or never, and to run out of
 * its day's quota, so that all of it can be seen and tested.
 */
import type { CheckOutcome, SubscribeMessage, Wechat } from '@platform/wechat';

export interface StandInWechat extends Wechat {
  /** What was sent, oldest first; the last hundred. */
  readonly sent: readonly SubscribeMessage[];
  /** Media checks that were asked for and not answered, oldest first: WeChat's event brings the verdict (WX-08). */
  readonly asked: readonly { readonly traceId: string; readonly url: string }[];
  /** How it answers from now on. */
  set(answers: Partial<StandInAnswers>): void;
}

export interface StandInAnswers {
  readonly send: 'SENT' | 'NO_CONSENT' | 'FAILED';
  /** `UNKNOWN`: it answers and cannot tell. `SILENT`: it does not answer until the caller's patience has run out. */
  readonly check: 'PASSED' | 'REFUSED' | 'UNKNOWN' | 'SILENT';
  /** Of pictures and voice notes; `LATER` gives a trace id, and the verdict comes by an event or never. As `check` unless set. */
  readonly media: 'PASSED' | 'REFUSED' | 'UNKNOWN' | 'LATER';
  /** Checks and messages that are still taken before the day's quota is spent (WX-08); endless unless set. */
  readonly quota: number;
}

const KEPT = 100;
/** A text with this in it does not pass, so that a refusal can be tried by hand. */
const REFUSED_WORD = '违规测试';
/** And of one with this in it nobody hears, so that the village's desk has to look (WX-09). */
const UNANSWERED_WORD = '没有回音测试';
/** The cloud's adapter gives up on a request after this. */
const SILENCE_MS = 5_000;

export function standInWechat(): StandInWechat {
  let answers: Omit<StandInAnswers, 'media'> & Partial<StandInAnswers> = { send: 'SENT', check: 'PASSED', quota: Number.POSITIVE_INFINITY };
  const sent: SubscribeMessage[] = [];
  const asked: { readonly traceId: string; readonly url: string }[] = [];

  /** False once the quota is spent. */
  function take(): boolean {
    if (answers.quota <= 0) return false;
    answers = { ...answers, quota: answers.quota - 1 };
    return true;
  }

  return {
    sent,
    reportTemplates: ['demo-accepted', 'demo-progress', 'demo-done'],
    consultTemplates: ['demo-answered', 'demo-ballot', 'demo-decided'],
    asked,
    set(change) {
      answers = { ...answers, ...change };
    },
    sendSubscribeMessage(message) {
      if (!take()) return Promise.resolve('FAILED');
      if (answers.send === 'SENT') keep(sent, message);
      return Promise.resolve(answers.send);
    },
    checkText(_author, text) {
      if (!take()) return Promise.resolve('UNKNOWN');
      if (text.includes(REFUSED_WORD)) return Promise.resolve('REFUSED');
      if (text.includes(UNANSWERED_WORD)) return Promise.resolve('UNKNOWN');
      return answers.check === 'SILENT' ? silence() : Promise.resolve(answers.check);
    },
    checkMedia(_author, url) {
      if (!take()) return Promise.resolve('UNKNOWN');
      const media = answers.media ?? answers.check;
      if (media === 'SILENT') return silence();
      if (media !== 'LATER') return Promise.resolve(media);
      const traceId = `trace-${asked.length + 1}`;
      keep(asked, { traceId, url });
      return Promise.resolve({ traceId });
    },
    // `phone:13900000001` stands for the one-time code of whoever has that phone.
    phoneNumberOf: (code) => Promise.resolve(/^phone:(1\d{10})$/.exec(code)?.[1]),
  };
}

function keep<T>(list: T[], one: T): void {
  list.push(one);
  list.splice(0, list.length - KEPT);
}

function silence(): Promise<CheckOutcome> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('UNKNOWN'), SILENCE_MS).unref();
  });
}
