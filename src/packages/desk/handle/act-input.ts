/** What a handler has filled in for an act, what is still missing, and how it is sent. */
import { formatDay } from '@/domain/basics/civil-time';
import { exhaustive } from '@/domain/basics/exhaustive';
import type { DeskAct } from '@/domain/wording/desk-acts';
import { api } from '@/services/client';
import type { IssueDetail } from '@/services/views';
import { ACT_FORMS } from './act-forms';

export interface ActInput {
  readonly act: DeskAct;
  readonly text: string;
  /** Files that have arrived, and the id they were sent under. */
  readonly photos: readonly string[];
  readonly uploadId: string;
  /** ASK_EXTENSION: working days, as typed. */
  readonly workdays: string;
  /** SUSPEND: the day it goes on, `YYYY-MM-DD`. */
  readonly until: string | undefined;
  /** REJECT: where the matter belongs. */
  readonly channel: string;
  /** OBJECT: the rule it rests on. */
  readonly basis: string;
  /** DECIDE_EXTENSION, DECIDE_OBJECTION. */
  readonly yes: boolean | undefined;
  /** DISPATCH, and an upheld objection: the post that is to handle it. */
  readonly to: string | undefined;
  readonly assistants: readonly string[];
}

/** What must still be filled in, as the words of the locked button; undefined when it can go. */
export function missing(input: ActInput, issue: Pick<IssueDetail, 'extensionLimit' | 'pauseUntil'>): string | undefined {
  const wordless = input.text.trim() === '' && ACT_FORMS[input.act].question !== undefined ? '先写几个字' : undefined;
  switch (input.act) {
    case 'ASK_EXTENSION': {
      const days = Number(input.workdays);
      if (issue.extensionLimit < 1) return '这类事不能延期';
      if (!Number.isInteger(days) || days < 1) return '先写延几个工作日';
      return days > issue.extensionLimit ? `最多延 ${issue.extensionLimit} 个工作日` : wordless;
    }
    case 'SUSPEND':
      if (input.until === undefined) return '先选停到哪一天';
      return issue.pauseUntil !== undefined && input.until > issue.pauseUntil ? `最晚停到 ${formatDay(issue.pauseUntil)}` : wordless;
    case 'REJECT':
      return input.channel.trim() === '' ? '先写该找谁' : wordless;
    case 'OBJECT':
      return input.basis.trim() === '' ? '先写依据' : wordless;
    case 'DECIDE_EXTENSION':
      if (input.yes === undefined) return '先选同意不同意';
      return input.yes ? undefined : wordless;
    case 'DECIDE_OBJECTION':
      return input.yes === undefined ? '先选成立不成立' : wordless;
    case 'DISPATCH':
      return input.to === undefined ? '先选派给谁' : undefined;
    case 'PROGRESS':
      // A picture alone says enough; none is ever asked for (BUR-02).
      return input.photos.length > 0 ? undefined : wordless;
    case 'ACCEPT':
    case 'RESUME':
    case 'FINISH':
    case 'HAND_UP':
    case 'ASK':
    case 'URGE':
      return wordless;
    default:
      return exhaustive(input.act);
  }
}

/** Sends an act; answers the matter as it then stands. Nothing may be missing. */
export function sendAct(requestId: string, issueId: string, input: ActInput): Promise<IssueDetail> {
  const { act } = input;
  const text = input.text.trim();
  const base = { requestId, issueId };
  const withFiles = { ...base, text, ...(input.photos.length === 0 ? {} : { attachments: { uploadId: input.uploadId, photos: [...input.photos] } }) };
  switch (act) {
    case 'ACCEPT':
      return api.issues.accept(base);
    case 'PROGRESS':
      return api.issues.progress(withFiles);
    case 'FINISH':
      return api.issues.finish(withFiles);
    case 'HAND_UP':
      return api.issues.handUp(withFiles);
    case 'ASK':
      return api.issues.ask({ ...base, text });
    case 'ASK_EXTENSION':
      return api.issues.askExtension({ ...base, text, workdays: Number(input.workdays) });
    case 'SUSPEND':
      return api.issues.suspend({ ...base, text, until: input.until ?? '' });
    case 'RESUME':
      return api.issues.resume(base);
    case 'REJECT':
      return api.issues.reject({ ...base, text, channel: input.channel.trim() });
    case 'DECIDE_EXTENSION':
      return api.issues.decideExtension({ ...base, text, approve: input.yes === true });
    case 'OBJECT':
      return api.issues.object({ ...base, text, basis: input.basis.trim() });
    case 'URGE':
      return api.issues.urge({ ...base, text });
    case 'DISPATCH':
      return api.issues.dispatch({ ...base, text, to: input.to ?? '', assistants: [...input.assistants] });
    case 'DECIDE_OBJECTION':
      return api.issues.decideObjection({ ...base, text, uphold: input.yes === true, ...(input.yes === true && input.to !== undefined ? { to: input.to } : {}) });
    default:
      return exhaustive(act);
  }
}
