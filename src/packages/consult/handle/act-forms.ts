/** What each act of a desk is called, asks for and says afterwards. */
import type { IconName } from '@/components/icon';
import type { ConsultAct } from '@/services/views';

export type DeskAct = Exclude<ConsultAct, 'SUPPORT' | 'SAY' | 'WITHDRAW'>;

export interface ActForm {
  readonly title: string;
  readonly icon: IconName;
  /** The words that are asked for; absent where there are none. */
  readonly question?: string;
  readonly photos?: true;
  readonly button: string;
  readonly said: string;
  /** Under the button: who reads it, what follows. */
  readonly hint?: string;
  /** What cannot be undone is asked once. */
  readonly confirm?: { readonly title: string; readonly content: string };
}

export const ACT_FORMS: Readonly<Record<DeskAct, ActForm>> = {
  ANSWER: { title: '答复', icon: 'edit', question: '怎么答复', button: '答复', said: '答复了，说事的人会知道', hint: '答复全村看得到，说给村干部听的除外' },
  MERGE: { title: '并件', icon: 'transfer', question: '为什么是一回事', button: '并过去', said: '并过去了', hint: '跟着说的人一起过去，并了分不开', confirm: { title: '并到那一件', content: '并过去以后，这一件就结束了。' } },
  WEIGH: { title: '定大小', icon: 'filter', question: '依据和说明', button: '记下', said: '记下了', hint: '大事要走完四步，才能定' },
  ANNOUNCE: { title: '通知开会', icon: 'bell', question: '商量什么，材料', photos: true, button: '通知大家', said: '通知发出去了', hint: '全村看得到，跟着说的人会收到' },
  MINUTES: { title: '记会议', icon: 'book', question: '会上怎么说的', photos: true, button: '记下', said: '记下了' },
  PARTY_STEP: { title: '党内会议', icon: 'party', question: '研究的意见', photos: true, button: '记下这一步', said: '这一步记下了' },
  VILLAGE_STEP: { title: '村里会议', icon: 'people', question: '会议的意见', photos: true, button: '记下这一步', said: '这一步记下了' },
  BALLOT: { title: '投票', icon: 'ballot', button: '开始准备投票', said: '名单开始公示，六天后投票', hint: '名单公示以后，问题和选项不能改', confirm: { title: '准备投票', content: '问题、选项、怎么投，定了就不能改。' } },
  CANCEL_BALLOT: { title: '取消投票', icon: 'close', question: '为什么取消', button: '取消投票', said: '记下了', hint: '还没开投的，马上取消；开投以后，要村务监督委员会同意', confirm: { title: '取消这次投票', content: '取消以后投过的都不算，谁也看不到；理由名单上的人都看得到。' } },
  DROP: { title: '不办了', icon: 'close', question: '为什么不办', button: '议完，不办', said: '公示出去了', hint: '理由公示给全村看', confirm: { title: '议完，不办', content: '这件事就此结束，理由公示给全村看。' } },
  DECIDE: { title: '定事', icon: 'check', question: '定了什么', button: '定下来', said: '定下来了，开始公示', hint: '谁负责、哪天、花多少，公示给全村看', confirm: { title: '定下来', content: '定了就开始公示，谁负责、花多少不能再改。' } },
  PROGRESS: { title: '写进展', icon: 'hand', question: '干到哪一步了', photos: true, button: '写上去', said: '写上去了' },
  FINISH: { title: '办结', icon: 'ok', question: '结果怎么样', photos: true, button: '办结', said: '办结了，结果开始公示', hint: '结果公示给全村看', confirm: { title: '办结这件事', content: '办结就公示结果，不能再写进展。' } },
  UPDATE: { title: '更新公示', icon: 'refresh', question: '改了什么', button: '更新', said: '更新了，公示时间重新算' },
  SUPERVISE: { title: '监督意见', icon: 'eye', question: '您的意见', button: '提出来', said: '提出来了，村里要回复', hint: '全村看得到，没回复不能办结' },
  AGREE_TO_CANCEL: { title: '同意取消', icon: 'check', question: '您怎么看', button: '同意取消', said: '投票取消了', hint: '不同意就不用点，投票照常', confirm: { title: '同意取消这次投票', content: '取消以后投过的都不算，谁也看不到，不能再恢复。' } },
  ANSWER_SUPERVISION: { title: '回复监督', icon: 'speak', question: '怎么回复', button: '回复', said: '回复了', hint: '全村看得到' },
};

export function deskActsOf(acts: readonly ConsultAct[]): readonly DeskAct[] {
  return acts.filter((act): act is DeskAct => Object.hasOwn(ACT_FORMS, act));
}
