/** What each act of a handler asks for, and how it speaks. The server decides which acts there are. */
import type { IconName } from '@/components/icon';
import type { DeskAct } from '@/domain/wording/desk-acts';
import type { IssueDetail } from '@/services/views';
import { isFromHotline } from '../hotline';

export interface ActForm {
  readonly icon: IconName;
  /** The question over the text; undefined where there is nothing to write. */
  readonly question?: string;
  /** Behind the question: who will read it. */
  readonly readers?: string;
  /** One tap in place of typing (BUR-07). */
  readonly phrases: readonly string[];
  /** Photos may be added; never asked for (BUR-02). */
  readonly photos: boolean;
  readonly button: string;
  readonly busy: string;
  readonly said: string;
  /** Under the button: what follows. */
  readonly hint?: string;
  /** What cannot be undone is asked once. */
  readonly confirm?: { readonly title: string; readonly content: string };
}

const REPORTER_READS = '报事人会看到';
const TO_HOTLINE = '镇上照这段话答复 12345';
const BY_YOU = '您照这段话答复 12345';

export const ACT_FORMS: Readonly<Record<DeskAct, ActForm>> = {
  ACCEPT: { icon: 'hand', phrases: [], photos: false, button: '签收', busy: '正在签收…', said: '签收了，报事人会知道' },
  PROGRESS: {
    icon: 'edit', question: '做了什么', readers: REPORTER_READS, phrases: ['到现场看过了。', '打电话说过了。', '约好了人来办。'], photos: true,
    button: '记下来', busy: '正在记…', said: '记下了',
  },
  FINISH: {
    icon: 'ok', question: '办理结果', readers: REPORTER_READS, phrases: [], photos: true,
    button: '办结', busy: '正在交…', said: '办结了，等报事人评一评',
    hint: '评“没解决”，会换上一级重新办一次',
    confirm: { title: '办结这件事', content: '办结后请报事人来评，不能再改。' },
  },
  HAND_UP: {
    icon: 'handup', question: '为什么要往上交', readers: `${REPORTER_READS}，上一级也看`, phrases: ['要花钱，我这里定不了。', '要几个组一起办。'], photos: true,
    button: '往上交', busy: '正在交…', said: '交上去了',
    hint: '交上去以后，由上一级接着办',
    confirm: { title: '往上交', content: '交给上一级以后，这件事就不在您手上了。' },
  },
  ASK: {
    icon: 'speak', question: '想问什么', readers: '会发给报事人', phrases: ['请再说一下具体在哪里。', '什么时候方便上门看看？'], photos: false,
    button: '问报事人', busy: '正在发…', said: '问过去了，等他回话',
  },
  ASK_EXTENSION: {
    icon: 'calendar', question: '为什么要延期', readers: '上一级会看到；同意的话，报事人也会看到', phrases: ['要等天晴。', '材料还没到。'], photos: false,
    button: '申请延期', busy: '正在交…', said: '交给上一级定了',
    hint: '只能延一次，上一级同意才算',
    confirm: { title: '申请延期', content: '一件事只能延一次，上一级不同意，还按原来的日子办。' },
  },
  SUSPEND: {
    icon: 'pause', question: '为什么要停一停', readers: REPORTER_READS, phrases: [], photos: false,
    button: '停一停', busy: '正在记…', said: '先停下了，到日子会提醒',
    hint: '停下的日子不算在期限里，到了日子自动接着办',
  },
  RESUME: { icon: 'play', phrases: [], photos: false, button: '接着办', busy: '正在记…', said: '接着办了', hint: '期限从现在接着算' },
  REJECT: {
    icon: 'transfer', question: '为什么不归村里办', readers: REPORTER_READS, phrases: [], photos: false,
    button: '告诉他该找谁', busy: '正在交…', said: '告诉报事人了',
    hint: '办得了一部分的，请签收或者往上交',
    confirm: { title: '不归我办', content: '这件事在村里就结了，报事人会看到该去找谁。' },
  },
  DECIDE_EXTENSION: {
    icon: 'check', question: '说一说理由', readers: '办事的人会看到；同意的话，报事人也会看到', phrases: [], photos: false,
    button: '就这样定', busy: '正在交…', said: '定了，双方都会知道',
    confirm: { title: '定延期', content: '定了就不能再改，办事的人会收到；同意的话，报事人也会收到。' },
  },
  OBJECT: {
    icon: 'complaint', question: '为什么不该由我办', readers: '镇上会看', phrases: [], photos: false,
    button: '提异议', busy: '正在交…', said: '交给镇上定了',
    hint: '只能提一次；定了以后不能再退，办理期限照常算',
    confirm: { title: '提异议', content: '只能提一次，镇上定了以后不能再退。' },
  },
  URGE: {
    icon: 'bell', question: '督办的话', readers: '办事的人会看到', phrases: ['请今天办好并记一笔。', '请说一说卡在哪里。'], photos: false,
    button: '督办', busy: '正在发…', said: '督办发出去了',
  },
  DISPATCH: {
    icon: 'desk', question: '交办的话', readers: '不写也行，接的单位会看到', phrases: [], photos: false,
    button: '派过去', busy: '正在派…', said: '派过去了',
    hint: '接的单位是首接，要负责到底',
    confirm: { title: '派单', content: '派过去以后，由那边负责办，报事人会看到。' },
  },
  DECIDE_OBJECTION: {
    icon: 'check', question: '说一说理由', readers: '提异议的单位会看到', phrases: [], photos: false,
    button: '就这样定', busy: '正在交…', said: '定了',
    confirm: { title: '定异议', content: '定了就不能再改，也不能再提。' },
  },
};

/** What differs where a 12345 ticket is answered, and nobody is here to read along or to rate (EVT-19). */
const OF_HOTLINE: Readonly<Partial<Record<DeskAct, Partial<ActForm>>>> = {
  FINISH: {
    readers: TO_HOTLINE, said: '办结了，镇上会答复 12345', hint: '镇上收到提醒，照着答复平台',
    confirm: { title: '办结这件事', content: '镇上会照这段话答复 12345，办结后不能再改。' },
  },
  REJECT: {
    readers: TO_HOTLINE, button: '退回去，说明归谁', said: '告诉镇上了',
    confirm: { title: '不归我办', content: '这件事在村里就结了，镇上会照这段话答复 12345。' },
  },
  PROGRESS: { readers: '上级会看到' },
  HAND_UP: { readers: '上一级会看到' },
  ASK_EXTENSION: { readers: '上一级会看到' },
  SUSPEND: { readers: '上级会看到', hint: '12345 的期限不停，最晚停到那一天' },
  DECIDE_EXTENSION: { readers: '办事的人会看到' },
};

/** The same of a restricted matter: the town's desk knows nothing of it, so whoever ends it answers the hotline (EVT-14). */
const OF_RESTRICTED: typeof OF_HOTLINE = {
  FINISH: {
    readers: BY_YOU, said: '办结了，请照着答复 12345', hint: '办结后由您照着答复平台',
    confirm: { title: '办结这件事', content: '镇上看不到这件事。办结后请您照这段话答复 12345，不能再改。' },
  },
  REJECT: {
    readers: BY_YOU, said: '退回去了，请照着答复 12345',
    confirm: { title: '不归我办', content: '这件事就结了，请您照这段话答复 12345。' },
  },
};

/** What an act asks for on this matter. */
export function formOf(act: DeskAct, issue: Pick<IssueDetail, 'tickets' | 'restricted'>): ActForm {
  if (!isFromHotline(issue)) return ACT_FORMS[act];
  return { ...ACT_FORMS[act], ...OF_HOTLINE[act], ...(issue.restricted ? OF_RESTRICTED[act] : {}) };
}
