/** WeChat's server interfaces through CloudBase. How `callWxOpenApi` wants them named has not been proved without WeChat. */
import { formatDateTime } from '@/domain/basics/civil-time';
import type { AccountId, EpochMs } from '@/domain/basics/ids';
import type { ConsultNoticeKind } from '@/domain/consultations/consultation';
import type { IssueNoticeKind } from '@/domain/issues/issue';
import { openidOf, type CheckOutcome, type SendOutcome, type Wechat } from '../wechat';
import type { CloudbaseApp } from './client';

/**
 * Which message template stands for a kind of notice, its field that takes the words, and the one that takes the time:
 * WeChat's templates have at least two, and a message that leaves one out is refused.
 */
export interface MessageTemplate {
  readonly id: string;
  readonly field: string;
  readonly timeField?: string;
}

export type MessageTemplates = Readonly<Record<string, MessageTemplate>>;

/** What a reporter is told of (WX-07); one template each, or the one that stands for all. */
const TOLD_TO_REPORTER = ['ISSUE_ACCEPTED', 'ISSUE_PROGRESS', 'ISSUE_DONE'] as const satisfies readonly IssueNoticeKind[];
/** What whoever raised or seconded a matter is told of (CON-03, CON-06, CON-09). A whole roll hears of its ballot in the inbox alone. */
const TOLD_OF_CONSULTATION = ['CONSULT_ANSWERED', 'CONSULT_BALLOT', 'CONSULT_DECIDED'] as const satisfies readonly ConsultNoticeKind[];

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

  function templatesOf(kinds: readonly string[]): readonly string[] {
    return [...new Set(kinds.flatMap((kind) => (templates[kind] ?? templates['*'])?.id ?? []))];
  }

  return {
    reportTemplates: templatesOf(TOLD_TO_REPORTER),
    consultTemplates: templatesOf(TOLD_OF_CONSULTATION),
    async sendSubscribeMessage({ to, kind, at, page }): Promise<SendOutcome> {
      const touser = openidOf(to);
      const template = templates[kind] ?? templates['*'];
      if (touser === undefined || template === undefined) return 'NO_CONSENT';
      try {
        const answer = await ask('subscribeMessage.send', { touser, templateId: template.id, page, data: fieldsOf(template, at) });
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

function fieldsOf({ field, timeField }: MessageTemplate, at: EpochMs): Readonly<Record<string, { readonly value: string }>> {
  return { [field]: { value: NEUTRAL_WORDS }, ...(timeField === undefined ? {} : { [timeField]: { value: timeFor(at) } }) };
}

/** As WeChat's `time` wants it: 2026年11月26日 09:41. */
function timeFor(at: EpochMs): string {
  const [date = '', time = ''] = formatDateTime(at).split(' ');
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日 ${time}`;
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
