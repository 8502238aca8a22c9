/** A whole life of the system, and then every word it said, logged and kept on record: no secret is in any of them. */
import { idNumberOf, nameOf, people, phoneOf, VILLAGE, GRID, TOWN, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { on, report, turn } from '../issues/kit';
import { ALL_IDS, ALL_NAMES, ALL_PHONES, auditRows, EVERYBODY, recorder } from './kit';

const WORDS = { report: '门口水沟堵了三天', added: '昨天又漫出来了', progress: '叫了挖机', finished: '已经通开', rating: '谢谢你们', feedback: '字太小', wish: '我的生日登错了', application: '我是新搬来的' };
const APPLICANT = { name: '方来客', phone: '13900009901' };
const NEWCOMER = { name: '钱多多', phone: '13900009902' };

let system: System;
let record: ReturnType<typeof recorder>;

beforeAll(async () => {
  system = await harness();
  record = recorder(system);
  const villager = record.as('villager');
  const head = record.as('head');
  const duty = record.as('duty');

  for (const who of ['villager', 'head', 'duty', 'farVillager', 'county', 'clerk'] as const) await record.as(who)('people.me');
  await record.ask('wx:new', 'people.bindByName', { requestId: tap(), name: nameOf('son'), idLast4: idNumberOf('son').slice(-4), relation: 'SELF' });
  await record.ask('wx:new', 'people.myData', undefined);
  await record.ask('wx:far', 'people.apply', { requestId: tap(), name: APPLICANT.name, village: VILLAGE, phone: APPLICANT.phone, text: WORDS.application });
  await duty('people.applications', { village: VILLAGE });
  await villager('people.contacts');
  await villager('people.places', { village: VILLAGE });
  await villager('people.askRights', { requestId: tap(), kind: 'CORRECT', text: WORDS.wish });
  await villager('people.sendFeedback', { requestId: tap(), text: WORDS.feedback });
  await villager('people.myRequests');
  await duty('people.requests', { area: VILLAGE });
  await duty('people.search', { village: VILLAGE });
  await duty('people.person', { personId: people.villager });
  await duty('people.correctPerson', { requestId: tap(), personId: people.son, phone: NEWCOMER.phone, reason: '换了电话' });
  const { codeId } = await duty('people.issueCode', { requestId: tap(), personId: people.farVillager });
  await record.as('secondDuty')('people.codesToConfirm');
  await record.as('secondDuty')('people.confirmCode', { requestId: tap(), codeId });

  await villager('issues.preview', { category: 'SANITATION', urgency: 'NORMAL', text: WORDS.report, place: { kind: 'HOME' } });
  const { issueId } = await villager('issues.submit', report({ text: WORDS.report, nameHidden: true }));
  const act = () => on(String(issueId));
  await record.as('partyMember')('issues.similar', { category: 'SANITATION', place: { kind: 'HOME' }, text: WORDS.report });
  await record.as('partyMember')('issues.support', act());
  await villager('issues.add', { ...act(), text: WORDS.added });
  await head('issues.queue', { show: 'ALL' });
  await head('issues.accept', act());
  await head('issues.progress', { ...act(), text: WORDS.progress });
  await head('issues.finish', { ...act(), text: WORDS.finished });
  await turn(system);
  await villager('issues.rate', { ...act(), solved: 'YES', satisfaction: 'SATISFIED', text: WORDS.rating });
  await turn(system);
  for (const who of ['villager', 'head', 'duty', 'partyMember'] as const) {
    await record.as(who)('issues.get', { issueId });
    await record.as(who)('issues.mine', {});
    await record.as(who)('issues.village', {});
    await record.as(who)('notices.list', {});
  }
  await duty('issues.overview', {});
  await duty('issues.overdue', {});
  await duty('issues.topics', {});
  await record.as('county')('issues.exportCsv', { area: TOWN, month: '2026-11', kind: 'ISSUES' });
  await record.as('county')('issues.exportCsv', { area: TOWN, month: '2026-11', kind: 'RATES' });

  await duty('grids.village', { village: VILLAGE });
  await duty('grids.check', { village: VILLAGE });
  await head('grids.contactSheet', { area: GRID });
  await head('grids.households', { area: GRID });
  await record.as('groupHead')('grids.standIn', { requestId: tap(), post: `${VILLAGE}-1.1`, personId: people.deputy, from: '2026-11-25', to: '2026-11-30' });
  await record.as('clerk')('roster.template', { kind: 'PEOPLE' }).catch(() => undefined);
  await record.as('clerk')('roster.loads');
  await duty('people.unbindLost', { requestId: tap(), personId: people.supervisor });
  await record.ask('wx:far', 'people.deleteAccount', { requestId: tap() });
  await turn(system);
}, 60_000);
afterAll(() => system.close());

/** Those who agreed that those they answer for may call them. */
const SHOWN: readonly Somebody[] = ['head', 'groupHead', 'partHead', 'duty', 'secondDuty', 'partyMember', 'deputy', 'otherHead', 'town', 'department'];

describe('what was answered', () => {
  it('is a good part of what there is to ask', () => expect(new Set(record.answers.map(({ action }) => action)).size).toBeGreaterThan(35));

  it('holds no ID number, and no telephone of who did not agree (PRV-12, LNS-05)', () => {
    const phones = EVERYBODY.filter((who) => !SHOWN.includes(who)).map(phoneOf);
    for (const { action, by, text } of record.answers) {
      const found = [...ALL_IDS, ...phones, APPLICANT.phone, NEWCOMER.phone].filter((secret) => text.includes(secret));
      expect([action, by, found]).toEqual([action, by, []]);
    }
  });

  it('holds nothing that is sealed, no look-up key and no inner field', async () => {
    const secrets = ['idSealed', 'phoneSealed', 'weakKey', 'phoneKey', 'codeKey', 'reporterAccount', 'reporterId', 'barredPosts', 'aboutId', 'taps', 'digest', 'tallyStale', 'nextDueAt', '"_id"', 'demo:person', 'wx:far'];
    for (const who of EVERYBODY) {
      const person = await system.store.get('people', people[who]);
      secrets.push(...[person?.idSealed, person?.phoneSealed, person?.weakKey, person?.phoneKey].flatMap((one) => one ?? []));
    }
    const keyId = secrets.find((one) => one.includes('.'))?.split('.')[0] ?? '?';
    for (const { action, text } of record.answers.filter(({ action: one }) => one !== 'people.myData')) {
      expect([action, secrets.filter((secret) => text.includes(secret))]).toEqual([action, []]);
      expect(text).not.toMatch(new RegExp(`"${keyId}\\.[A-Za-z0-9_-]{30}`));
    }
  });

  it('shows one\'s own ID number to its surely bound owner alone', async () => {
    const copyFor = async (account: string) => JSON.stringify(await system.phone(account).people.myData());
    expect(await copyFor(`demo:${people.villager}`)).toContain(idNumberOf('villager'));
    expect(await copyFor('wx:new')).not.toContain(idNumberOf('son'));
    for (const id of ALL_IDS.filter((one) => one !== idNumberOf('villager'))) expect(await copyFor(`demo:${people.villager}`)).not.toContain(id);
  });
});

const SECRETS = [...Object.values(WORDS), ...ALL_NAMES, APPLICANT.name, ...ALL_IDS, ...ALL_PHONES, APPLICANT.phone, NEWCOMER.phone];

it('the log holds no words, names, ID numbers, telephones or accounts', () => {
  expect(system.lines.length).toBeGreaterThan(50);
  for (const line of system.lines) {
    const text = JSON.stringify(line);
    expect([text, [...SECRETS, 'demo:person', 'wx:', 'person-'].filter((secret) => text.includes(secret))]).toEqual([text, []]);
  }
});

it('the audit holds codes and ids, and no words, names, ID numbers or telephones (PRV-11)', async () => {
  const rows = await auditRows(system);
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const text = JSON.stringify(row);
    expect([text, SECRETS.filter((secret) => text.includes(secret))]).toEqual([text, []]);
  }
  expect(rows.filter(({ action }) => ['people.person', 'people.search', 'issues.exportCsv'].includes(action)).length).toBeGreaterThan(2);
});

it('notices hold no words of people and no reporter\'s name: they may stand on a locked screen (PRV-15)', async () => {
  const recipients = [...EVERYBODY.map((who) => `person:${people[who]}`), ...[GRID, `${VILLAGE}-1.1`, `${VILLAGE}-1`, VILLAGE, TOWN].map((post) => `post:${post}`)];
  const told = await system.store.find('notices', { where: { to: { in: recipients } }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 100 });
  expect(told.items.length).toBeGreaterThan(4);
  for (const notice of told.items) {
    const text = JSON.stringify(notice.data);
    const secrets = [...Object.values(WORDS), nameOf('villager'), APPLICANT.name, ...ALL_IDS, ...ALL_PHONES];
    expect([notice.kind, secrets.filter((secret) => text.includes(secret))]).toEqual([notice.kind, []]);
  }
});
