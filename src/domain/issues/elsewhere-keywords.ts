/**
 * Words by which a report may belong elsewhere (EVT-10, EVT-11) or deserve the restricted way (EVT-14). They make hints
 * beside the form and never decide anything, so each is long enough not to be met in ordinary complaints about a ditch.
 */
export const ELSEWHERE = [
  { code: 'POLICE', phone: '110', emergency: true, words: ['打架', '打人', '持刀', '砍人', '抢劫', '被偷', '小偷', '偷东西', '偷走', '偷盗', '被盗', '诈骗', '骗钱', '赌博', '吸毒', '走失', '失踪'] },
  { code: 'FIRE', phone: '119', emergency: true, words: ['着火', '起火', '失火', '火灾', '烧起来'] },
  { code: 'MEDICAL', phone: '120', emergency: true, words: ['昏迷', '晕倒', '昏倒', '大出血', '中毒', '呼吸困难', '摔伤', '受伤', '流血不止', '快不行了'] },
  { code: 'TRAFFIC', phone: '122', emergency: true, words: ['车祸', '撞车', '撞人', '翻车', '肇事'] },
  { code: 'COURT', emergency: false, words: ['法院', '起诉', '打官司', '判决', '开庭', '诉讼', '上诉', '强制执行'] },
  { code: 'ARBITRATION', emergency: false, words: ['仲裁'] },
  { code: 'RECONSIDERATION', emergency: false, words: ['行政复议'] },
  { code: 'DISCIPLINE', phone: '12388', emergency: false, words: ['贪污', '受贿', '行贿', '纪委', '监委', '违纪', '以权谋私', '吃拿卡要', '挪用公款', '侵吞', '优亲厚友'] },
  { code: 'PETITION', phone: '12345', emergency: false, words: ['上访', '信访'] },
  { code: 'INFORMATION', emergency: false, words: ['信息公开', '公开政府信息'] },
  { code: 'SECRET', emergency: false, words: ['国家秘密', '商业秘密', '涉密'] },
  {
    code: 'SENSITIVE',
    emergency: false,
    words: ['家暴', '打老婆', '打孩子', '虐待', '猥亵', '性侵', '强奸', '校园欺凌', '欺负孩子', '邪教', '全能神', '黑社会', '恶势力', '套路贷', '自杀', '轻生', '不想活', '想不开', '喝农药'],
  },
] as const satisfies readonly Elsewhere[];

export interface Elsewhere {
  readonly code: string;
  readonly phone?: string;
  readonly emergency: boolean;
  readonly words: readonly string[];
}

/** Before a word they turn it round: 没有受伤, 防火灾, 未起火. */
export const NEGATIONS = /[没未无防免][有人让得到]{0,2}$/;
