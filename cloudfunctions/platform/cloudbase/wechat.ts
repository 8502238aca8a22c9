/** WeChat's server interfaces through CloudBase. How `callWxOpenApi` wants them named has not been proved without WeChat. */
import type { AccountId } from '@/domain/basics/ids';
import { openidOf, type CheckOutcome, type SendOutcome, type Wechat } from '../wechat';
import type { CloudbaseApp } from './client';

/** Which message template stands for a kind of notice, and the template's field that takes the words. */
export interface MessageTemplate {
  readonly id: string;
  readonly field: string;
}

export type MessageTemplates = Readonly<Record<string, MessageTemplate>>;

/** PRV-15: what stands on a locked screen says nothing of the matter. */
const NEUTRAL_WORDS = '您有一条网格服务消息';
/** Nobody agreed to be sent this, or they took it back (WX-06). */
const NOT_SUBSCRIBED = 43101;
/** WX-08: what one check looks at. */
const MAX_CHECKED = 2_500;
const SCENE_FORUM = 3;
const MEDIA_TYPE = { AUDIO: 1, IMAGE: 2 } as const;
const MAINLAND = '86';

/** @param templates by the notice's kind; `*` stands for every kind that has none of its own. */
export function cloudbaseWechat(app: CloudbaseApp, templates: MessageTemplates): Wechat {
  async function ask(apiName: string, requestData: Readonly<Record<string, unknown>>): Promise<Answer> {
    const answer: unknown = await app.callWxOpenApi({ apiName, requestData });
    const { result } = answer as { readonly result?: unknown };
    return typeof result === 'object' && result !== null ? result : {};
  }

  async function checkPart(openid: string, content: string): Promise<CheckOutcome> {
    try {
      const { errcode, errCode, result } = await ask('security.msgSecCheck', { version: 2, scene: SCENE_FORUM, openid, content });
      if ((errcode ?? errCode ?? 0) !== 0) return 'UNKNOWN';
      return result?.suggest === 'pass' ? 'PASSED' : result?.suggest === 'risky' ? 'REFUSED' : 'UNKNOWN';
    } catch {
      // Nothing is published unseen because WeChat did not answer (WX-09).
      return 'UNKNOWN';
    }
  }

  return {
    async sendSubscribeMessage({ to, kind, page }): Promise<SendOutcome> {
      const touser = openidOf(to);
      const template = templates[kind] ?? templates['*'];
      if (touser === undefined || template === undefined) return 'NO_CONSENT';
      try {
        const answer = await ask('subscribeMessage.send', { touser, templateId: template.id, page, data: { [template.field]: { value: NEUTRAL_WORDS } } });
        const code = answer.errcode ?? answer.errCode;
        // An answer that does not say it went well is no delivery.
        return code === 0 ? 'SENT' : code === NOT_SUBSCRIBED ? 'NO_CONSENT' : 'FAILED';
      } catch {
        // The outbox tries again.
        return 'FAILED';
      }
    },
    async checkText(author: AccountId, text: string): Promise<CheckOutcome> {
      const openid = openidOf(author);
      if (openid === undefined) return 'UNKNOWN';
      const letters = [...text];
      let worst: CheckOutcome = 'PASSED';
      for (let at = 0; at < letters.length; at += MAX_CHECKED) {
        const outcome = await checkPart(openid, letters.slice(at, at + MAX_CHECKED).join(''));
        if (outcome === 'REFUSED') return 'REFUSED';
        if (outcome === 'UNKNOWN') worst = 'UNKNOWN';
      }
      return worst;
    },
    async checkMedia(author, url, kind) {
      const openid = openidOf(author);
      if (openid === undefined) return 'UNKNOWN';
      try {
        const answer = await ask('security.mediaCheckAsync', { version: 2, scene: SCENE_FORUM, openid, mediaUrl: url, mediaType: MEDIA_TYPE[kind] });
        const traceId = answer.trace_id ?? answer.traceId;
        return traceId === undefined ? 'UNKNOWN' : { traceId };
      } catch {
        return 'UNKNOWN';
      }
    },
    async phoneNumberOf(phoneCode) {
      const { phoneInfo, phone_info: info = phoneInfo } = await ask('phonenumber.getPhoneNumber', { code: phoneCode });
      return info?.countryCode === MAINLAND && /^1\d{10}$/.test(info.purePhoneNumber ?? '') ? info.purePhoneNumber : undefined;
    },
  };
}

/** The parts of WeChat's answers that are read; the two spellings are those of its two ways in. */
interface Answer {
  readonly errcode?: number;
  readonly errCode?: number;
  readonly result?: { readonly suggest?: string };
  readonly trace_id?: string;
  readonly traceId?: string;
  readonly phone_info?: PhoneInfo;
  readonly phoneInfo?: PhoneInfo;
}

interface PhoneInfo {
  readonly purePhoneNumber?: string;
  readonly countryCode?: string;
}
