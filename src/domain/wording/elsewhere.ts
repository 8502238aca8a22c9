/** Where a matter belongs when the village cannot take it (EVT-10, EVT-11). A hint beside the form, never a refusal. */

const WORDS: Readonly<Record<string, string>> = {
  POLICE: '有人打架、偷盗、骗钱，先打 110 报警。',
  FIRE: '着火了先打 119。',
  MEDICAL: '有人受伤、发病先打 120。',
  TRAFFIC: '车祸先打 122。',
  COURT: '已经在打官司或者要打官司的，找法院；村里可以帮着调解。',
  ARBITRATION: '劳动、土地承包的仲裁，找仲裁委员会。',
  RECONSIDERATION: '对政府的处理不服，可以申请行政复议。',
  DISCIPLINE: '反映党员干部违纪违法，打 12388 或者找纪委监委。',
  PETITION: '上访的事走信访，打 12345 或者去县信访局；这里不代替信访。',
  INFORMATION: '要政府公开信息，向那个单位书面申请。',
  SENSITIVE: '有人受到伤害、孩子受欺负、有人想不开的，可以选“只给专人看”；急的先打 110，心里难受打 12356。',
  SECRET: '国家秘密、商业秘密不要写在这里。',
};

/** The words for a code, with the number to call where there is one. */
export function elsewhereWords(code: string, phone?: string): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] ?? '' : '这件事可能归别的单位管，村里会告诉您找谁。';
  return phone === undefined || words.includes(phone) ? words : `${words}电话 ${phone}。`;
}
