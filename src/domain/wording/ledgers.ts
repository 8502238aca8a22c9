/** Words for points as sheets: what a change of a scheme is about, and what an office files. */
import type { EntryState } from '../points/entry';
import type { OpeningRow } from '../points/opening';
import type { PledgeState } from '../points/pledge';
import { MEMBER_CATEGORIES, type MemberCategory, type SchemeRules } from '../points/scheme';
import { TABLE_NAMES } from '../points/scheme-sheet';

const RULES: Readonly<Record<string, string>> = { bonusCap: '加分封顶', max: '总分封顶', pledgeWindow: '承诺起止' };
const PARTS: Readonly<Record<string, string>> = { name: '名称', base: '基础分', pledges: '承诺条数', menu: '承诺菜单', closed: '停用' };

/** Where a change of a scheme stands, in the words of its workbook. A path is `items.visit.name`. */
export function schemeChangeWords(path: string, next: SchemeRules, old: SchemeRules = next): { readonly sheet: string; readonly column: string } {
  const [of = '', id = '', part] = path.split('.');
  const word = part === undefined ? '' : `的${PARTS[part] ?? part}`;
  const named = (list: 'sections' | 'items' | 'vetoes'): string => [...next[list], ...old[list]].find((one) => one.id === id)?.name ?? id;
  switch (of) {
    case 'categories':
      return { sheet: TABLE_NAMES.CATEGORIES, column: `${isCategory(id) ? `${id} 类` : id}${word}` };
    case 'sections':
    case 'items':
    case 'vetoes':
      return { sheet: TABLE_NAMES[of === 'sections' ? 'SECTIONS' : of === 'items' ? 'ITEMS' : 'VETOES'], column: `${named(of)}${word}` };
    default:
      return { sheet: TABLE_NAMES.RULES, column: RULES[of] ?? of };
  }
}

function isCategory(text: string): text is MemberCategory {
  return (MEMBER_CATEGORIES as readonly string[]).includes(text);
}

/** Of opening balances. */
export const OPENING_WORDS = { title: '期初积分', bonus: '期初加分', deduction: '期初扣分', text: '从原来的积分表转来' } as const;

/** What a row of opening balances is, beside its figures; nothing where it is simply to be loaded. */
export const OPENING_ROW_WORDS: Readonly<Record<OpeningRow['is'], string>> = { NEW: '', SENT_UP: '报上去了，等着审', REFUSED: '没审过，可以申诉', LOADED: '装过了', NOTHING: '没有加减' };

/** Headings, titles and signature lines of what an office files. */
export const LEDGER_WORDS = {
  file: '党员积分台账',
  taken: '导出时间：',
  left: '离开支部',
  below: ['按姓名排列，不作排名。积分只作参考，评议等次由支部大会定。', '支部书记（签字）：　　　　　　　　　　核实人（签字）：　　　　　　　　　　日期：'],
  members: {
    name: '党员积分',
    columns: [{ heading: '序号', width: 6 }, { heading: '姓名', width: 12 }, { heading: '党小组', width: 14 }, { heading: '类别', width: 28 }, { heading: '基础分', width: 8 }, { heading: '加分', width: 8 }, { heading: '扣分', width: 8 }, { heading: '积分', width: 8 }, { heading: '备注', width: 18 }],
  },
  ledger: {
    name: '积分明细',
    columns: [{ heading: '序号', width: 6 }, { heading: '日期', width: 12 }, { heading: '姓名', width: 12 }, { heading: '项目', width: 24 }, { heading: '分值', width: 8 }, { heading: '事由', width: 40 }, { heading: '结果', width: 10 }, { heading: '核实人', width: 12 }, { heading: '审定人', width: 12 }, { heading: '说明', width: 24 }],
  },
  pledges: {
    name: '承诺践诺',
    columns: [{ heading: '姓名', width: 12 }, { heading: '党小组', width: 14 }, { heading: '承诺', width: 40 }, { heading: '目标', width: 10 }, { heading: '已做', width: 8 }, { heading: '期限', width: 12 }, { heading: '状态', width: 10 }],
  },
  published: {
    name: '积分公示',
    about: (upTo: string): string => `截至 ${upTo}。公示时间：`,
    columns: [{ heading: '序号', width: 6 }, { heading: '姓名', width: 12 }, { heading: '类别', width: 8 }, { heading: '基础分', width: 8 }, { heading: '加分', width: 8 }, { heading: '扣分', width: 8 }, { heading: '积分', width: 8 }],
  },
  objections: {
    name: '异议与答复',
    columns: [{ heading: '提出人', width: 12 }, { heading: '关于', width: 12 }, { heading: '异议', width: 40 }, { heading: '时间', width: 18 }, { heading: '答复', width: 40 }, { heading: '答复时间', width: 18 }],
  },
} as const;

const ENTRY_STATES: Readonly<Record<EntryState, string>> = { CHECK: '待核实', ASKED: '待补充', APPROVE: '待审定', POSTED: '已记分', REFUSED: '未通过', EXPIRED: '过期未定', WITHDRAWN: '本人撤回' };

export function entryStateWord(state: EntryState): string {
  return ENTRY_STATES[state];
}

const PLEDGE_STATES: Readonly<Record<PledgeState, string>> = { SENT: '待确认', CONFIRMED: '已确认', RETURNED: '退回修改', WITHDRAWN: '已撤回' };

export function pledgeStateWord(state: PledgeState): string {
  return PLEDGE_STATES[state];
}
