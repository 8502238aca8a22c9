/** What is wrong with a field that a rule found at fault, and how to put it right. */

const WORDS: Readonly<Record<string, string>> = {
  REQUIRED: '有一样还没写。',
  TOO_LONG: '写得太长了，短一点。',
  DATE: '日子不对，重新选一天。',
  IN_THE_PAST: '这一天已经过了，往后选一天。',
  TOO_MANY: '数目太大了，再数一遍。',
  TWO_TELLERS: '要写两位不同的计票人。',
  NAME_MISSING: '名字还没写。',
  NAME_LENGTH: '名字的字数不对。',
  NAME_CHARACTER: '名字里有不该有的字。',
  ID_NUMBER_MISSING: '证件号还没写。',
  ID_NUMBER_LENGTH: '证件号要写满 18 位。',
  ID_NUMBER_CHARACTERS: '证件号里有不该有的字，最后一位可能是 X。',
  ID_NUMBER_BIRTH_DATE: '证件号里的出生日期不对，请对着证件看。',
  ID_NUMBER_CHECK_DIGIT: '证件号有一位写错了，请对着证件看。',
  ID_NUMBER_ROUNDED: '证件号被表格改坏了，请对着证件重写。',
  MOBILE_MISSING: '手机号还没写。',
  MOBILE_NOT_A_NUMBER: '手机号不对，要 11 位。',
  ID_LAST_4: '要证件号的最后四位，最后一位可能是 X。',
  PHONE_CODE: '微信没有给出手机号，请再点一次。',
  NO_PHONE: '名册里没有您的手机号，请村里先登记。',
  NOT_IN_LINE: '他不是党员，或者不是代表，不能当联系人。',
  NOTHING_TO_CHANGE: '没有要改的。',
  ON_ITS_OWN: '证件号要单独改，先改它，再改别的。',
  OTHER_VILLAGE: '选的地方不在这个村。',
  NOT_INNERMOST: '这个网格下面还分了小网格，请选小的。',
  NO_HOUSEHOLD: '没有这一户，请重新选。',
  NUMBER_TAKEN: '这个户号有人用了，换一个，或者选“已有的一户”。',
  SAME_HOUSEHOLD: '本来就在这一户。',
  NOT_LINKED: '有一户不是您联系的，去掉它再记。',
  NO_PERSON: '名册里没有这个人，或者已经搬走。',
  ALREADY_BOUND: '这个人已经绑着另一部手机，先解绑再办。',
  VACANT: '岗位空着，先定人，再说请假。',
  HOLDER: '不能自己替自己代班。',
  ON_DESK: '他本来就在值班，换一位。',
  WHOSE_LEAVE: '值班的有几位，请要休息的那一位自己来填。',
  STAND_IN_FIRST: '这个岗位正有人代班，先结束代班，再换人。',
  NOT_ON_DESK: '他已经不在值班了，请重新打开看看。',
  GRID_OR_DESK: '这个岗位的代班请找县里登记。',
  AREA_NOT_REGISTERED: '这个地方还没登记，请找县里。',
  CHANGED: '刚才有人改过，请重新打开再办。',
  CHOICE: '有一样还没选，或者选的不在里面。',
  CLOSED: '这一年已经结了，不能再改。',
  TICKET_NUMBER: '工单编号不对，照平台上的抄。',
  RECEIVED_AHEAD: '受理的日子还没到，重新选一天。',
  ANSWER_BEFORE_CALL: '答复期限在受理之前，重新选一天。',
  PHONE_UNREADABLE: '来电人的电话不对，手机要 11 位，座机要带区号。',
  FILE_MISSING: '表没有传上来，请再选一次。',
  NOT_READY: '照片或录音还没传完，等一会儿再交。',
  UNKNOWN: '选的这一样现在没有了，请重新打开再选。',
};

/** The words for the first field whose problem has words; undefined when none has. */
export function fieldProblemWords(fields: unknown): string | undefined {
  if (!Array.isArray(fields)) return undefined;
  return fields.map((field: unknown) => wordsOf(field)).find((words) => words !== undefined);
}

function wordsOf(field: unknown): string | undefined {
  if (typeof field !== 'object' || field === null || !('problem' in field) || typeof field.problem !== 'string') return undefined;
  const { problem } = field;
  if (problem === 'TOO_LONG' && 'limit' in field && typeof field.limit === 'number') return `写得太长了，最多 ${field.limit} 个字。`;
  if (problem === 'TOO_MANY' && 'limit' in field && typeof field.limit === 'number') return `数目太大了，最多 ${field.limit}，再数一遍。`;
  if (problem === 'TOO_BIG' && 'path' in field && field.path === 'until' && 'limit' in field && typeof field.limit === 'number') return `最多停 ${field.limit} 天，往前选一天。`;
  return Object.hasOwn(WORDS, problem) ? WORDS[problem] : undefined;
}
