/** What the codes of an issue are called, to villagers and on desks (ui.md section 9). */
import { exhaustive } from '../basics/exhaustive';
import type { Category, Stage, StepKind, Urgency } from '../issues/issue';

const CATEGORY: Readonly<Record<Category, string>> = {
  DISPUTE: '邻里矛盾',
  SANITATION: '卫生环境',
  EMERGENCY: '安全隐患',
  ERRAND: '帮忙代办',
  PATROL: '治安线索',
  CONSULT: '问政策',
  SUGGEST: '提建议',
  COMPLAINT: '投诉举报',
  OTHER: '别的事',
};

export function categoryWords(category: Category): string {
  return CATEGORY[category];
}

/** 较急 and 急事 stand on a desk's rows; an ordinary matter needs no word. */
export function urgencyWords(urgency: Urgency): string {
  switch (urgency) {
    case 'URGENT':
      return '急事';
    case 'MAJOR':
      return '较急';
    case 'NORMAL':
      return '';
    default:
      return exhaustive(urgency);
  }
}

const STAGE: Readonly<Record<Stage, string>> = {
  REPORTED: '待签收',
  ACCEPTED: '已签收',
  ASSIGNED: '已交办',
  HANDLING: '正在办',
  DONE: '办结，待评价',
  RATED: '已评价',
  ARCHIVED: '已归档',
  REJECTED: '不归本级',
  WITHDRAWN: '已撤回',
};

/** A stage as desks call it. */
export function stageWords(stage: Stage): string {
  return STAGE[stage];
}

const STEP: Readonly<Record<StepKind, string>> = {
  REPORTED: '报上来了',
  ADDED: '补充',
  REMINDED: '催了一下',
  WITHDRAWN: '撤回了',
  SUPPORTED: '有人也遇到了',
  ACCEPTED: '接了这件事',
  REJECTED: '不归这里办',
  ASKED: '想再问清楚',
  ANSWERED: '回了话',
  PROGRESS: '',
  HANDED_UP: '往上交',
  ESCALATED: '到时间没接，自动往上交',
  OVERDUE: '过了时间还没办好',
  EXTENSION_ASKED: '想多要几天',
  EXTENDED: '同意延期',
  EXTENSION_REFUSED: '没同意延期',
  SUSPENDED: '先停一停',
  RESUMED: '接着办',
  DISPATCHED: '交办',
  OBJECTED: '提了异议',
  OBJECTION_UPHELD: '异议成立，改派',
  OBJECTION_REFUSED: '异议不成立，还是由他办',
  URGED: '上级来催',
  DONE: '办好了',
  RATED: '评了',
  REOPENED: '没解决，重新办',
  ARCHIVED: '结了',
  HANDED_OVER: '换人接着办，交',
  TICKET: '12345 也转来了这件事',
  TICKET_LATER: '12345 放宽了答复时限',
  TICKET_SOONER: '12345 提前了答复时限',
};

/** What a step says on the timeline, before its own words; `to` is who has it then. A step of work says only its own words. */
export function stepWords(kind: string, to?: string): string {
  const words = Object.hasOwn(STEP, kind) ? STEP[kind as StepKind] : '';
  if (to === undefined || words === '') return words;
  return kind === 'OVERDUE' ? `${words}，告诉了${to}` : `${words}给${to}`;
}
