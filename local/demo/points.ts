/**
 * Two cycles of the village's Party branch: last year's, closed, and this year's up to today: pledges, deeds posted, waiting and
 * refused, a deduction, publications with an objection, an appeal. Everything by calls to the functions at moments of the past.
 */
import { addCivilDays, civilDateOf } from '@/domain/basics/civil-time';
import type { CivilDate, PersonId } from '@/domain/basics/ids';
import { cycleOn } from '@/domain/points/cycle';
import type { Platform } from '@platform/context';
import { VILLAGE } from './personas';
import { callsFor, type PointsCalls } from './points-calls';

/** Nothing is lived before its day: whoever opens the demo in spring finds a branch in spring. */
interface Step {
  readonly on: CivilDate;
  readonly live: (on: CivilDate) => Promise<unknown>;
}

const SECRETARY = 'zhang-wende';
const VERIFIER = 'deng-mingzhu';
const COMMITTEE = 'liu-chunlin';

export async function liveThroughPoints(platform: Platform, personas: ReadonlyMap<string, PersonId>): Promise<void> {
  const { settings } = platform;
  if (!settings.modules.points) return;
  const today = civilDateOf(platform.clock());
  const cycle = cycleOn(today, settings.party.cycleStart);
  const calls = callsFor(platform, personas);
  for (const { on, live } of [...lastYear(calls, cycle - 1), ...thisYear(calls, cycle, today)]) {
    if (on > today) continue;
    await live(on);
    await calls.tick(on);
  }
}

/** A quiet year, published and closed: what the appraisal of last year rests on. */
function lastYear({ does, deed, posts }: PointsCalls, cycle: number): readonly Step[] {
  const branch = { village: VILLAGE, cycle };
  return [
    { on: `${cycle}-01-05`, live: (on) => does(SECRETARY, on, 'openCycle', branch) },
    { on: `${cycle}-01-12`, live: (on) => does(SECRETARY, on, 'settleCategories', branch) },
    { on: `${cycle}-06-20`, live: async (on) => posts(await deed('li-guoping', on, 'rescue', '汛期和大家一起守了两夜河堤'), on) },
    { on: `${cycle}-09-10`, live: async (on) => posts(await deed('tian-xiaoyu', on, 'volunteer', '给合作社的老人教用手机'), on) },
    { on: `${cycle + 1}-01-01`, live: (on) => does(SECRETARY, on, 'publish', { ...branch, n: 4 }) },
    // Once the days for objections are over.
    { on: `${cycle + 1}-01-10`, live: (on) => does(SECRETARY, on, 'closeCycle', branch) },
  ];
}

function thisYear(calls: PointsCalls, cycle: number, today: CivilDate): readonly Step[] {
  const { does, deed, looks, posts, pledge, record, personOf } = calls;
  const branch = { village: VILLAGE, cycle };
  const of = (monthAndDay: string): CivilDate => `${cycle}-${monthAndDay}`;
  const ago = (days: number): CivilDate => addCivilDays(today, -days);
  const pledges = new Map<string, string>();
  const promise = (who: string, text: string, type: string, target: number, unit = '次'): Step => ({
    on: of('02-10'),
    live: async (on) => pledges.set(text, await pledge(who, on, { type, text, target, unit, due: `${cycle}-12-31` })),
  });
  const steps: readonly Step[] = [
    { on: of('01-10'), live: (on) => does(SECRETARY, on, 'openCycle', branch) },
    { on: of('01-11'), live: (on) => does(SECRETARY, on, 'saveGroups', { village: VILLAGE, groups: ['第一党小组', '第二党小组'] }) },
    { on: of('01-12'), live: async (on) => {
      await does(COMMITTEE, on, 'setMember', { ...branch, personId: personOf('li-guoping'), category: 'B', group: '第二党小组' });
      await does(COMMITTEE, on, 'setMember', { ...branch, personId: personOf('tian-xiaoyu'), category: 'B', group: '第一党小组' });
    } },
    { on: of('01-15'), live: (on) => does(SECRETARY, on, 'settleCategories', branch) },
    promise('li-guoping', '每月走访联系的人家', 'HOUSEHOLDS', 12),
    promise('li-guoping', '带头清三组的排水沟', 'PUBLIC_GOOD', 4),
    promise('tian-xiaoyu', '教老人用手机报事', 'POLICY', 10, '人'),
    promise('tian-xiaoyu', '帮合作社卖茶', 'INDUSTRY', 2),
    promise(SECRETARY, '每周到便民服务室值班一天', 'POST', 48),
    { on: of('02-16'), live: async (on) => {
      for (const [text, pledgeId] of pledges) {
        const who = text.includes('值班') ? SECRETARY : text.includes('走访') || text.includes('排水沟') ? 'li-guoping' : 'tian-xiaoyu';
        await does(COMMITTEE, on, 'decidePledge', { personId: personOf(who), cycle, pledgeId, decision: { kind: 'CONFIRMED' } });
      }
    } },
    { on: of('03-12'), live: async (on) => posts(await deed('li-guoping', on, 'deed', '带着八个人清了三组的排水沟', { pledgeId: pledges.get('带头清三组的排水沟'), beneficiaries: 26 }), on) },
    { on: of('04-02'), live: (on) => does(SECRETARY, on, 'publish', { ...branch, n: 1 }) },
    { on: of('04-20'), live: async (on) => posts(await deed('tian-xiaoyu', on, 'volunteer', '在村委会教了六位老人', { pledgeId: pledges.get('教老人用手机报事'), amount: 6 }), on) },
    { on: of('05-16'), live: async (on) => posts(await deed('li-guoping', on, 'mediate', '王家和陈家的田埂说好了，各让一尺'), on) },
    { on: of('06-08'), live: (on) => record(VERIFIER, on, 'absent', ['tian-xiaoyu'], '六月主题党日没有来，没有请假') },
    { on: of('06-10'), live: (on) => calls.approvesAll(COMMITTEE, on) },
    { on: of('07-03'), live: (on) => does(SECRETARY, on, 'publish', { ...branch, n: 2 }) },
    { on: of('08-14'), live: async (on) => {
      const entryId = await deed('tian-xiaoyu', on, 'rescue', '暴雨那天帮着转移了两户人');
      await looks(entryId, on, { kind: 'REFUSE', reason: '转移是镇上统一安排的，名单上没有您，请说说当天在哪一组' });
    } },
    { on: of('08-20'), live: (on) => calls.appeals('tian-xiaoyu', on, '我在二组，马建业和龚顺发都在场') },
    { on: of('09-05'), live: (on) => calls.visits('li-guoping', on, pledges.get('每月走访联系的人家')) },
    { on: of('09-08'), live: (on) => calls.looksAtAll(on) },
    { on: of('10-09'), live: (on) => does(SECRETARY, on, 'publish', { ...branch, n: 3 }) },
    { on: of('10-12'), live: (on) => does('li-guoping', on, 'objectTo', { ...branch, n: 3, about: personOf('tian-xiaoyu'), text: '暴雨那天她确实在二组，该记上' }) },
    // What waits today, whatever day it is.
    { on: ago(3), live: (on) => deed('li-guoping', on, 'volunteer', '和年轻人一起修了小学的围栏') },
    { on: ago(2), live: async (on) => looks(await deed('tian-xiaoyu', on, 'lead', '帮吴大山家的茶叶找到了买家'), on) },
    { on: ago(1), live: async (on) => looks(await deed(SECRETARY, on, 'mediate', '两家的宅基地边界说清楚了'), on) },
  ];
  return steps.filter(({ on }) => on >= of('01-10'));
}
