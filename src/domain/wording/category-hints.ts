/** What belongs to each category, in a villager's words, for choosing one (EVT-01). */
import type { Category } from '../issues/issue';

export const CATEGORY_HINTS: Readonly<Record<Category, string>> = {
  DISPUTE: '邻里、家里、地界的矛盾，请人来说和',
  SANITATION: '垃圾、水沟、厕所这些',
  EMERGENCY: '路塌、树倒、电线、山上掉石头这些',
  ERRAND: '办证、认证、领东西，帮您跑腿',
  PATROL: '陌生人、丢东西、骗钱的线索',
  CONSULT: '补贴、医保、政策，问一问',
  SUGGEST: '村里怎么办更好，您来说',
  COMPLAINT: '谁办事不公、不办事；可以不写名字',
  OTHER: '说不清归哪类，也能报',
};
