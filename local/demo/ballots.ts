/**
 * Three boxes of the demo's village: one whose roll is shown, one that is open, one that was counted some days ago. They go their way as any box does,
 * only that the clock is told moments of the past: nothing here writes a roll, a ballot or a count.
 */
import { assert } from '@/domain/basics/assert';
import { DAY_MS } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import { MAIN, type BoxPlan, type BoxState, type Question } from '@/domain/voting/box';
import { receiptOf } from '@/domain/voting/receipt';
import { ABSTENTION } from '@/domain/wording/voting';
import { announcedBox, boxIdOf } from '@platform/ballot-box/announce';
import { castBallot } from '@platform/ballot-box/cast-ballot';
import { stepBox } from '@platform/ballot-box/step-box';
import { tellRoll } from '@platform/ballot-box/tell-roll';
import type { Platform } from '@platform/context';
import { VILLAGE } from './personas';

/** How many households had voted in the counted one. */
const VOTED = 60;

const RUBBISH: Question = {
  id: MAIN,
  text: '您家一年交多少？',
  options: [{ code: 'B', text: '60 元，每天收一次' }, { code: 'C', text: '36 元，隔一天收一次' }, { code: 'D', text: '不交，自己送到垃圾池' }, ABSTENTION],
};
const LAMPS: Question = {
  id: MAIN,
  text: '路灯先装哪里？',
  options: [{ code: 'B', text: '村口到小学' }, { code: 'C', text: '三组到河边' }, { code: 'D', text: '今年不装，钱留着' }, ABSTENTION],
};

const SPEAKERS: Question = {
  id: MAIN,
  text: '夏天广场音响几点关？',
  options: [{ code: 'B', text: '晚上八点半' }, { code: 'C', text: '晚上九点半' }, ABSTENTION],
};

function plan(subject: string, question: Question, title: string, about: string, opensAt: EpochMs, closesAt: EpochMs): BoxPlan {
  return {
    id: boxIdOf(subject, 'demo'), kind: 'CONSULT', unit: 'HOUSEHOLD', area: VILLAGE, subject, title, about, questions: [question], commentMax: 0,
    legalEffect: 'ADVISORY', rule: { kind: 'OPINION', k: 10 }, electorate: { villages: [VILLAGE] }, rollShownAt: opensAt - 6 * DAY_MS, opensAt, closesAt,
  };
}

/** Brings the boxes about; does nothing where they are already. */
export async function holdBallots(platform: Platform): Promise<void> {
  const now = platform.clock();
  const open = plan('demo:rubbish', RUBBISH, '垃圾清运费，明年每户收多少', '今年花了 3.1 万元，村里出 1.9 万元，还差 1.2 万元。院坝会上商量出三个办法。', now - DAY_MS, now + 20 * DAY_MS);
  const counted = plan('demo:lamps', LAMPS, '今年的路灯先装哪里', '上面给了八盏灯，不够全村装。', now - 9 * DAY_MS, now - 2 * DAY_MS);
  const shown = plan('demo:speakers', SPEAKERS, '小广场的音响晚上几点关', '有人要跳舞，有人要睡觉，院坝会上没商量拢。', now + 16 * DAY_MS, now + 19 * DAY_MS);
  for (const one of [open, counted]) await opened(platform, one);
  await announced(platform, { ...shown, rollShownAt: now - DAY_MS });
  await until(platform, shown, 'SHOWN', now);
  await voteIn(platform, counted);
  await until(platform, counted, 'PUBLISHED', counted.closesAt);
  for (const one of [open, counted, shown]) await told(platform, one);
}

async function announced({ store }: Platform, one: BoxPlan): Promise<void> {
  const box = announcedBox(one, { now: one.rollShownAt });
  assert(box.ok, 'the demo’s boxes are allowed');
  if ((await store.get('boxes', one.id)) === undefined) await store.insert('boxes', box.value);
}

async function opened(platform: Platform, one: BoxPlan): Promise<void> {
  await announced(platform, one);
  await until(platform, one, 'OPEN', one.opensAt - DAY_MS);
}

/** Steps the box until it is where it should be, each step at its own moment of the past: a roll drawn late would be shown for longer (VOTE-11). */
async function until({ store, settings }: Platform, { id }: BoxPlan, state: BoxState, now: EpochMs): Promise<void> {
  for (;;) {
    const box = await store.get('boxes', id);
    if (box === undefined || box.state === state || box.dueAt === undefined || box.dueAt > now) return;
    await stepBox({ store, settings, now: box.dueAt }, box);
  }
}

/** Tells those on the roll what has happened so far, at its own moments. */
async function told({ store, settings, clock }: Platform, { id }: BoxPlan): Promise<void> {
  for (;;) {
    const box = await store.get('boxes', id);
    if (box?.tellAt === undefined || box.tellAt > clock()) return;
    await tellRoll({ store, settings, now: box.tellAt }, box);
  }
}

async function voteIn({ store, randomHex }: Platform, { id, opensAt }: BoxPlan): Promise<void> {
  const rows = await store.find('boxRolls', { where: { box: id }, limit: VOTED });
  for (const [at, { _id }] of rows.items.entries()) {
    const receipt = receiptOf(Buffer.from(randomHex(16), 'hex'));
    await castBallot({ store, randomHex, now: opensAt, permit: () => undefined }, { rowId: _id, receipt, choices: { [MAIN]: 'BBBCCBDBCA'.charAt(at % 10) } });
  }
}
