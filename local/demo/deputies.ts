/**
 * Two years of the town's deputies: the directory, a year of contacts and suggestions, last year's rating with its result, and
 * this year's round, open. Everything by calls to the functions at moments of the past; nothing here writes a record.
 */
import { randomBytes } from 'node:crypto';
import type { RoundView } from '@/contract/deputies';
import type { WireReply } from '@/contract/wire';
import { addCivilDays, civilDateOf, HOUR_MS, MINUTE_MS, startOfDay, yearOf } from '@/domain/basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '@/domain/basics/ids';
import { BALLOT_QUESTIONS } from '@/domain/deputies/round';
import { MAIN } from '@/domain/voting/box';
import { isAdult } from '@/domain/voting/electorate';
import { RECEIPT_BYTES, receiptOf } from '@/domain/voting/receipt';
import type { Platform } from '@platform/context';
import { TOWN, VILLAGE } from './personas';
import { phonesOf } from './phones';

/** The third group, where 王秀兰 lives, elects 周桂芳; the second one had a by-election. */
const THIRD = `${VILLAGE}-1.3`;
const SECOND = `${VILLAGE}-1.2`;
/** Enough for last year's rating to count (DEP-14). */
const VOTERS = 34;
const HOUR = 10;

interface Life {
  readonly at: (day: CivilDate) => EpochMs;
  /** A call that has to succeed; what it answers. */
  readonly does: <T>(who: string, day: CivilDate, procedure: string, input: object) => Promise<T>;
  readonly tick: (day: CivilDate) => Promise<void>;
}

/** Lives through both years up to now. A second run finds everything there. */
export async function liveThroughDeputies(platform: Platform, personas: ReadonlyMap<string, PersonId>): Promise<void> {
  const phones = phonesOf(platform);
  const now = platform.clock();
  const today = civilDateOf(now);
  const at = (day: CivilDate): EpochMs => Math.min(startOfDay(day) + HOUR * HOUR_MS, now);
  let taps = 0;
  const life: Life = {
    at,
    async does<T>(who: string, day: CivilDate, procedure: string, input: object): Promise<T> {
      taps += 1;
      const reply: WireReply = await phones.does(personas.get(who) ?? who, at(day), 'deputies', procedure, { requestId: `demo-deputies-${String(taps).padStart(6, '0')}`, ...input });
      if (!reply.ok) throw new Error(`the demo’s deputies: ${procedure} was refused: ${reply.error.code}`);
      return reply.data as T;
    },
    // As the clock does it, a minute after midnight: a box whose roll is frozen late opens and closes later.
    tick: (day) => phones.clockRuns(Math.min(startOfDay(day) + MINUTE_MS, now)),
  };
  const ago = (days: number): CivilDate => addCivilDays(today, -days);
  const lastYear = yearOf(today) - 1;

  const mandates = await enterDirectory(life, personas, `${lastYear}-01-05`);
  await lastYearsRound(life, platform, phones, lastYear);
  await aYearOfWork(life, mandates, ago);
  await thisYearsRound(life, today, ago);
}

type Mandates = Readonly<Record<'gui' | 'li' | 'xie' | 'deng' | 'gong', string>> & { readonly second: { readonly constituencyId: string; readonly stationId: string } };

async function enterDirectory({ does }: Life, personas: ReadonlyMap<string, PersonId>, day: CivilDate): Promise<Mandates> {
  const presidium = <T>(procedure: string, input: object): Promise<T> => does<T>('shen-guohua', day, procedure, { town: TOWN, ...input });
  const station = async (input: object) => (await presidium<{ readonly stationId: string }>('saveStation', input)).stationId;
  const constituency = async (input: object) => (await presidium<{ readonly constituencyId: string }>('saveConstituency', { roll: 'RESIDENTS', from: '2021-09-01', ...input })).constituencyId;
  const deputy = async (who: string, input: object) => (await presidium<{ readonly mandate: string }>('saveDeputy', { personId: personas.get(who), term: '第十九届', from: '2021-09-01', ...input })).mandate;

  const yanping = await station({ name: '堰坪代表联络站', address: '堰坪村委会一楼', hours: '周一到周五 9:00—17:00', phone: '0915-5550107', duty: '每周三上午代表轮流接待，每季度开一次选民座谈会' });
  const town = await station({ name: '漩涡镇代表联络站', address: '镇政府便民服务大厅旁', hours: '周一到周五 8:30—17:30', phone: '0915-5550108' });
  const third = await constituency({ name: '第 3 选区', level: 'TOWN', areas: [THIRD], seats: 2 });
  const second = await constituency({ name: '第 2 选区', level: 'TOWN', areas: [SECOND], seats: 1 });
  const county = await constituency({ name: '县第 12 选区', level: 'COUNTY', areas: [THIRD], seats: 1 });
  const local = { level: 'TOWN', stationId: yanping, group: '堰坪代表小组' };
  return {
    gui: await deputy('zhou-guifang', { ...local, constituencyId: third, job: '堰坪村小学教师', hours: '周三上午在联络站' }),
    li: await deputy('li-guoping', { ...local, constituencyId: third, job: '茶叶合作社社员' }),
    gong: await deputy('gong-shunfa', { ...local, constituencyId: second, job: '泥瓦匠' }),
    xie: await deputy('xie-changan', { level: 'COUNTY', stationId: town, group: '漩涡代表小组', constituencyId: county, job: '种植户' }),
    deng: await deputy('deng-mingzhu', { level: 'CITY', stationId: town, group: '漩涡代表小组', job: '村医' }),
    second: { constituencyId: second, stationId: yanping },
  };
}

/** Opened, voted in, counted, confirmed and published as the county's dates have it. */
async function lastYearsRound({ does, tick, at }: Life, platform: Platform, phones: ReturnType<typeof phonesOf>, year: number): Promise<void> {
  await does('shen-guohua', `${year}-11-20`, 'openRound', { town: TOWN, year });
  for (const day of [`${year}-11-20`, `${year}-11-21`, `${year}-11-30`, `${year}-12-01`]) await tick(day);
  const day = `${year}-12-06`;
  for (const [nth, voter] of (await votersOf(platform, day)).entries()) {
    const mine = await phones.does(voter, at(day), 'voting', 'mine', {});
    const { items } = (mine.ok ? mine.data : { items: [] }) as { readonly items: readonly { readonly ballotId: string; readonly title: string }[] };
    for (const { ballotId, title } of items) {
      const choices = { ...Object.fromEntries(BALLOT_QUESTIONS.map(({ id }) => [id, '-'])), [MAIN]: choiceOf(title, nth) };
      await phones.does(voter, at(day), 'voting', 'cast', { ballotId, receipt: receiptOf(randomBytes(RECEIPT_BYTES)), choices });
    }
  }
  for (const on of [`${year}-12-21`, `${year}-12-22`]) await tick(on);
  const confirmedOn = `${year}-12-24`;
  const { items } = await does<RoundView>('shen-guohua', confirmedOn, 'round', { town: TOWN, year });
  for (const { mandate, boxId, rating } of items) {
    if (boxId === undefined) continue;
    await does('shen-guohua', confirmedOn, 'confirm', { town: TOWN, year, mandate, measures: [], ...(rating?.suggested === undefined ? {} : { grade: rating.suggested }) });
  }
  await does('shen-guohua', `${year}-12-25`, 'publish', { town: TOWN, year });
  await tick(`${year}-12-26`);
}

/** Most are content with 周桂芳, fewer with the others; some do not know them. */
function choiceOf(title: string, nth: number): string {
  const pattern = title.includes('周桂芳') ? 'SSSBSSNSBSU' : 'SBBNSBUBSNB';
  return pattern.charAt(nth % pattern.length);
}

async function votersOf({ store }: Platform, day: CivilDate): Promise<readonly PersonId[]> {
  const { items } = await store.find('people', { where: { grid: `${THIRD}.1` }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100 });
  return items.filter((person) => person.status === 'ACTIVE' && isAdult(person, day)).slice(0, VOTERS).map(({ _id }) => _id);
}

async function aYearOfWork({ does, tick }: Life, { gui, li, xie, deng, gong, second }: Mandates, ago: (days: number) => CivilDate): Promise<void> {
  const all = [gui, li, xie, deng];
  const entry = (day: CivilDate, heading: string, title: string, mandates: readonly string[], absent: readonly string[] = []) => does('shen-guohua', day, 'addEntry', { town: TOWN, heading, on: day, title, mandates, absent });
  const contact = (who: string, mandate: string, day: CivilDate, mode: string, households: number, heard?: object) => does<{ readonly opinionId?: string }>(who, day, 'record', { town: TOWN, mandate, mode, purposes: mode === 'RECEIVE' ? ['LISTEN'] : ['LISTEN', 'POLICY'], on: day, households, ...(heard === undefined ? {} : { heard }) });
  const suggest = async (day: CivilDate, text: string, title: string, unit: string): Promise<string> => {
    const { opinionId = '' } = await contact('zhou-guifang', gui, day, 'VISIT', 4, { text, course: { kind: 'SUGGESTION', title } });
    await does('shen-guohua', addCivilDays(day, 2), 'assign', { opinionId, to: { kind: 'UNIT', unit, complex: false } });
    return opinionId;
  };
  await entry(ago(300), 'MEETING', '镇人代会第六次会议', all);
  const bus = await suggest(ago(280), '早上那班客车挤不上，娃娃上学要走五里路', '通村客车每天加一班', 'TOWN');
  await entry(ago(250), 'TRAINING', '代表法学习班', [gui, li]);
  await does('he-min', ago(230), 'reply', { opinionId: bus, kind: 'DONE', text: '和客运公司说好了，7 点那班后面加一班。' });
  await does('zhou-guifang', ago(228), 'judge', { opinionId: bus, verdict: 'SATISFIED' });
  const bumps = await suggest(ago(210), '小学门口车快，接娃娃的老人怕', '小学门口划减速带', 'TOWN');
  await entry(ago(200), 'MEETING', '镇人大主席团扩大会议', all, [deng]);
  for (const days of [190, 160, 130, 100, 72, 44]) await contact('zhou-guifang', gui, ago(days), 'VISIT', 5);
  await does('he-min', ago(180), 'reply', { opinionId: bumps, kind: 'PLANNED', text: '列入明年交通计划。' });
  await does('zhou-guifang', ago(178), 'judge', { opinionId: bumps, verdict: 'UNSATISFIED' });
  await does('he-min', ago(155), 'reply', { opinionId: bumps, kind: 'DONE', text: '先划了两道减速带，立了牌子。' });
  await does('zhou-guifang', ago(150), 'judge', { opinionId: bumps, verdict: 'FAIR' });
  await entry(ago(140), 'INSPECTION', '视察蓄水池和灌溉渠', [gui, li, xie]);
  for (const days of [126, 98, 70, 42, 14]) await contact('zhou-guifang', gui, ago(days), 'RECEIVE', 2);
  for (const days of [120, 60]) await contact('li-guoping', li, ago(days), 'VISIT', 3);
  await does('shen-guohua', ago(85), 'setStanding', { town: TOWN, mandate: gong, standing: { kind: 'ENDED', last: ago(86), why: 'RESIGNED' } });
  await byElection(does, ago(70), second);
  await entry(ago(60), 'REPORT', '在三组院坝向选民述职', [gui]);
  await suggest(ago(30), '二组蓄水池渗水，栽秧的时候不够用', '二组蓄水池防渗', 'WATER');
  await contact('zhou-guifang', gui, ago(6), 'VISIT', 3, { text: '三组路灯坏了两盏，晚上看不见', course: { kind: 'EXPLAINED', answer: '村里已经报修，这周来换。' } });
  await does('wang-xiulan', ago(1), 'sendOpinion', { town: TOWN, mandate: gui, text: '村卫生室周末能不能也有人' });
  await tick(ago(1));
}

/** 补选: the seat of who resigned. */
async function byElection(does: Life['does'], day: CivilDate, seat: Mandates['second']): Promise<void> {
  const { items } = await does<{ readonly items: readonly { readonly personId: string }[] }>('shen-guohua', day, 'candidates', { village: VILLAGE, name: '田小雨' });
  await does('shen-guohua', day, 'saveDeputy', { town: TOWN, personId: items[0]?.personId, level: 'TOWN', term: '第十九届', group: '堰坪代表小组', job: '合作社会计', from: day, ...seat });
}

/** Open since the day before yesterday, for a fortnight; none in the first days of January, when it would be last year's. */
async function thisYearsRound({ does, tick }: Life, today: CivilDate, ago: (days: number) => CivilDate): Promise<void> {
  if (yearOf(ago(8)) !== yearOf(today)) return;
  await does('shen-guohua', ago(8), 'openRound', { town: TOWN, year: yearOf(today), opensOn: ago(2), closesOn: ago(-12) });
  for (const days of [8, 7, 3, 2, 0]) await tick(ago(days));
}
