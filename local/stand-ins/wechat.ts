/** What WeChat would do, on a machine without WeChat. It can be told to refuse, so that refusals can be seen and tested. */
import type { SubscribeMessage, Wechat } from '@platform/wechat';

export interface StandInWechat extends Wechat {
  /** What was sent, oldest first; the last hundred. */
  readonly sent: readonly SubscribeMessage[];
  /** How it answers from now on. */
  set(answers: Partial<StandInAnswers>): void;
}

export interface StandInAnswers {
  readonly send: 'SENT' | 'NO_CONSENT' | 'FAILED';
  /** `UNKNOWN` is what a county sees when WeChat does not answer. */
  readonly check: 'PASSED' | 'REFUSED' | 'UNKNOWN';
}

const KEPT = 100;
/** A text with this in it does not pass, so that a refusal can be tried by hand. */
const REFUSED_WORD = '违规测试';
/** And of one with this in it nobody hears, so that the village's desk has to look (WX-09). */
const UNANSWERED_WORD = '没有回音测试';

export function standInWechat(): StandInWechat {
  let answers: StandInAnswers = { send: 'SENT', check: 'PASSED' };
  const sent: SubscribeMessage[] = [];
  return {
    sent,
    reportTemplates: ['demo-accepted', 'demo-progress', 'demo-done'],
    set(change) {
      answers = { ...answers, ...change };
    },
    sendSubscribeMessage(message) {
      if (answers.send === 'SENT') {
        sent.push(message);
        sent.splice(0, sent.length - KEPT);
      }
      return Promise.resolve(answers.send);
    },
    checkText: (_author, text) => Promise.resolve(text.includes(REFUSED_WORD) ? 'REFUSED' : text.includes(UNANSWERED_WORD) ? 'UNKNOWN' : answers.check),
    checkMedia: () => Promise.resolve(answers.check),
    // `phone:13900000001` stands for the one-time code of whoever has that phone.
    phoneNumberOf: (code) => Promise.resolve(/^phone:(1\d{10})$/.exec(code)?.[1]),
  };
}
