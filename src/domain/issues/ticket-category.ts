/** What kind of matter a hotline's own words mean (EVT-01, EVT-19). */
import { CATEGORIES, type Category } from './issue';
import { categoryWords } from '../wording/issues';

/** The subject before the form: 投诉—环境卫生 is about rubbish. A hotline's forms are the last lines. */
const WORDS: readonly (readonly [RegExp, Category])[] = [
  [/纠纷|矛盾|邻里|调解/, 'DISPUTE'],
  [/卫生|垃圾|污水|环保|环境|厕所|养殖污染/, 'SANITATION'],
  [/隐患|安全生产|消防|地质灾害|防汛|应急/, 'EMERGENCY'],
  [/治安|赌博|盗窃|诈骗/, 'PATROL'],
  [/咨询/, 'CONSULT'],
  [/建议|意见/, 'SUGGEST'],
  [/投诉|举报/, 'COMPLAINT'],
  [/求助|代办|申请|帮扶/, 'ERRAND'],
];

/** Our own word for a category, or a hotline's; what says nothing of either is 别的事, which every post may take. */
export function categorySaid(text: string): Category {
  const plain = text.replaceAll(' ', '');
  return CATEGORIES.find((category) => categoryWords(category) === plain) ?? WORDS.find(([words]) => words.test(plain))?.[1] ?? 'OTHER';
}
