/** A member's year in parts, named by their state. */
import type { AppraisalItemView, AppraisalView, EntryView, ItemView, Me, OwnYear, PledgeView, PublicationView } from '@/services/views';
import { me as anybody, NOW } from '../desk/matters';

export { NOW };
const DAY = 86_400_000;
export const VILLAGE = '610921107203';

export const member: Me = {
  ...anybody,
  modules: { points: true, deputies: true },
  person: {
    id: 'li', name: '李国平', level: 'VERIFIED',
    village: { code: VILLAGE, name: '堰坪村', town: '漩涡镇' }, grid: { code: `${VILLAGE}-1.3.1`, name: '三组东片' },
    roles: [{ role: 'PARTY_MEMBER', area: VILLAGE, areaName: '堰坪村' }], desks: [],
  },
};

export function pledge(change: Partial<PledgeView> = {}): PledgeView {
  return { id: 'p1', type: 'HOUSEHOLDS', text: '每月走访联系的 3 户人家', target: 12, unit: '次', due: '2026-12-31', state: 'CONFIRMED', done: 10, sentAt: NOW - 300 * DAY, ...change };
}

export function entry(change: Partial<EntryView> = {}): EntryView {
  return {
    entryId: 'e1', kind: 'CLAIM', personId: 'li', name: '李国平', group: '第一党小组', on: '2026-11-15', item: 'clear', itemName: '义务清沟、修路', tenths: 20,
    text: '清沟半天，12 人受益', beneficiaries: 12, photos: [], state: 'POSTED', at: NOW - 10 * DAY, own: true,
    first: { name: '邓明珠', as: 'GROUP', at: NOW - 9 * DAY }, second: { name: '张文德', as: 'SECRETARY', at: NOW - 8 * DAY },
    may: ['APPEAL'], appealUntil: NOW + 7 * DAY, ...change,
  };
}

/** Waits for the branch's second eyes. */
export const waitingEntry = (): EntryView => {
  const { second: _, appealUntil: __, ...rest } = entry({ entryId: 'e2', on: '2026-11-21', item: 'mediate', itemName: '调解纠纷', tenths: 30, text: '调解一起地界纠纷', state: 'APPROVE', waitsFor: 'COMMITTEE', dueAt: NOW + 5 * DAY, may: ['WITHDRAW'] });
  return rest;
};

/** The verifier asked once for more. */
export const askedEntry = (): EntryView => {
  const { first: _, second: __, appealUntil: ___, ...rest } = entry({ entryId: 'e3', on: '2026-11-19', text: '给张婆婆送米', itemName: '关爱帮扶', tenths: 20, state: 'ASKED', asked: { text: '张婆婆家在几组？' }, waitsFor: 'MEMBER', may: ['ANSWER', 'WITHDRAW'] });
  return rest;
};

export const deduction = (): EntryView => entry({ entryId: 'e4', kind: 'RECORD', on: '2026-11-03', item: 'late', itemName: '主题党日迟到', tenths: -5, text: '十一月主题党日晚到半小时' });

export function ownYear(change: Partial<OwnYear> = {}): OwnYear {
  return {
    personId: 'li', name: '李国平', cycle: 2026, cycles: [2026, 2025], branch: { village: VILLAGE, name: '堰坪村党支部' }, group: '第一党小组',
    category: 'B', categoryName: '在村无职党员', settled: true,
    score: { base: 600, bonus: 145, deducted: 20, pending: 50, total: 725 }, max: 1000,
    pledges: [pledge(), pledge({ id: 'p2', type: 'INDUSTRY', text: '带 2 户种好烤烟', target: 2, unit: '户', done: 2 }), pledge({ id: 'p3', type: 'PUBLIC_GOOD', text: '义务清沟 4 次', target: 4, done: 3 })],
    pledgeRule: { min: 2, max: 5, from: '2026-01-01', to: '2026-03-31', open: false, menu: ['每月走访联系的户', '带头参加公益劳动'] },
    entries: [waitingEntry(), entry(), deduction()], posted: 16, vetoes: [],
    households: [
      { householdId: 'h1', number: '3-012', head: '王秀兰', address: '三组 12 号' },
      { householdId: 'h2', number: '3-015', head: '谢长安', address: '三组 15 号', phone: '13800000001' },
    ],
    contacts: [{ contactId: 'c1', on: '2026-11-24', mode: 'VISIT', purposes: ['LISTEN'], households: 2 }],
    closed: false, seenBy: 'BRANCH', ...change,
  };
}

export const items: readonly ItemView[] = [
  { id: 'clear', section: 'good', sectionName: '公益志愿', name: '义务清沟、修路', tenths: 20, cap: 100, left: 60 },
  { id: 'care', section: 'good', sectionName: '公益志愿', name: '关爱帮扶', tenths: 20 },
  { id: 'mediate', section: 'dispute', sectionName: '调解纠纷', name: '调解一起纠纷', tenths: 30, cap: 90, left: 0 },
  { id: 'late', section: 'duty', sectionName: '履行义务', name: '迟到早退', tenths: -5 },
];

export const itemsAnswer = { cycle: 2026, from: '2026-01-01', to: '2026-12-31', items, vetoes: [], pledgeTypes: ['POST', 'HOUSEHOLDS', 'PUBLIC_GOOD', 'POLICY', 'INDUSTRY', 'OTHER'] } as const;

export function publication(change: Partial<PublicationView> = {}): PublicationView {
  return {
    cycle: 2026, n: 3, upTo: '2026-09-30', publishedAt: NOW - DAY, objectionsUntil: NOW + 4 * DAY, mayAnswer: false, mayObject: true,
    rows: [
      { personId: 'deng', name: '邓明珠', category: 'A', base: 600, bonus: 60, deducted: 0, total: 660 },
      { personId: 'li', name: '李国平', category: 'B', base: 600, bonus: 125, deducted: 15, total: 710 },
      { personId: 'tian', name: '田小雨', category: 'B', base: 600, bonus: 200, deducted: 0, total: 800 },
    ],
    objections: [{ id: 'o1', by: '田小雨', about: 'tian', text: '八月清沟那次没有记', at: NOW, own: false }], ...change,
  };
}

export function appraisalItem(change: Partial<AppraisalItemView> = {}): AppraisalItemView {
  return { personId: 'li', name: '李国平', own: true, remarks: 0, hidden: false, may: ['SELF'], ...change };
}

export function appraisal(change: Partial<AppraisalView> = {}): AppraisalView {
  return {
    village: VILLAGE, branch: '堰坪村党支部', year: 2026, stage: 'SELF', selfUntil: '2026-12-05', measure: 'BOX',
    items: [appraisalItem(), appraisalItem({ personId: 'deng', name: '邓明珠', own: false, may: ['REMARK'] }), appraisalItem({ personId: 'tian', name: '田小雨', own: false, may: ['REMARK'] })],
    may: [], ...change,
  };
}
