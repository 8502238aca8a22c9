/**
 * The scheme that holds where a county loaded none: the rulebook's categories, sections, items, veto events and figures
 * (PTY-02, 04, 07, 08, 09). Bases and caps come from the county's settings.
 */
import type { AreaCode } from '../areas/code';
import type { PartySettings } from '../settings/policy-settings';
import { schemeIdOf, type CategoryRule, type Cycle, type Item, type MemberCategory, type Scheme, type Section, type VetoKind } from './scheme';

const NAMES: Readonly<Record<MemberCategory, string>> = {
  A: '村（社区）两委及村务监督干部党员',
  B: '在村无职党员',
  C: '流动、外出党员',
  D: '年老体弱、病残党员',
  E: '在职、驻村、双报到党员',
  P: '预备党员',
};

/** PTY-04: 2 to 5 for A, B, E; 1 to 3 for C; D as they wish. Of P the rulebook says nothing: as B. */
const PLEDGES: Readonly<Record<MemberCategory, CategoryRule['pledges']>> = {
  A: { min: 2, max: 5 },
  B: { min: 2, max: 5 },
  C: { min: 1, max: 3 },
  D: { min: 0, max: 5 },
  E: { min: 2, max: 5 },
  P: { min: 2, max: 5 },
};

const MENU: Readonly<Record<MemberCategory, readonly string[]>> = {
  A: ['每月走访联系的人家', '按时办完群众报的事', '带头参加村里的义务劳动'],
  B: ['每月走访联系的人家', '带头打扫房前屋后和公共沟渠', '调解邻里纠纷', '给邻居讲清一项政策'],
  C: ['每季度和支部通一次电话', '为村里介绍一条务工或销售的路子'],
  D: ['有空时和邻居拉拉家常、讲讲政策', '照看好房前屋后'],
  E: ['每季度到村报到服务一次', '为联系的人家办一件实事'],
  P: ['每月走访联系的人家', '参加每次义务劳动'],
};

const SECTIONS: readonly Section[] = [
  { id: 'duty', name: '履行义务', kind: 'BASE', cap: 100 },
  { id: 'policy', name: '落实政策', kind: 'BASE', cap: 100 },
  { id: 'labour', name: '参加劳动', kind: 'BASE', cap: 100 },
  { id: 'law', name: '遵纪守法', kind: 'BASE', cap: 100 },
  { id: 'conduct', name: '弘扬正气', kind: 'BASE', cap: 100 },
  { id: 'model', name: '道德模范', kind: 'BONUS', cap: 100 },
  { id: 'lead', name: '带头致富帮富', kind: 'BONUS', cap: 100 },
  { id: 'mediate', name: '调解纠纷', kind: 'BONUS', cap: 100 },
  { id: 'volunteer', name: '公益志愿', kind: 'BONUS', cap: 150 },
  { id: 'rescue', name: '抢险应急', kind: 'BONUS', cap: 150 },
  { id: 'households', name: '联户服务', kind: 'BONUS', cap: 150 },
];

const ITEMS: readonly Item[] = [
  { id: 'absent', section: 'duty', name: '无故不参加组织生活', tenths: -10 },
  { id: 'late', section: 'duty', name: '迟到或早退', tenths: -5 },
  { id: 'dues', section: 'duty', name: '不按时交党费', tenths: -10 },
  { id: 'policy', section: 'policy', name: '不落实政策或支部决议', tenths: -10 },
  { id: 'labour', section: 'labour', name: '无故不参加义务劳动', tenths: -20 },
  { id: 'breach', section: 'law', name: '违反法纪或村规民约', tenths: -50 },
  { id: 'cult', section: 'conduct', name: '参与、传播邪教', tenths: -100 },
  { id: 'superstition', section: 'conduct', name: '参与封建迷信或赌博', tenths: -50 },
  { id: 'extravagance', section: 'conduct', name: '大操大办、铺张浪费', tenths: -50 },
  { id: 'honour', section: 'model', name: '受到镇以上表彰', tenths: 50, cap: 100 },
  { id: 'family', section: 'model', name: '孝老爱亲、邻里公认的好事', tenths: 20, cap: 60 },
  { id: 'lead', section: 'lead', name: '带动一户增收', tenths: 20, cap: 100 },
  { id: 'mediate', section: 'mediate', name: '调解好一起纠纷', tenths: 30, cap: 90 },
  { id: 'volunteer', section: 'volunteer', name: '参加一次公益志愿服务', tenths: 20, cap: 120 },
  { id: 'deed', section: 'volunteer', name: '为村里办一件实事', tenths: 50, cap: 100 },
  { id: 'rescue', section: 'rescue', name: '参加一次抢险救灾', tenths: 50, cap: 150 },
  { id: 'visit', section: 'households', name: '走访联系一户并记下所需', tenths: 5, cap: 60 },
  { id: 'help', section: 'households', name: '帮联系户解决一件难事', tenths: 30, cap: 90 },
];

/** PTY-09, in the words of 党章 art. 9 and of the counties' practice. */
const VETOES: readonly VetoKind[] = [
  { id: 'discipline', name: '受到党纪政务处分' },
  { id: 'crime', name: '受到刑事处罚' },
  { id: 'cult', name: '参加邪教或非法宗教活动' },
  { id: 'idle', name: '没有正当理由，连续六个月不参加组织生活、不交党费或不做党所分配的工作' },
  { id: 'gathering', name: '煽动、组织非法聚集' },
];

export function defaultScheme(county: AreaCode, cycle: Cycle, { base, bonusCap, max }: PartySettings): Scheme {
  const category = (of: MemberCategory): CategoryRule => ({ name: NAMES[of], base: base[of], pledges: PLEDGES[of], menu: MENU[of] });
  return {
    _id: schemeIdOf(county, cycle),
    county,
    cycle,
    version: 0,
    changedAt: 0,
    categories: { A: category('A'), B: category('B'), C: category('C'), D: category('D'), E: category('E'), P: category('P') },
    sections: SECTIONS,
    items: ITEMS,
    vetoes: VETOES,
    bonusCap,
    max,
    pledgeWindow: { from: '01-01', to: '03-31' },
  };
}
