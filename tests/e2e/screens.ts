/** Every screen, as data: who sees it, what it is about, and the words that are there once it is drawn. */
import { civilDateOf, yearOf } from '@/domain/basics/civil-time';
import { STARTS_AT } from './server';
import type { Somebody } from './stage';
import { DEPUTIES_TOWN, type World } from './world';

/** The demo's published rating of deputies. */
const LAST_YEAR = yearOf(civilDateOf(STARTS_AT)) - 1;

const HEADING = '工单编号,受理时间,办理期限,诉求类型,诉求内容,所在村,事发地址,来电人,联系电话\n';
const TICKETS_BAD = Buffer.from(`${HEADING}AK20261124031,2026-11-02 16:20,2026-13-40,投诉,村口垃圾堆了好几天没人拉,堰坪村,村口,张先生,139\n`);
const TICKETS = Buffer.from(`${HEADING}AK20261124031,2026-11-02 16:20,2027-11-30 18:00,投诉-环境卫生,村口垃圾堆了好几天没人拉走,堰坪村,村口,张先生,13900008888\nAK20261124032,2026-11-02,2027-11-30,咨询,请问办残疾证要带什么材料,堰坪村,,,\nAK20261124007,2026-11-02,2027-11-30,投诉,三组水井旁的水沟堵了,堰坪村,,,\n`);

/** The page once more, with something of a reply put differently: what the days of the demo's village do not bring about. */
async function instead(who: Somebody, context: string, procedure: string, shows: string, change: (data: Readonly<Record<string, unknown>>) => object): Promise<void> {
  const address = `**/fn/${context}`;
  await who.context.route(address, async (route) => {
    if (route.request().postData()?.includes(`"procedure":"${procedure}"`) !== true) return route.continue();
    const reply = (await (await route.fetch()).json()) as { readonly data: Readonly<Record<string, unknown>> };
    return route.fulfill({ json: { ...reply, data: change(reply.data) } });
  });
  await who.page.reload();
  await who.see(shows);
  await who.context.unroute(address);
}

/** A round that is over, in which 周桂芳's ballots do not add up (VOTE-12). */
function withHeld(who: Somebody): Promise<void> {
  return instead(who, 'deputies', 'round', '票数对不上', (round) => ({ ...round, closesAt: 1, items: (round['items'] as readonly { readonly name: string }[]).map((item) => (item.name === '周桂芳' ? { ...item, held: true } : item)) }));
}

/** A portrait of two colours, as a PNG. */
const PORTRAIT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAIAAADYYG7QAAAAd0lEQVR42u3Xuw2AMBRDUY/NENSpqZmEsTIBEfm88CxdyQOczraOcqWKAAECBMgZ9NznW3aDGpRJluI0YyaFagZMitb0mrRB02WyBU1qvpsAAQIEyAVEdTi2fcY9lHExZtzUGV8HR/FH0JJOWBhAgAABAgTIHVQBEStqgWY+Gi8AAAAASUVORK5CYII=', 'base64');

export interface Screen {
  /** Its name among the pictures. */
  readonly name: string;
  /** The page as app.config.ts lists it. */
  readonly page: string;
  readonly as: string;
  /** The page's parameters. */
  readonly of?: (world: World) => string | Promise<string>;
  readonly shows: string;
  /** Taps that lead from the page to this screen: a sheet, another tab. */
  readonly then?: (who: Somebody) => Promise<void>;
  /** A handler's page: drawn on a computer as well. */
  readonly desk?: boolean;
  /** Keeps a draft on the phone beforehand. */
  readonly draft?: boolean;
}

/** The server on which every screen can be seen, also what a county may leave shut (PTY-15). */
export const EVERYTHING = { env: { CUNLISHI_POINTS_SCOPE: 'village' } } as const;

export const SCREENS: readonly Screen[] = [
  { name: 'home', page: 'pages/home/index', as: '王秀兰', shows: '有事找他们|打电话找人' },
  { name: 'home-visitor', page: 'pages/home/index', as: 'visitor', shows: '告诉我们您是哪一家' },
  { name: 'home-head', page: 'pages/home/index', as: '陈守田', shows: '工作台' },
  { name: 'home-draft', page: 'pages/home/index', as: '王小军', shows: '存在手机里', draft: true },
  { name: 'issues-mine', page: 'pages/issues/index', as: '王秀兰', shows: '村口垃圾堆了好几天' },
  { name: 'issues-village', page: 'pages/issues/index', as: '李国平', shows: '村口垃圾堆了好几天', then: (who) => who.tap('村里的') },
  { name: 'issues-empty', page: 'pages/issues/index', as: 'visitor-2', shows: '您还没报过事' },
  { name: 'me', page: 'pages/me/index', as: '王秀兰', shows: '收件箱' },
  { name: 'me-head', page: 'pages/me/index', as: '马建业', shows: '工作台' },

  { name: 'consult', page: 'pages/consult/index', as: '王秀兰', shows: '装几盏路灯' },
  { name: 'consult-empty', page: 'pages/consult/index', as: '王小军', shows: '装几盏路灯', then: async (who) => { await who.tap('我说的'); await who.see('您还没有拿事出来议'); } },
  { name: 'consult-visitor', page: 'pages/consult/index', as: 'visitor', shows: '告诉我们您是哪一家' },
  { name: 'topic', page: 'packages/consult/topic/index', as: '王秀兰', of: ({ topic }) => `id=${topic}`, shows: '定下来的' },
  { name: 'topic-raised', page: 'packages/consult/topic/index', as: '谢长安', of: ({ square }) => `id=${square}`, shows: '我也有这事' },
  { name: 'topic-cancelled', page: 'packages/consult/topic/index', as: '王秀兰', of: ({ calledOff }) => `id=${calledOff}`, shows: '一步一步' },
  { name: 'topic-say', page: 'packages/consult/topic/index', as: '曾玉莲', of: ({ major }) => `id=${major}`, shows: '大事四步', then: (who) => who.tap('说两句') },
  { name: 'consult-raise', page: 'packages/consult/raise/index', as: '王秀兰', shows: '给谁看？' },
  { name: 'consult-raise-gaps', page: 'packages/consult/raise/index', as: '王秀兰', shows: '给谁看？', then: async (who) => { await who.tap('说上去'); await who.see(/还差 \d 样/); } },
  { name: 'talks', page: 'packages/consult/talks/index', as: '王秀兰', shows: '合作医疗怎么交' },
  { name: 'talks-ask', page: 'packages/consult/talks/index', as: '王秀兰', shows: '合作医疗怎么交', then: async (who) => { await who.tap('问：'); await who.see('您想问什么'); } },
  { name: 'talks-hold', page: 'packages/consult/talks/index', as: '张文德', shows: '合作医疗怎么交', then: async (who) => { await who.tap('通知一场'); await who.see('写成大家看得懂的话'); } },
  { name: 'consult-desk', page: 'packages/consult/desk/index', as: '马建业', shows: '意见等回复', desk: true },
  { name: 'consult-handle', page: 'packages/consult/handle/index', as: '马建业', of: ({ topic }) => `id=${topic}`, shows: '一步一步', desk: true },
  { name: 'consult-step', page: 'packages/consult/handle/index', as: '马建业', of: ({ major }) => `id=${major}`, shows: '大事四步', desk: true, then: async (who) => {
    await who.tap('办这件事');
    await who.tap('村里会议');
    await who.see(/第 2 步/);
  } },
  { name: 'consult-answer', page: 'packages/consult/handle/index', as: '马建业', of: ({ square }) => `id=${square}`, shows: '一步一步', desk: true, then: async (who) => { await who.tap('办这件事'); await who.tap('答复'); await who.tap('马上办'); await who.see('怎么答复'); } },
  { name: 'consult-announce', page: 'packages/consult/handle/index', as: '马建业', of: ({ major }) => `id=${major}`, shows: '大事四步', desk: true, then: async (who) => { await who.tap('办这件事'); await who.tap('通知开会'); await who.see('请哪些人'); } },
  { name: 'consult-poll', page: 'packages/consult/handle/index', as: '马建业', of: ({ major }) => `id=${major}`, shows: '大事四步', desk: true, then: async (who) => { await who.tap('办这件事'); await who.tap('投票'); await who.see('问什么'); } },
  { name: 'consult-cancel', page: 'packages/consult/handle/index', as: '马建业', of: ({ polled }) => `id=${polled}`, shows: '一步一步', desk: true, then: async (who) => { await who.tap('办这件事'); await who.tap('取消投票'); await who.see('为什么取消'); } },
  { name: 'consult-refused', page: 'packages/consult/handle/index', as: '马建业', of: ({ major }) => `id=${major}`, shows: '大事四步', desk: true, then: async (who) => {
    await who.tap('办这件事');
    await who.tap('定事');
    await who.fill('谁负责', '刘长根');
    await who.pickDay('选一天');
    await who.fill('花多少钱（元）', '126000');
    await who.fill('定了什么', '先修了再说');
    await who.tap('定下来');
    await who.confirm('定下来');
    await who.see('大事还差');
  } },

  { name: 'report-what', page: 'packages/report/what/index', as: '王秀兰', shows: '是哪一类事？', then: (who) => who.tap('卫生环境') },
  { name: 'report-tell', page: 'packages/report/tell/index', as: '王秀兰', of: () => 'draft=draft-of-the-pictures-01', shows: '把事情说一说', draft: true },
  { name: 'report-tell-gaps', page: 'packages/report/tell/index', as: 'visitor', of: () => 'draft=draft-with-nothing-in-01', shows: '把事情说一说', then: async (who) => { await who.tap('报上去'); await who.see(/还差 \d 样/); } },
  { name: 'report-place', page: 'packages/report/tell/index', as: '王秀兰', of: () => 'draft=draft-of-the-pictures-01', shows: '把事情说一说', draft: true, then: async (who) => {
    await who.settled();
    await who.tap(await who.sees('在哪里') ? '在哪里：' : '我家这一片');
    await who.see(/再说细一点|在哪里/);
  } },
  { name: 'report-tell-urgent', page: 'packages/report/what/index', as: '王秀兰', shows: '是哪一类事？', then: async (who) => { await who.tap('安全隐患'); await who.tap('下一步'); await who.tap('很急，有人或东西有危险'); await who.see(/30 分钟内会接/); } },
  { name: 'report-tell-complaint', page: 'packages/report/what/index', as: 'visitor', shows: '是哪一类事？', then: async (who) => { await who.tap('投诉举报'); await who.tap('下一步'); await who.see('把事情说一说'); } },
  { name: 'report-similar', page: 'packages/report/similar/index', as: '李国平', of: () => 'draft=draft-of-the-pictures-01', shows: '是不是这件事？', draft: true },
  { name: 'report-sent', page: 'packages/report/sent/index', as: '王秀兰', of: ({ waiting }) => `id=${waiting}`, shows: '打电话问的时候说这个' },
  { name: 'report-sent-urgent', page: 'packages/report/sent/index', as: '王小军', of: ({ urgent }) => `id=${urgent}`, shows: '急事再打个电话' },
  { name: 'report-kept-busy', page: 'packages/report/sent/index', as: '王秀兰', of: () => 'for=answer', shows: '这会儿忙不过来' },
  { name: 'report-kept', page: 'packages/report/sent/index', as: '王秀兰', shows: '先存在手机里' },

  { name: 'progress-waiting', page: 'packages/issue/progress/index', as: '王秀兰', of: ({ waiting }) => `id=${waiting}`, shows: '等他接' },
  { name: 'progress-urgent', page: 'packages/issue/progress/index', as: '王小军', of: ({ urgent }) => `id=${urgent}`, shows: '急事不要只等手机' },
  { name: 'progress-asked', page: 'packages/issue/progress/index', as: '王秀兰', of: ({ asked }) => `id=${asked}`, shows: '您家是几口人交' },
  { name: 'progress-answer', page: 'packages/issue/progress/index', as: '王秀兰', of: ({ asked }) => `id=${asked}`, shows: '您家是几口人交', then: (who) => who.tap('回他的话') },
  { name: 'progress-reopened', page: 'packages/issue/progress/index', as: '王秀兰', of: ({ reopened }) => `id=${reopened}`, shows: '您说没解决，换上一级重新办' },
  { name: 'progress-neighbour', page: 'packages/issue/progress/index', as: '李国平', of: ({ waiting }) => `id=${waiting}`, shows: '办到哪一步了' },
  { name: 'progress-long', page: 'packages/issue/progress/index', as: '王秀兰', of: ({ long }) => `id=${long}`, shows: '办到哪一步了' },
  { name: 'rate', page: 'packages/issue/rate/index', as: '王秀兰', of: ({ done }) => `id=${done}`, shows: '事情解决了吗？' },

  { name: 'bind', page: 'packages/people/bind/index', as: 'visitor', shows: '我在村里的名册上' },
  { name: 'bind-gaps', page: 'packages/people/bind/index', as: 'visitor', shows: '我在村里的名册上', then: async (who) => { await who.tap('是我'); await who.see(/还差 \d 样/); } },
  { name: 'bind-made-over', page: 'packages/people/bind/index', as: 'visitor', shows: '我在村里的名册上', then: async (who) => {
    await instead(who, 'people', 'me', '我就是欧阳上官云梅', (me) => ({ ...me, family: [{ id: 'person-made-over', name: '欧阳上官云梅', level: 'WEAK', relation: 'SELF', acting: false }] }));
  } },
  { name: 'bind-code', page: 'packages/people/bind/index', as: '王小军', of: () => 'verify=1', shows: '村里给的码' },
  { name: 'bind-apply', page: 'packages/people/bind/index', as: 'visitor', shows: '名册上没有我', then: (who) => who.tap('名册上没有我') },
  { name: 'contacts', page: 'packages/people/contacts/index', as: '王秀兰', shows: '联系我家的人' },
  { name: 'contacts-vacant', page: 'packages/people/contacts/index', as: '赵春花', shows: '管我家这一片的人' },
  { name: 'my-data', page: 'packages/people/data/index', as: '王秀兰', shows: '存了哪些' },
  { name: 'my-data-ask', page: 'packages/people/data/index', as: '王秀兰', shows: '存了哪些', then: (who) => who.tap('有错，请改') },
  { name: 'my-data-phones', page: 'packages/people/data/index', as: '王小军', shows: '谁的手机能替我办事' },
  { name: 'family', page: 'packages/people/family/index', as: '王秀兰', shows: '现在替谁办事' },
  { name: 'feedback', page: 'packages/people/feedback/index', as: '王秀兰', shows: '哪里不好用' },
  { name: 'inbox', page: 'packages/inbox/list/index', as: '王秀兰', shows: '陈守田' },
  { name: 'inbox-empty', page: 'packages/inbox/list/index', as: 'visitor-2', shows: '还没有通知' },

  { name: 'ballots', page: 'packages/voting/mine/index', as: '王秀兰', shows: '垃圾清运费' },
  { name: 'ballots-others', page: 'packages/voting/mine/index', as: '王小军', shows: '村里别的票' },
  { name: 'ballot', page: 'packages/voting/ballot/index', as: '王秀兰', of: ({ ballot }) => `id=${ballot}`, shows: '您家一年交多少' },
  { name: 'ballot-review', page: 'packages/voting/ballot/index', as: '王秀兰', of: ({ ballot }) => `id=${ballot}`, shows: '您家一年交多少', then: async (who) => { await who.tap('36 元，隔一天收一次'); await who.tap('看一遍再投'); await who.see('您选的是'); } },
  { name: 'ballot-receipt', page: 'packages/voting/ballot/index', as: '王秀兰', of: ({ ballot }) => `id=${ballot}`, shows: '您家一年交多少', then: async (who) => {
    // The ballot goes nowhere, so that it can be cast again in the other mode.
    await who.context.route('**/fn/voting', (route) => (route.request().postData()?.includes('"cast"') === true ? route.fulfill({ json: { ok: true, data: { cast: true } } }) : route.continue()));
    await who.tap('36 元，隔一天收一次');
    await who.tap('看一遍再投');
    await who.tap('投出去');
    await who.see('您的查票码');
    await who.context.unroute('**/fn/voting');
  } },
  { name: 'ballot-not-cast', page: 'packages/voting/ballot/index', as: '王秀兰', of: ({ ballot }) => `id=${ballot}`, shows: '您家一年交多少', then: async (who) => {
    await who.context.route('**/fn/voting', (route) => (route.request().postData()?.includes('"cast"') === true ? route.fulfill({ json: { ok: false, error: { code: 'ALREADY_CAST' } } }) : route.continue()));
    await who.tap('36 元，隔一天收一次');
    await who.tap('看一遍再投');
    await who.tap('投出去');
    await who.see('一张票只能投一次');
    await who.context.unroute('**/fn/voting');
  } },
  { name: 'ballot-handed-over', page: 'packages/voting/ballot/index', as: '王秀兰', of: ({ ballot }) => `id=${ballot}&help=1`, shows: '请把手机交给' },
  { name: 'ballot-result', page: 'packages/voting/result/index', as: '王秀兰', of: ({ result }) => `id=${result}`, shows: '查查我的票数进去没有' },
  { name: 'ballot-objection', page: 'packages/voting/result/index', as: '王秀兰', of: ({ result }) => `id=${result}`, shows: '查查我的票数进去没有', then: async (who) => { await who.tap('不对？'); await who.see('提异议'); } },
  { name: 'deputies', page: 'packages/deputies/directory/index', as: '王秀兰', shows: '堰坪代表联络站' },
  { name: 'deputies-visitor', page: 'packages/deputies/directory/index', as: 'visitor', shows: '堰坪代表联络站' },
  { name: 'deputies-tell', page: 'packages/deputies/directory/index', as: '王秀兰', shows: '向联络站说一说', then: async (who) => { await who.tap('向联络站说一说'); await who.see('您想说什么'); } },
  { name: 'deputy', page: 'packages/deputies/deputy/index', as: '王秀兰', of: ({ deputy }) => deputy, shows: '怎么找周桂芳' },
  { name: 'deputy-suspended', page: 'packages/deputies/deputy/index', as: '王秀兰', of: ({ deputy }) => deputy, shows: '怎么找周桂芳', then: (who) => instead(who, 'deputies', 'deputy', '没有作数', (page) => ({ ...page, deputy: { ...(page['deputy'] as object), suspended: true }, setAside: [{ year: LAST_YEAR, reason: '名单上 202 人，箱里多出一张票，查不出来。' }] })) },
  { name: 'deputy-ballot', page: 'packages/deputies/rate/index', as: '王秀兰', of: ({ rating }) => `ballot=${encodeURIComponent(rating)}`, shows: '这一年做了什么|走访 \\d+ 户次' },
  { name: 'deputy-my-ballot', page: 'packages/deputies/receipt/index', as: '王秀兰', of: ({ ratingBox }) => `box=${ratingBox}`, shows: '在名单上' },
  { name: 'deputy-not-on-roll', page: 'packages/deputies/receipt/index', as: '马建业', of: ({ ratingBox }) => `box=${ratingBox}`, shows: '不在名单上' },
  { name: 'deputy-record', page: 'packages/deputies/record/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '怎么联系的？' },
  { name: 'deputy-record-heard', page: 'packages/deputies/record/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '怎么联系的？', then: async (who) => { await who.tap('听到一条意见'); await who.tap('镇上、县里的事'); await who.see('建议的题目'); } },
  { name: 'deputy-record-homes', page: 'packages/deputies/record/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '怎么联系的？', then: async (who) => { await who.tap('从我联系的'); await who.see('号'); } },
  { name: 'deputy-mine', page: 'packages/deputies/mine/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '记过的联系' },
  { name: 'deputy-said', page: 'packages/deputies/opinions/index', as: '王秀兰', of: () => 'mine=1', shows: '卫生室' },
  { name: 'deputy-opinions', page: 'packages/deputies/opinions/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '二组蓄水池防渗', desk: true },
  { name: 'deputy-opinions-suspended', page: 'packages/deputies/opinions/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '二组蓄水池防渗', desk: true, then: (who) => instead(who, 'deputies', 'opinions', '您现在暂停执行代表职务', (page) => ({ ...page, suspended: true, items: (page['items'] as readonly object[]).map((item) => ({ ...item, may: [] })) })) },
  { name: 'deputy-sort', page: 'packages/deputies/opinions/index', as: '周桂芳', of: ({ deputy }) => deputy, shows: '分一分', desk: true, then: async (who) => { await who.tap('分一分'); await who.see('村里的事'); } },
  { name: 'deputies-unit', page: 'packages/deputies/opinions/index', as: '罗川', of: () => `town=${DEPUTIES_TOWN}&unit=1`, shows: '二组蓄水池防渗', desk: true },
  { name: 'deputies-office', page: 'packages/deputies/office/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}`, shows: '年终选民评议', desk: true },
  { name: 'deputies-enter-station', page: 'packages/deputies/enter/index', as: '彭立新', of: () => `town=${DEPUTIES_TOWN}&what=station`, shows: '什么时候开门', desk: true },
  { name: 'deputies-enter-constituency', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=constituency`, shows: '名单从哪里来', desk: true },
  { name: 'deputies-enter-part', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=constituency`, shows: '名单从哪里来', desk: true, then: async (who) => { await who.tap('堰坪村'); await who.see('全村，还是一片'); } },
  { name: 'deputies-enter-known', page: 'packages/deputies/enter/index', as: '彭立新', of: () => `town=${DEPUTIES_TOWN}&what=station`, shows: '什么时候开门', desk: true, then: async (who) => { await who.tap('堰坪代表联络站'); await who.see('存下来'); } },
  { name: 'deputies-enter-deputy', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=deputy`, shows: '哪个村的', desk: true },
  { name: 'deputies-enter-entry', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=entry`, shows: '是什么事', desk: true },
  { name: 'deputies-enter-standing', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=standing`, shows: '哪位代表', desk: true },
  { name: 'deputies-enter-photo', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=photo`, shows: '哪位代表', desk: true, then: async (who) => { await who.tap('周桂芳'); await who.see('还没有照片'); } },
  { name: 'deputies-enter-photo-chosen', page: 'packages/deputies/enter/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&what=photo`, shows: '哪位代表', desk: true, then: async (who) => {
    await who.tap('周桂芳');
    await who.give('照', [{ name: '正面.png', bytes: PORTRAIT }]);
    await who.page.locator('[aria-label^="第 1 张照片"]').waitFor();
    await who.tap('本人同意公开这张照片');
  } },
  { name: 'deputies-sheet', page: 'packages/deputies/sheet/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}`, shows: '下载表格', desk: true },
  { name: 'deputies-sheet-wrong', page: 'packages/deputies/sheet/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}`, shows: '下载表格', desk: true, then: async (who) => {
    await who.give('传填好的表', [{ name: '有错.csv', bytes: Buffer.from('姓名,级别,届次,选区,联络站,职务,手机号,任职日期\n欧阳守田,村,第十九届,第 3 选区,没有的联络站,农民,13900000001,2027-01-01\n') }]);
    await who.see('先把表改好');
  } },
  { name: 'deputies-sheet-read', page: 'packages/deputies/sheet/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}`, shows: '下载表格', desk: true, then: async (who) => {
    await who.give('传填好的表', [{ name: '联络站和值班安排.csv', bytes: Buffer.from('站名,地址,开放时间\n堰坪代表联络站,堰坪村委会二楼东边第一间，原来的文化活动室,周一到周五 8:30 到 17:30\n茶园代表联络站,茶园边,周三上午\n') }]);
    await who.see('会改什么');
  } },
  { name: 'deputies-round', page: 'packages/deputies/round/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&year=${LAST_YEAR}`, shows: '满意率', desk: true },
  { name: 'deputies-round-open', page: 'packages/deputies/round/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&year=${LAST_YEAR + 1}`, shows: '今年不评的', desk: true },
  { name: 'deputies-round-held', page: 'packages/deputies/round/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&year=${LAST_YEAR + 1}`, shows: '今年不评的', desk: true, then: (who) => withHeld(who) },
  { name: 'deputies-set-aside', page: 'packages/deputies/round/index', as: '沈国华', of: () => `town=${DEPUTIES_TOWN}&year=${LAST_YEAR + 1}`, shows: '今年不评的', desk: true, then: async (who) => { await withHeld(who); await who.tap('不作数：周桂芳'); await who.see('为什么不作数'); } },

  { name: 'branch-desk', page: 'packages/branch/desk/index', as: '柳春林', shows: '等核实', desk: true },
  { name: 'branch-desk-verifier', page: 'packages/branch/desk/index', as: '邓明珠', shows: '等核实', desk: true },
  { name: 'branch-desk-pledges', page: 'packages/branch/desk/index', as: '张文德', of: () => 'step=PLEDGES', shows: '承诺', desk: true },
  { name: 'branch-refuse', page: 'packages/branch/desk/index', as: '柳春林', of: () => 'step=CHECK', shows: '等核实', desk: true, then: async (who) => { await who.tap('不通过'); await who.see('他会看到这句话'); } },
  { name: 'branch-members', page: 'packages/branch/members/index', as: '张文德', shows: '按姓名排，不排名次', desk: true },
  { name: 'branch-share', page: 'packages/branch/members/index', as: '张文德', shows: '按姓名排，不排名次', desk: true, then: async (who) => { await who.tap('村里人看不看得到分'); await who.see('以后随时可以收回'); } },
  { name: 'branch-member', page: 'packages/branch/member/index', as: '张文德', of: ({ branch }) => `id=${branch.member}`, shows: '积分明细', desk: true },
  { name: 'branch-entry', page: 'packages/branch/entry/index', as: '柳春林', of: ({ branch }) => `id=${encodeURIComponent(branch.entry)}`, shows: '谁看过', desk: true },
  { name: 'branch-record', page: 'packages/branch/record/index', as: '邓明珠', shows: '哪几位', desk: true },
  { name: 'branch-publication', page: 'packages/branch/publication/index', as: '张文德', shows: '积分公示', desk: true },
  { name: 'branch-appraisal', page: 'packages/branch/appraisal/index', as: '张文德', shows: '自评互评', desk: true },
  { name: 'branch-appraise', page: 'packages/branch/appraise/index', as: '张文德', of: ({ branch }) => `village=${branch.village}&year=${branch.year}&id=${branch.member}`, shows: '支委会意见', desk: true },
  { name: 'branch-opening', page: 'packages/branch/opening/index', as: '张文德', shows: '传填好的表', desk: true },
  { name: 'branch-opening-wrong', page: 'packages/branch/opening/index', as: '张文德', shows: '传填好的表', desk: true, then: async (who) => {
    await who.give('传填好的表', [{ name: '2026年堰坪村党支部党员积分台账（三月底以前）.csv', bytes: Buffer.from('姓名,加分,扣分,积分\n李国平,三分半,0,\n古丽巴哈尔·阿不都热西提·艾合买提,2,0,\n陈守田,2,0,99\n') }]);
    await who.see('3 处要改');
  } },
  { name: 'branch-opening-read', page: 'packages/branch/opening/index', as: '张文德', shows: '传填好的表', desk: true, then: async (who) => {
    await who.give('传填好的表', [{ name: '期初.csv', bytes: Buffer.from('姓名,加分,扣分\n李国平,3,0.5\n张文德,2,0\n田小雨,0,0\n') }]);
    await who.see('您自己的，要报镇上审');
  } },
  { name: 'branch-opening-refused', page: 'packages/branch/opening/index', as: '张文德', shows: '传填好的表', desk: true, then: async (who) => {
    await who.give('传填好的表', [{ name: '2026年堰坪村党支部党员积分台账（三月底以前，最终版）.xlsx', bytes: Buffer.from('<!DOCTYPE html><p>no workbook</p>') }]);
    await who.see('不是表格');
  } },
  { name: 'town-party', page: 'packages/branch/town/index', as: '汤敏', shows: '等我审', desk: true },
  { name: 'town-party-branches', page: 'packages/branch/town/index', as: '汤敏', shows: '等我审', desk: true, then: async (who) => { await who.tap('支部'); await who.see('不排名次'); } },
  { name: 'scheme', page: 'packages/branch/scheme/index', as: '梁静', shows: '加分扣分的事', desk: true },
  { name: 'party-year', page: 'packages/party/year/index', as: '李国平', shows: '我联系的户' },
  { name: 'party-ledger', page: 'packages/party/ledger/index', as: '李国平', of: ({ partyCycle }) => `cycle=${partyCycle}`, shows: '看凭什么' },
  { name: 'party-entry', page: 'packages/party/entry/index', as: '李国平', of: ({ partyEntry }) => `id=${partyEntry}`, shows: '谁看过' },
  { name: 'party-pledge', page: 'packages/party/pledge/index', as: '李国平', shows: '今年答应做什么|不是写承诺的时候' },
  { name: 'party-claim', page: 'packages/party/claim/index', as: '李国平', shows: '做的是哪件事', then: async (who) => { await who.tap('承诺以外的事'); await who.tap('公益志愿'); await who.tap('想加照片'); } },
  { name: 'party-claim-gaps', page: 'packages/party/claim/index', as: '李国平', shows: '做的是哪件事', then: async (who) => { await who.tap('报上去'); await who.see(/还差 \d 样/); } },
  { name: 'party-contact', page: 'packages/party/contact/index', as: '李国平', shows: '怎么联系的', then: (who) => who.tap('听到一件要办的事') },
  { name: 'party-publication', page: 'packages/party/publication/index', as: '李国平', shows: '第 \\d 季度' },
  { name: 'party-branch', page: 'packages/party/branch/index', as: '李国平', shows: '按姓名排' },
  { name: 'party-appraisal', page: 'packages/party/appraisal/index', as: '李国平', shows: '评议还没有开始|自评互评' },
  { name: 'party-village', page: 'packages/party/village/index', as: '王秀兰', shows: '答应做什么' },

  { name: 'roll', page: 'packages/voting/roll/index', as: '王秀兰', of: ({ shownBox }) => `id=${shownBox}`, shows: '您在名单上' },
  { name: 'roll-missing', page: 'packages/voting/roll/index', as: '王小军', of: ({ shownBox }) => `id=${shownBox}`, shows: '您不在名单上' },
  { name: 'roll-ask', page: 'packages/voting/roll/index', as: '王小军', of: ({ shownBox }) => `id=${shownBox}`, shows: '您不在名单上', then: async (who) => { await who.tap('请村里改成由我投'); await who.see('为什么'); } },
  { name: 'roll-wrong', page: 'packages/voting/roll/index', as: '王秀兰', of: ({ shownBox }) => `id=${shownBox}`, shows: '您在名单上', then: async (who) => { await who.tap('有人不该在？'); await who.see('名单上谁不该在'); } },
  { name: 'roll-settled', page: 'packages/voting/roll/index', as: '王小军', of: ({ openBox }) => `id=${openBox}`, shows: '名单已经定下来' },
  { name: 'my-objections', page: 'packages/voting/objections/index', as: '王秀兰', shows: '户口还在村里' },
  { name: 'my-objections-empty', page: 'packages/voting/objections/index', as: '李国平', shows: '您还没提过' },

  { name: 'queue', page: 'packages/desk/queue/index', as: '陈守田', shows: '村口垃圾堆了好几天', desk: true },
  { name: 'queue-village', page: 'packages/desk/queue/index', as: '马建业', shows: '工作台', desk: true },
  { name: 'queue-empty', page: 'packages/desk/queue/index', as: '郑涛', shows: '手上没有事', desk: true },
  { name: 'queue-filter', page: 'packages/desk/queue/index', as: '陈守田', shows: '村口垃圾堆了好几天', desk: true, then: (who) => who.tap('按类别、地点找') },
  { name: 'handle', page: 'packages/desk/handle/index', as: '陈守田', of: ({ waiting }) => `id=${waiting}`, shows: '办到哪一步了', desk: true },
  { name: 'handle-long', page: 'packages/desk/handle/index', as: '陈守田', of: ({ long }) => `id=${long}`, shows: '办到哪一步了', desk: true },
  { name: 'handle-act', page: 'packages/desk/handle/index', as: '周福林', of: ({ reopened }) => `id=${reopened}`, shows: '办到哪一步了', desk: true, then: (who) => who.tap('办这件事') },
  { name: 'handle-town', page: 'packages/desk/handle/index', as: '何敏', of: ({ town }) => `id=${town}`, shows: '办到哪一步了', desk: true },
  { name: 'for-whom', page: 'packages/desk/for-whom/index', as: '陈守田', shows: '替谁报事？', desk: true },
  { name: 'households', page: 'packages/desk/households/index', as: '陈守田', shows: '我管的户', desk: true },
  { name: 'sheet', page: 'packages/desk/sheet/index', as: '陈守田', shows: '联系表', desk: true },
  { name: 'leave', page: 'packages/desk/leave/index', as: '陈守田', shows: '请人代班', desk: true },
  { name: 'posts', page: 'packages/desk/posts/index', as: '马建业', shows: '三组', desk: true },
  { name: 'check', page: 'packages/desk/check/index', as: '马建业', shows: '网格检查', desk: true },
  { name: 'people', page: 'packages/desk/people/index', as: '马建业', shows: '找一个人', desk: true },
  { name: 'person', page: 'packages/desk/person/index', as: '马建业', of: ({ person }) => `id=${person}`, shows: '赵春花', desk: true },
  { name: 'person-phones', page: 'packages/desk/person/index', as: '马建业', of: ({ actedFor }) => `id=${actedFor}`, shows: '谁的手机能替他办事', desk: true },
  { name: 'codes', page: 'packages/desk/codes/index', as: '杨晓梅', shows: '等您确认', desk: true },
  { name: 'applications', page: 'packages/desk/applications/index', as: '马建业', shows: '新来的小李', desk: true },
  { name: 'requests', page: 'packages/desk/requests/index', as: '马建业', shows: '门牌写错了', desk: true },

  { name: 'review', page: 'packages/desk/review/index', as: '马建业', shows: '给村里人看', desk: true },
  { name: 'review-town', page: 'packages/desk/review/index', as: '何敏', shows: '没有等您看的', desk: true },
  { name: 'review-empty', page: 'packages/desk/review/index', as: '陈守田', shows: '这一页不归您用', desk: true },
  { name: 'rolls', page: 'packages/desk/rolls/index', as: '马建业', shows: '2 件等着回', desk: true },
  { name: 'objections', page: 'packages/desk/objections/index', as: '马建业', of: ({ shownBox }) => `id=${shownBox}`, shows: '等着回的', desk: true },
  { name: 'objections-empty', page: 'packages/desk/objections/index', as: '郑来福', of: ({ openBox }) => `id=${openBox}`, shows: '没有等着回的', desk: true },
  { name: 'objection-answer', page: 'packages/desk/objections/index', as: '杨晓梅', of: ({ shownBox }) => `id=${shownBox}`, shows: '等着回的', desk: true, then: async (who) => { await who.tap('改成由王秀兰替家里投'); await who.see('我儿子在外面'); } },
  { name: 'objection-own', page: 'packages/desk/objections/index', as: '马建业', of: ({ shownBox }) => `id=${shownBox}`, shows: '等着回的', desk: true, then: async (who) => { await who.tap('改成由马建业替家里投'); await who.see('要另一位来回'); } },

  { name: 'sign-in', page: 'packages/desk/sign-in/index', as: '马建业', shows: '用手机登录这台电脑', desk: true, then: (who) => who.see(/^\d{4} \d{4}$/) },
  { name: 'sign-in-over', page: 'packages/desk/sign-in/index', as: '马建业', shows: '用手机登录这台电脑', desk: true, then: async (who) => {
    await who.context.route('**/fn/desk', (route) => (route.request().postData()?.includes('"collect"') === true ? route.fulfill({ json: { ok: true, data: { state: 'OVER' } } }) : route.continue()));
    await who.see('这个码过期了');
    await who.context.unroute('**/fn/desk');
  } },
  { name: 'computers', page: 'packages/desk/computers/index', as: '马建业', shows: 'Edge，Windows 电脑' },
  { name: 'computers-none', page: 'packages/desk/computers/index', as: '杨晓梅', shows: '没有电脑登录着' },
  { name: 'confirm', page: 'packages/desk/confirm/index', as: '马建业', of: async ({ askingComputer }) => `id=${await askingComputer()}`, shows: '只登录您面前的电脑' },
  { name: 'confirm-over', page: 'packages/desk/confirm/index', as: '马建业', of: () => 'id=desk-gone', shows: '这个码用不了了' },

  { name: 'overview', page: 'packages/town/overview/index', as: '何敏', shows: '响应率', desk: true },
  { name: 'overdue', page: 'packages/town/overdue/index', as: '何敏', shows: '超期的事', desk: true },
  { name: 'tickets', page: 'packages/town/tickets/index', as: '何敏', shows: '复制答复', desk: true },
  { name: 'ticket-sheet', page: 'packages/town/ticket-sheet/index', as: '何敏', shows: '热线平台导出的表', desk: true },
  { name: 'ticket-sheet-bad', page: 'packages/town/ticket-sheet/index', as: '何敏', shows: '热线平台导出的表', desk: true, then: async (who) => { await who.give('传工单表', [{ name: '工单.csv', bytes: TICKETS_BAD }]); await who.see('哪里要改'); } },
  { name: 'ticket-sheet-rows', page: 'packages/town/ticket-sheet/index', as: '何敏', shows: '热线平台导出的表', desk: true, then: async (who) => { await who.give('传工单表', [{ name: '工单.csv', bytes: TICKETS }]); await who.see('像是报过的'); } },
  { name: 'ticket-take', page: 'packages/report/what/index', as: '何敏', of: () => `ticket=${DEPUTIES_TOWN}`, shows: '是哪一类事？', then: async (who) => { await who.tap('卫生环境'); await who.tap('下一步'); await who.see('工单编号'); } },
  { name: 'ticket-take-gaps', page: 'packages/report/what/index', as: '何敏', of: () => `ticket=${DEPUTIES_TOWN}`, shows: '是哪一类事？', then: async (who) => { await who.tap('卫生环境'); await who.tap('下一步'); await who.see('工单编号'); await who.tap('报上去'); await who.see(/还差 \d 样/); } },
  { name: 'handle-ticket', page: 'packages/desk/handle/index', as: '何敏', of: ({ ticket }) => `id=${ticket}`, shows: '复制答复', desk: true },
  { name: 'handle-event', page: 'packages/desk/handle/index', as: '何敏', of: ({ ticket }) => `id=${ticket}`, shows: '综治事件登记', desk: true, then: async (who) => { await who.tap('涉及 1 人，一般'); await who.see('事件级别'); } },
  { name: 'topics', page: 'packages/town/topics/index', as: '何敏', shows: '同类事', desk: true },
  { name: 'roster-import', page: 'packages/roster/import/index', as: '梁静', shows: '选表格', desk: true },
  { name: 'roster-load', page: 'packages/roster/load/index', as: '梁静', of: ({ rosterLoad }) => `id=${rosterLoad}`, shows: '会改什么', desk: true },
];

/** Pages to see with an error and without a network: one of each kind. */
export const FAILING: readonly string[] = ['home', 'issues-mine', 'consult', 'topic', 'progress-waiting', 'contacts', 'inbox', 'queue', 'handle', 'overview', 'talks', 'consult-desk', 'consult-handle', 'ballots', 'ballot', 'ballot-result', 'deputies', 'deputy', 'deputy-ballot', 'deputy-my-ballot', 'deputy-mine', 'deputy-said', 'deputies-office', 'deputies-enter-station', 'deputies-round', 'roll', 'my-objections', 'rolls', 'objections', 'branch-desk', 'branch-members', 'branch-opening', 'scheme', 'roster-import', 'deputies-enter-photo', 'party-year', 'party-village', 'tickets', 'ticket-sheet', 'handle-ticket', 'branch-publication'];

/** Where a long name has the least room. */
export const LONG_NAMED: readonly string[] = ['home', 'me', 'topic', 'progress-waiting', 'report-sent', 'contacts', 'family', 'consult', 'consult-desk', 'consult-handle', 'ballots', 'ballot', 'deputies', 'deputy', 'deputy-ballot', 'deputy-opinions', 'deputies-round', 'queue', 'handle', 'households', 'roll-missing', 'objections', 'my-objections', 'branch-desk', 'branch-members', 'party-year', 'tickets', 'handle-ticket', 'deputies-enter-photo', 'branch-publication'];
