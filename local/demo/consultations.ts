/**
 * What the demo's village talks over, in every stage there is: answered and not, talked over, one in its four steps, one with
 * an open ballot, one being done and late with an answer to the supervision committee, one delivered. Everything goes through
 * the functions, at moments of the past, with the clock run in between: nothing here writes a matter.
 */
import { addCivilDays, civilDateOf, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import type { Phones } from './phones';

/** As many weeks as the longest of these stories takes. */
const WEEKS_NEEDED = 4;

interface Agenda {
  readonly now: EpochMs;
  readonly add: (event: { readonly at: EpochMs; readonly run: () => Promise<void> }) => void;
}

/** One step of a story: so many days ago, at an hour, by somebody. */
interface Step {
  readonly days: number;
  readonly hour: number;
  readonly who: string;
  readonly procedure: string;
  readonly input: (today: string) => object;
}

interface Tale {
  readonly name: string;
  readonly raised: Omit<Step, 'procedure' | 'input'> & { readonly text: string; readonly audience: 'VILLAGE' | 'CADRES' };
  readonly steps: readonly Step[];
}

const DESK = 'ma-jianye';
const BRANCH = 'zhang-wende';
const NEIGHBOURS = ['li-guoping', 'zhou-guifang', 'xie-changan', 'zeng-yulian', 'tian-xiaoyu'] as const;

const step = (days: number, hour: number, who: string, procedure: string, input: object | ((today: string) => object) = {}): Step => ({ days, hour, who, procedure, input: typeof input === 'function' ? (input as (today: string) => object) : () => input });
const supports = (days: number, count: number): readonly Step[] => NEIGHBOURS.slice(0, count).map((who, nth) => step(days, 10 + nth, who, 'support'));
const on = (today: string, days: number): string => addCivilDays(today, -days);
const at = (today: string, days: number, time: number): EpochMs => startOfDay(on(today, days)) + time * HOUR_MS;

const COUNTS = { members: 0, present: 0, yes: 0, no: 0, abstain: 0, invalid: 0, tellers: [] };

const TALES: readonly Tale[] = [
  {
    name: 'rail',
    raised: { days: 27, hour: 8, who: 'wang-xiulan', text: '村口河堤没有护栏，娃娃上学从边上走，怕掉下去。', audience: 'VILLAGE' },
    steps: [
      ...supports(27, 4),
      step(27, 16, DESK, 'answer', { line: 'CONSULT', title: '村口河堤加护栏', text: '这件事要紧，请大家一起商量怎么做。' }),
      step(27, 17, DESK, 'announce', (today) => ({ of: 'CONSULTATION', heldAt: at(today, 22, 19.5), place: '村委会院坝', invitees: '河堤边的住户、施工的师傅', text: '商量护栏做多长、谁来做、花多少。' })),
      step(22, 21, DESK, 'minutes', { present: 23, text: '都同意做。长度定 60 米，用镀锌管，请本村师傅做。' }),
      step(21, 9, DESK, 'decide', (today) => ({ who: '周福林', dueOn: on(today, 5), costInFen: 900_000, text: '做 60 米护栏，用镀锌管，本村师傅做。' })),
      step(15, 9, DESK, 'progress', { text: '管子运到了，开始立柱子。', spentInFen: 420_000 }),
      step(6, 16, DESK, 'finish', { text: '60 米全部装好，大家验过了，账目贴在公示栏。', spentInFen: 880_000 }),
    ],
  },
  {
    name: 'lamps',
    raised: { days: 26, hour: 20, who: 'li-guoping', text: '三组到小学这段路，晚上一盏灯都没有。装几盏路灯吧。', audience: 'VILLAGE' },
    steps: [
      ...supports(25, 3),
      step(25, 16, DESK, 'answer', { line: 'CONSULT', title: '三组到小学这段路，装几盏路灯', text: '拿出来大家商量装在哪里。' }),
      step(25, 17, DESK, 'announce', (today) => ({ of: 'CONSULTATION', heldAt: at(today, 20, 19.5), place: '三组晒场', invitees: '三组各户、学校老师', text: '商量装几盏、装在哪里。' })),
      step(20, 21, DESK, 'minutes', { present: 31, text: '装 6 盏太阳能的，拐弯和桥头先装。' }),
      step(18, 9, DESK, 'decide', (today) => ({ who: '刘长根', dueOn: on(today, -12), costInFen: 960_000, text: '装 6 盏太阳能路灯，拐弯和桥头先装。' })),
      step(8, 9, DESK, 'progress', { text: '先装好了桥头两盏，晚上亮了。', spentInFen: 320_000 }),
      step(2, 10, 'zheng-laifu', 'supervise', { text: '两盏灯的发票还没贴出来，请说明单价。' }),
    ],
  },
  {
    name: 'road',
    raised: { days: 24, hour: 9, who: 'xie-changan', text: '三组进组路一下雨就烂，想把路面硬化，各户愿意出一点。', audience: 'VILLAGE' },
    steps: [
      ...supports(24, 3),
      step(23, 9, DESK, 'answer', { line: 'CONSULT', title: '三组进组路硬化，每户筹多少', text: '要筹资筹劳，按大事来办。' }),
      step(23, 10, DESK, 'weigh', { reserved: 'PUBLIC_WORKS', costInFen: 12_600_000, markedMajor: true, text: '筹资筹劳，由村民会议定。' }),
      step(22, 15, BRANCH, 'partyStep', (today) => ({ text: '支部研究，同意提出来：路面硬化 800 米，先摸清各户意愿。', vote: { ...COUNTS, step: 'PROPOSE', heldOn: on(today, 22), members: 5, present: 5, yes: 5, attendance: '支委 5 人全到' } })),
      step(22, 16, DESK, 'announce', (today) => ({ of: 'CONSULTATION', heldAt: at(today, 11, 19.5), place: '三组晒场', invitees: '三组各户、镇上管交通的同志', text: '商量修多宽、每户筹多少。' })),
      step(11, 21, DESK, 'minutes', { present: 38, text: '修 3.5 米宽。每户筹 300 元，困难户不筹。' }),
      step(9, 10, DESK, 'villageStep', (today) => ({ text: '两委商议，同意按每户 300 元拿出方案。', vote: { ...COUNTS, step: 'DISCUSS', heldOn: on(today, 9), members: 7, present: 6, yes: 6, attendance: '两委 6 人' } })),
    ],
  },
  {
    name: 'parking',
    raised: { days: 20, hour: 19, who: 'zeng-yulian', text: '村口的车乱停，公交车转不过弯来。', audience: 'VILLAGE' },
    steps: [
      ...supports(19, 3),
      step(19, 9, DESK, 'answer', { line: 'CONSULT', title: '村口停车位怎么划', text: '听听各家的意见再划。' }),
      step(19, 10, DESK, 'announce', (today) => ({ of: 'CONSULTATION', heldAt: at(today, 14, 19.5), place: '村委会院坝', invitees: '村口各户、有车的人家', text: '商量车位划在哪里。' })),
      step(14, 21, DESK, 'minutes', { present: 19, text: '说出两个办法，定不下来，请各家投票。' }),
      step(9, 9, DESK, 'openBallot', { question: '村口停车位划在哪里？', about: '院坝会上说出两个办法。投票是听大家的意见。', options: ['划在老粮站门口', '划在河边空地'], unit: 'HOUSEHOLD', days: 10 }),
    ],
  },
  {
    name: 'square',
    raised: { days: 2, hour: 20, who: 'wang-xiulan', text: '广场上跳舞的音响放到十点，老人睡不着。能不能定个时间。', audience: 'VILLAGE' },
    steps: supports(1, 3),
  },
  { name: 'quiet', raised: { days: 1, hour: 9, who: 'zeng-yulian', text: '低保评议的会，能不能开得早一点，让大家都来听。', audience: 'CADRES' }, steps: [] },
  {
    name: 'gate',
    raised: { days: 17, hour: 11, who: 'tian-xiaoyu', text: '村委会门口修一座大门楼。', audience: 'VILLAGE' },
    steps: [step(16, 9, DESK, 'answer', { line: 'NOT_ADOPTED', text: '钱先紧着路和水，门楼不修。' })],
  },
];

/** Plans the tales; each step is asked of the functions when its time comes. A refused one would be a wrong tale, and throws. */
export function planConsultations(phones: Phones, agenda: Agenda, end: EpochMs, weeks: number, personas: ReadonlyMap<string, PersonId>): void {
  if (weeks < WEEKS_NEEDED) return;
  const today = civilDateOf(end);
  const moment = (days: number, hour: number): EpochMs => Math.min(end - 60_000, at(today, days, hour));
  const does = async (who: string, procedure: string, tap: string, input: object): Promise<Readonly<Record<string, unknown>>> => {
    const reply = await phones.does(personas.get(who) ?? '', agenda.now, 'consultations', procedure, { requestId: `demo-consult-${tap}`.padEnd(24, '0'), ...input });
    if (!reply.ok) throw new Error(`a made-up consultation was refused: ${tap} ${procedure} ${JSON.stringify(reply.error)}`);
    return reply.data as Readonly<Record<string, unknown>>;
  };
  for (const { name, raised, steps } of TALES) {
    const made: { id?: unknown } = {};
    const { days, hour, who, text, audience } = raised;
    agenda.add({ at: moment(days, hour), run: async () => { made.id = (await does(who, 'raise', name, { text, audience }))['consultationId']; } });
    steps.forEach((one, nth) => agenda.add({ at: moment(one.days, one.hour), run: async () => void (await does(one.who, one.procedure, `${name}-${nth}`, { consultationId: made.id, ...one.input(today) })) }));
  }
  planTalks(agenda, moment, does, today);
}

/** 干部说法说政策: one that was held, with what was asked, and one to come. */
function planTalks(agenda: Agenda, moment: (days: number, hour: number) => EpochMs, does: (who: string, procedure: string, tap: string, input: object) => Promise<Readonly<Record<string, unknown>>>, today: string): void {
  const made: { id?: unknown } = {};
  agenda.add({ at: moment(14, 9), run: async () => { made.id = (await does(BRANCH, 'holdTalk', 'talk-1', { title: '今年的合作医疗怎么交、怎么报', material: '每人交多少、什么时候截止、住院报多少，都写在这里。外地住院先备案。', speaker: '张文德', place: '村委会院坝', heldAt: at(today, 10, 19.5) }))['talkId']; } });
  agenda.add({ at: moment(10, 20), run: async () => void (await does('wang-xiulan', 'askAtTalk', 'talk-2', { talkId: made.id, text: '在外地打工住院，回来能报吗？' })) });
  agenda.add({ at: moment(9, 9), run: async () => void (await does(DESK, 'answerAtTalk', 'talk-3', { talkId: made.id, nth: 0, text: '住院前打电话备案，回来能报，备案电话贴在公示栏。' })) });
  agenda.add({ at: moment(9, 10), run: async () => void (await does(DESK, 'recordTalk', 'talk-4', { talkId: made.id, attendance: 26 })) });
  agenda.add({ at: moment(1, 9), run: async () => void (await does(BRANCH, 'holdTalk', 'talk-5', { title: '高龄补贴谁能领', material: '满多少岁能领、带什么证件、到哪里办。', speaker: '马建业', place: '三组晒场', heldAt: at(today, -3, 19.5) })) });
}
