/** Some days of a village, so that every screen has something real to show. */
import { civilDateOf, DAY_MS, MINUTE_MS, yearOf } from '@/domain/basics/civil-time';
import type { BoxView, Me, MyBallot, OfficersObjection, OwnYear } from '@/services/views';
import { personaNumbers } from '../../local/demo/make-village';
import { sheetsOf, villagesOfSize } from '../../local/demo/make-sheets';
import { announced, consults, decided, held, raised } from './consultations';
import { does, reported, requestId, villageOf } from './matters';
import { signedInComputer, waitingComputer } from './office-computer';
import { STARTS_AT } from './server';
import type { Stage } from './stage';

export interface World {
  /** Nobody has accepted it yet; the village may see it. */
  readonly waiting: string;
  /** Urgent, and nobody has accepted it. */
  readonly urgent: string;
  /** Its reporter has been asked something. */
  readonly asked: string;
  /** Done, and to be rated. */
  readonly done: string;
  /** Handed up, rated as unsolved, done again a level higher. */
  readonly reopened: string;
  /** With the town's desk. */
  readonly town: string;
  /** Filed from a 12345 ticket, and done: the town answers the hotline. */
  readonly ticket: string;
  /** Words as long as people write them. */
  readonly long: string;
  /** Being done, with an opinion of the supervision committee that nobody has answered. */
  readonly topic: string;
  /** Major, with one of its four steps behind it. */
  readonly major: string;
  /** Raised, and joined by a neighbour. */
  readonly square: string;
  /** Matters whose ballot is on its way, and was called off. */
  readonly polled: string;
  readonly calledOff: string;
  /** 周桂芳, as the parameters of a page of the deputies. */
  readonly deputy: string;
  /** The ballot on her, and its box. */
  readonly rating: string;
  readonly ratingBox: string;
  readonly draft: Readonly<Record<string, unknown>>;
  readonly person: string;
  /** 王小军, for whom his mother's phone may act. */
  readonly actedFor: string;
  readonly rosterLoad: string;
  /** A computer that shows its code just now. */
  readonly askingComputer: () => Promise<string>;
  /** A ballot that can be cast, and a box that is counted. */
  readonly ballot: string;
  readonly result: string;
  /** A box whose roll is shown, with two who say that it is wrong. */
  readonly shownBox: string;
  readonly openBox: string;
  /** The Party branch: a member, and an entry of theirs that waits. */
  readonly branch: { readonly village: string; readonly year: number; readonly member: string; readonly entry: string };
  /** 李国平's cycle, and the newest entry of it that somebody has looked at. */
  readonly partyCycle: number;
  readonly partyEntry: string;
}

export const DEPUTIES_TOWN = '610921107';

const LONG = '从村口大槐树往里走两百米左右，靠近老供销社旁边那条排水沟，自从去年秋天下大雨冲垮了一段石头护坡以后就一直没有人来修，现在一下雨水就漫到路面上，老人和娃娃上学放学都要蹚水过去，晚上又没有路灯，前天已经有人滑倒了，希望村里能先把垮掉的石头清一清，再看看能不能装一盏路灯。';

/** Longer than three working days, with a week-end in between. */
const LATE_AFTER_MS = 6 * DAY_MS;

/** Brings the matters about; everything by the same requests that the app sends. */
export async function settle(stage: Stage): Promise<World> {
  const { server, idOf } = stage;
  const village = await villageOf(stage, '王秀兰');

  // Late by now, and often enough to be talked over together (EVT-12).
  for (const text of ['三组水沟堵了，臭得很', '水沟边的垃圾又满了', '水沟里漂着塑料袋，没人捞']) {
    const { issueId } = await reported(stage, '李国平', { text, visibility: 'VILLAGE' });
    await does(stage, '陈守田', 'accept', issueId);
  }
  // Nobody hears from the content check: the desk has to look (WX-09).
  const unheard = (await reported(stage, '李国平', { category: 'SUGGEST', text: `${LONG}（没有回音测试）`, visibility: 'VILLAGE' })).issueId;
  await does(stage, '陈守田', 'accept', unheard);
  await does(stage, '陈守田', 'progress', unheard, { text: '石头先清到路边了，路灯报上去了（没有回音测试）' });
  const topic = await talkedOver(stage);
  await consults(stage, '李国平', 'say', { consultationId: topic, text: '晒场那头也装一盏（没有回音测试）' });
  await server.moveClock((await server.now()) + LATE_AFTER_MS);
  await consults(stage, '马建业', 'minutes', { consultationId: topic, present: 21, text: '装 6 盏，拐弯和桥头先装' });
  await decided(stage, topic);
  await consults(stage, '马建业', 'progress', { consultationId: topic, text: '桥头两盏亮了', spentInFen: 320_000 });
  await consults(stage, '周福林', 'supervise', { consultationId: topic, text: '发票还没有贴出来' });
  const major = await majorMatter(stage);
  const polled = await askedByBallot(stage, '李国平', '村口晒场几点以后不让停车');
  const calledOff = await askedByBallot(stage, '曾玉莲', '河边洗衣台修在哪一头');
  await consults(stage, '马建业', 'cancelBallot', { consultationId: calledOff, text: '选项漏了上头那一处，补上再投' });
  const square = await raised(stage, '王秀兰', '广场上的音响放到十点，老人睡不着');
  await consults(stage, '李国平', 'support', { consultationId: square });
  await consults(stage, '张文德', 'holdTalk', { title: '合作医疗怎么交、怎么报', material: '每人交多少、什么时候截止、住院报多少。', speaker: '张文德', place: '村委会院坝', heldAt: (await server.now()) + DAY_MS });

  const reopened = (await reported(stage, '王秀兰', { category: 'DISPUTE', text: '隔壁砌墙占了过道半尺，说了几回没说通' })).issueId;
  await does(stage, '陈守田', 'accept', reopened);
  await does(stage, '陈守田', 'handUp', reopened, { text: '两家都不肯让，请组上一起说' });
  await does(stage, '刘长根', 'accept', reopened);
  await does(stage, '刘长根', 'progress', reopened, { text: '到两家都看过了，量了过道' });
  await does(stage, '刘长根', 'finish', reopened, { text: '说好了各让一点' });
  await does(stage, '王秀兰', 'rate', reopened, { solved: 'NO', satisfaction: 'UNSATISFIED', text: '墙还在那里' });
  await does(stage, '周福林', 'accept', reopened);

  const done = (await reported(stage, '王秀兰', { category: 'ERRAND', text: '帮我把高龄补贴的表交到镇上' })).issueId;
  await does(stage, '陈守田', 'accept', done);
  await does(stage, '陈守田', 'finish', done, { text: '表交到便民服务大厅了，下个月到账' });

  const asked = (await reported(stage, '王秀兰', { category: 'CONSULT', text: '合作医疗今年交多少，在哪里交' })).issueId;
  await does(stage, '陈守田', 'accept', asked);
  await does(stage, '陈守田', 'ask', asked, { text: '您家是几口人交' });

  const waiting = (await reported(stage, '王秀兰', { text: '村口垃圾堆了好几天没人拉', visibility: 'VILLAGE' })).issueId;
  await does(stage, '李国平', 'support', waiting);
  const long = (await reported(stage, '王秀兰', { category: 'EMERGENCY', text: LONG, placeText: '老供销社旁边那条排水沟，靠近陈家老院子后门的地方' })).issueId;
  const urgent = (await reported(stage, '王小军', { category: 'EMERGENCY', urgency: 'URGENT', text: '屋后山坡往下滑，石头滚到院坝了' })).issueId;

  const town = (await reported(stage, '李国平', { category: 'SUGGEST', text: '河堤被水冲开一个口子，要修', place: { kind: 'VILLAGE', village } })).issueId;
  await does(stage, '马建业', 'accept', town);
  await does(stage, '马建业', 'handUp', town, { text: '要县里修，村里定不了' });

  const ticket = await ticketDone(stage, village);
  await server.ask('visitor-9', 'people', 'apply', { requestId: requestId(), name: '新来的小李', village, text: '今年嫁到三组王家' });
  await server.ask(await idOf('王秀兰'), 'people', 'sendFeedback', { requestId: requestId(), text: '字再大一点就好了' });
  await server.ask(await idOf('王秀兰'), 'people', 'askRights', { requestId: requestId(), kind: 'CORRECT', text: '门牌写错了，是三组 12 号' });
  const { person } = await server.ask<Me>(await idOf('赵春花'), 'people', 'me');
  await server.ask(await idOf('马建业'), 'people', 'issueCode', { requestId: requestId(), personId: person?.id });
  const actedFor = await actsForSon(stage);
  const rosterLoad = await checkedRoster(stage);
  const ballots = (await server.ask<{ readonly items: readonly MyBallot[] }>(await idOf('王秀兰'), 'voting', 'mine', {})).items;
  const ballot = ballots.find(({ title, state }) => state === 'OPEN' && title.includes('垃圾'))?.ballotId ?? '';
  const result = ballots.find(({ title, state }) => state === 'PUBLISHED' && !title.includes('年评'))?.boxId ?? '';

  const { deputies } = await server.ask<{ readonly deputies: readonly { readonly name: string; readonly mandate: string }[] }>('visitor', 'deputies', 'directory', { town: DEPUTIES_TOWN });
  const deputy = `town=${DEPUTIES_TOWN}&id=${deputies.find(({ name }) => name === '周桂芳')?.mandate ?? ''}`;
  const { items } = await server.ask<{ readonly items: readonly { readonly title: string; readonly ballotId: string; readonly boxId: string }[] }>(await idOf('王秀兰'), 'voting', 'mine', {});
  const year = yearOf(civilDateOf(await server.now()));
  const rated = items.find(({ title }) => title === `${year}年评周桂芳`);
  const openBox = ballots.find(({ ballotId }) => ballotId === ballot)?.boxId ?? '';
  const shownBox = await disputedRoll(stage);
  const branch = await branchAtWork(stage, village);
  const ownYear = await server.ask<OwnYear>(await idOf('李国平'), 'points', 'mine', {});

  await server.moveClock((await server.now()) + 2 * MINUTE_MS);
  for (let n = 0; n < 2; n += 1) await signedInComputer(stage, '马建业');
  const askingComputer = async (): Promise<string> => (await waitingComputer(stage)).id;
  return { waiting, urgent, asked, done, reopened, town, ticket, long, topic, major, polled, calledOff, square, draft: draft(), person: person?.id ?? '', actedFor, rosterLoad, askingComputer, ballot, result, shownBox, openBox, deputy, rating: rated?.ballotId ?? '', ratingBox: rated?.boxId ?? '', branch, partyCycle: ownYear.cycle, partyEntry: ownYear.entries.find(({ first }) => first !== undefined)?.entryId ?? '' };
}

/** Two tickets of the hotline: one done, one that nobody has taken yet. */
async function ticketDone(stage: Stage, village: string): Promise<string> {
  const { server, idOf } = stage;
  const today = civilDateOf(await server.now());
  const taken = async (number: string, text: string, days: number): Promise<string> => (await server.ask<{ readonly issueId: string }>(await idOf('何敏'), 'tickets', 'take', {
    requestId: requestId(), town: DEPUTIES_TOWN, category: 'SANITATION', urgency: 'NORMAL', text, place: { kind: 'VILLAGE', village }, nameHidden: false,
    ticket: { number, receivedOn: today, answerOn: civilDateOf((await server.now()) + days * DAY_MS), callerName: '张先生', phone: '13900008888' },
  })).issueId;
  await taken('AK20261124019', '村小学门口的路灯不亮，晚上看不见', 1);
  const issueId = await taken('AK20261124007', '三组水井旁的水沟堵了，没人清', 3);
  await does(stage, '马建业', 'accept', issueId);
  await does(stage, '马建业', 'finish', issueId, { text: '沟清通了，淤泥拉走了，来电人看过，没有意见。' });
  return issueId;
}

/** Raised, joined, to be talked over, with a meeting announced. */
async function talkedOver(stage: Stage): Promise<string> {
  const topic = await raised(stage, '王秀兰');
  await consults(stage, '李国平', 'support', { consultationId: topic });
  await consults(stage, '马建业', 'answer', { consultationId: topic, line: 'CONSULT', title: '三组到小学这段路，装几盏路灯', text: '拿出来大家商量' });
  await announced(stage, topic);
  return topic;
}

/** A matter of the assembly's, studied by the branch, with the second of its four steps before it. */
async function majorMatter(stage: Stage): Promise<string> {
  const consultationId = await raised(stage, '谢长安', '三组进组路想硬化，各户愿意出一点');
  await consults(stage, '马建业', 'answer', { consultationId, line: 'CONSULT', title: '三组进组路硬化，每户筹多少', text: '按大事来办' });
  await consults(stage, '马建业', 'weigh', { consultationId, reserved: 'PUBLIC_WORKS', costInFen: 12_600_000, markedMajor: false, text: '筹资筹劳' });
  await held(stage, consultationId, 'PROPOSE');
  return consultationId;
}

/** To be talked over, with a ballot on its way whose roll is being drawn. */
async function askedByBallot(stage: Stage, who: string, words: string): Promise<string> {
  const consultationId = await raised(stage, who, words);
  await consults(stage, '马建业', 'answer', { consultationId, line: 'CONSULT', text: '拿出来大家商量' });
  await consults(stage, '马建业', 'openBallot', { consultationId, question: `${words}？`, about: '', options: ['照老样子', '改一改'], unit: 'HOUSEHOLD', days: 3 });
  return consultationId;
}

/** 王秀兰's phone may act for her son; he sees it under 我的信息, the desk in his entry. Who he is. */
export async function actsForSon({ server, idOf }: Stage): Promise<string> {
  const [home] = villagesOfSize('village').flat();
  const idNumber = personaNumbers(home?.index ?? 0).get('wang-xiaojun') ?? '';
  await server.ask(await idOf('王秀兰'), 'people', 'bindByName', { requestId: requestId(), name: '王小军', idLast4: idNumber.slice(-4), relation: 'FAMILY' });
  return (await server.ask<Me>(await idOf('王小军'), 'people', 'me')).person?.id ?? '';
}

/** A roll that is shown: one asks for another voter of the household and is answered, two more wait. */
async function disputedRoll({ server, idOf }: Stage): Promise<string> {
  const { items } = await server.ask<{ readonly items: readonly BoxView[] }>(await idOf('王秀兰'), 'voting', 'nearby', {});
  const boxId = items.find(({ state }) => state === 'SHOWN')?.boxId ?? '';
  const asks = async (who: string, input: Readonly<Record<string, string>>) => server.ask(await idOf(who), 'voting', 'askCorrection', { requestId: requestId(), boxId, ...input });
  await asks('王秀兰', { about: 'REMOVE', name: '吴大山', text: '他搬到女儿家去住了，院子空了两年' });
  const { items: [first] } = await server.ask<{ readonly items: readonly OfficersObjection[] }>(await idOf('马建业'), 'voting', 'objections', { boxId, open: true });
  await server.ask(await idOf('马建业'), 'voting', 'answerObjection', { requestId: requestId(), objectionId: first?.objectionId, accept: false, text: '户口还在村里，人也常回来，名单上要留着。' });
  await asks('王秀兰', { about: 'REPRESENTATIVE', text: '我儿子在外面，还是我来投' });
  await asks('马建业', { about: 'REPRESENTATIVE', text: '我家由我投' });
  return boxId;
}

/** The Party branch as the demo has it, with this year's appraisal opened on paper. */
async function branchAtWork({ server, idOf }: Stage, village: string): Promise<World['branch']> {
  const today = civilDateOf(await server.now());
  const year = Number(today.slice(0, 4));
  const secretary = await idOf('张文德');
  const { years } = await server.ask<{ readonly years: readonly number[] }>(secretary, 'appraisals', 'get', { village });
  if (!years.includes(year)) await server.ask(secretary, 'appraisals', 'open', { requestId: requestId(), village, year, selfUntil: today, measure: 'PAPER' });
  const { items } = await server.ask<{ readonly items: readonly { readonly entryId: string }[] }>(await idOf('柳春林'), 'points', 'queue', { village, step: 'CHECK' });
  const { person } = await server.ask<Me>(await idOf('李国平'), 'people', 'me');
  return { village, year, member: person?.id ?? '', entry: items[0]?.entryId ?? '' };
}

/** A dry run with one wrong cell in it. */
async function checkedRoster(stage: Stage): Promise<string> {
  const clerk = await stage.idOf('梁静');
  const uploadId = requestId();
  const files: { readonly fileId: string }[] = [];
  const [villages] = villagesOfSize('village');
  for (const [fileNo, { name, bytes }] of sheetsOf(villages ?? []).entries()) {
    const body = name.includes('居民') ? Buffer.from(Buffer.from(bytes).toString('utf8').replace(',女,', ',女的,')) : Buffer.from(bytes);
    const { fileId, ticket } = await stage.server.ask<{ readonly fileId: string; readonly ticket: { readonly url: string; readonly method: string; readonly headers: Record<string, string> } }>(
      clerk, 'files', 'begin', { uploadId, fileNo, purpose: 'ROSTER', bytes: body.length, name },
    );
    await fetch(new URL(ticket.url, stage.server.url), { method: ticket.method, headers: ticket.headers, body });
    await stage.server.ask(clerk, 'files', 'finish', { uploadId, fileId });
    files.push({ fileId });
  }
  const { loadId } = await stage.server.ask<{ readonly loadId: string }>(clerk, 'roster', 'check', { requestId: requestId(), uploadId, files, area: '610921' });
  return loadId;
}

/** A report that was begun, as the phone keeps it. */
function draft(): World['draft'] {
  return {
    id: 'draft-of-the-pictures-01', state: 'WRITING', nextNo: 0, changedAt: STARTS_AT, category: 'SANITATION', urgency: 'NORMAL', text: '村口垃圾堆了好几天，味道大',
    photos: [], placeText: '', visibility: 'HANDLERS', nameHidden: false, sensitive: false, visitorName: '',
  };
}
