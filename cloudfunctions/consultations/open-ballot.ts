import { addCivilDays, civilDateOf, DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import { assert } from '@/domain/basics/assert';
import { MAIN, type BoxPlan } from '@/domain/voting/box';
import { ABSTAIN } from '@/domain/voting/tally';
import { ROLL_SHOWN_DAYS } from '@/domain/voting/plan';
import { announcedBox, boxIdOf } from '@platform/ballot-box/announce';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';
import { readLine } from '@platform/texts';
import { actOnMatter } from './act-on-matter';
import { consultations } from './os';
import { refusedAs } from './refusals';
import { movedTo } from './views';

/** Ballots open and close at this hour, so that nobody is hurried at night. */
const OPENING_HOUR = 8;
/** Options follow abstention in the alphabet: B, C, D … */
const FIRST_OPTION = 'B'.charCodeAt(0);

/**
 * Opens an opinion ballot among the village's people or its households (CON-06). It is advisory: what it says is heard, and
 * decided where the law has it decided (VOTE-09). The box is announced in the same transaction and does the rest.
 */
export const openBallot = consultations.openBallot.handler(async ({ input, context }) => {
  const question = line('question', input.question);
  const about = readLine(input.about) ?? '';
  const options = input.options.map((option, nth) => line(`options.${nth}`, option));
  if (new Set(options).size !== options.length) throw invalidField('options', 'CHOICE');
  const times = timesFrom(context.now, input.days);
  return movedTo(await actOnMatter(context, input, {
    name: 'BALLOT',
    words: [question, about, ...options],
    checkedOnly: true,
    readsBox: true,
    operations: 1,
    build: ({ matter }) => ({ act: 'BALLOT', ballot: { boxId: boxIdOf(`consultation:${matter._id}`, input.requestId), question, unit: input.unit, opensAt: times.opensAt, closesAt: times.closesAt } }),
    async beside(tx, matter, act) {
      assert(act.act === 'BALLOT', 'a ballot opens its box');
      const box = announcedBox(planOf({ id: act.ballot.boxId, matterId: matter._id, village: matter.village, title: matter.title, about, question, options, unit: input.unit, ...times }, context), context);
      if (!box.ok) throw refusedAs(box.reason.kind === 'NOT_HERE' ? { code: 'NOT_VOTED_HERE', what: box.reason.what } : { code: 'INVALID_INPUT', path: 'question', problem: box.reason.kind });
      await tx.insert('boxes', box.value);
    },
  }));
});

interface Asked extends Times, Pick<BoxPlan, 'id' | 'title' | 'about' | 'unit'> {
  readonly matterId: string;
  readonly village: string;
  readonly question: string;
  readonly options: readonly string[];
}

function planOf({ id, matterId, village, title, about, question, options, unit, ...times }: Asked, { settings }: Context): BoxPlan {
  const choices = options.map((text, nth) => ({ code: String.fromCharCode(FIRST_OPTION + nth), text }));
  return {
    id, kind: 'CONSULT', unit, area: village, subject: `consultation:${matterId}`, title, about,
    questions: [{ id: MAIN, text: question, options: [...choices, { code: ABSTAIN, text: '弃权' }] }],
    commentMax: 0,
    legalEffect: 'ADVISORY',
    rule: { kind: 'OPINION', k: settings.deputy.k },
    electorate: { villages: [village] },
    ...times,
  };
}

interface Times {
  readonly rollShownAt: EpochMs;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

/** The roll is drawn today, shown from tomorrow for five whole days (VOTE-11), and then voted by. */
function timesFrom(now: EpochMs, days: number): Times {
  const rollShownAt = startOfDay(addCivilDays(civilDateOf(now), 1));
  const opensAt = rollShownAt + ROLL_SHOWN_DAYS * DAY_MS + OPENING_HOUR * HOUR_MS;
  return { rollShownAt, opensAt, closesAt: opensAt + days * DAY_MS };
}

function line(path: string, text: string): string {
  const plain = readLine(text);
  if (plain === undefined) throw invalidField(path, 'REQUIRED');
  return plain;
}
