/** What a handler's acts are called on the desk, where the field's own terms may be used (ui.md section 9). */

/** Acts of a desk, the likeliest first and sending away last; what a reporter does is worded on the reporter's pages. */
export const DESK_ACTS = [
  'ACCEPT', 'DECIDE_EXTENSION', 'DECIDE_OBJECTION', 'PROGRESS', 'FINISH', 'HAND_UP', 'DISPATCH', 'ASK', 'ASK_EXTENSION',
  'SUSPEND', 'RESUME', 'URGE', 'OBJECT', 'REJECT',
] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

const WORDS: Readonly<Record<DeskAct, string>> = {
  ACCEPT: '签收',
  PROGRESS: '记进展',
  FINISH: '办结',
  HAND_UP: '往上交',
  ASK: '问一问',
  ASK_EXTENSION: '延期',
  SUSPEND: '停一停',
  RESUME: '接着办',
  REJECT: '不归我办',
  DECIDE_EXTENSION: '定延期',
  OBJECT: '提异议',
  URGE: '督办',
  DISPATCH: '派单',
  DECIDE_OBJECTION: '定异议',
};

/** What an act is called on a button. */
export function deskActWords(act: DeskAct): string {
  return WORDS[act];
}

/** Of all acts a reader may do, those of a desk, in one order. */
export function deskActsOf(acts: readonly string[]): readonly DeskAct[] {
  return DESK_ACTS.filter((act) => acts.includes(act));
}

/** Where a matter that the village cannot take belongs (EVT-10, EVT-11); to be chosen, or written otherwise. */
export const REJECT_CHANNELS: readonly string[] = [
  '报警打 110',
  '法院，已经在打官司',
  '仲裁委员会',
  '行政复议机关',
  '纪检监察，打 12388',
  '信访渠道，打 12345',
  '政府信息公开申请',
  '公用事业单位（水、电、气、网）',
];
