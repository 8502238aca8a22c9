/** 12345 tickets from the hotline's list, and from the form, to the answer (EVT-15, EVT-19). */
import { atTime, DAY_MS, endOfDay } from '@/domain/basics/civil-time';
import { derivedId } from '@platform/ids';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { accountOf, GRID, OTHER_TOWN, OTHER_VILLAGE, people, TOWN, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { DITCH, filed, on, operations, turn, uploaded } from '../issues/kit';
import { ticketIdOf } from '../../../cloudfunctions/tickets/put-ticket';
import { CALLER_PHONE, checked, csvOf, HEADING, loaded, oneTicket, rowOf, sent, take, TICKET_ROW } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const desk = () => system.as('town').tickets;
const all = async () => (await system.store.find('issues', { where: { town: TOWN }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: 100 })).items;
const only = async () => {
  const [issue, second] = await all();
  expect(second).toBeUndefined();
  if (issue === undefined) throw new Error('nothing was filed');
  return issue;
};

describe('a hotline’s list', () => {
  it('is looked over without a trace: what is wrong by row and cell, or what each row would be', async () => {
    const bad = await checked(system, TICKET_ROW, rowOf({ 0: 'AK2', 2: '2026-02-30', 9: '139' }));
    expect(bad.rows).toEqual([]);
    expect(bad.problems).toEqual([
      { sheet: '工单', row: 3, column: '工单编号', problem: 'TICKET_NUMBER', value: 'AK2' },
      { sheet: '工单', row: 3, column: '办理期限', problem: 'MOMENT_UNREADABLE', value: '2026-02-30' },
      { sheet: '工单', row: 3, column: '联系电话', problem: 'PHONE_UNREADABLE', value: '139' },
    ]);
    await expect(loaded(system, bad)).rejects.toMatchObject({ code: 'SHEET_PROBLEMS' });

    const good = await checked(system, TICKET_ROW);
    expect(system.lastLine()).toMatchObject({ writes: 0 });
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(good).toMatchObject({ problems: [], rows: [{ row: 2, number: 'AK20261124007', category: 'SANITATION', village: '堰坪村', answerBy: atTime('2026-11-27', '17:30'), alike: [] }] });
    expect(JSON.stringify(good)).not.toContain(CALLER_PHONE);
    expect(await all()).toEqual([]);
  });

  it('becomes matters with the hotline’s own limit, that go the way of every matter', async () => {
    expect(await loaded(system, await checked(system, TICKET_ROW, rowOf({ 0: 'AK20261124008', 6: '联合村', 5: '路灯不亮' })))).toEqual({ filed: 2, linked: 0, moved: 0, known: 0 });
    const [other, issue] = [...(await all())].sort((a, b) => (a.village < b.village ? 1 : -1));
    expect(other).toMatchObject({ village: OTHER_VILLAGE });
    const answerBy = atTime('2026-11-27', '17:30');
    expect(issue).toMatchObject({ village: VILLAGE, owner: { post: VILLAGE }, stage: 'REPORTED', answerBy, dueAt: answerBy, visibility: 'HANDLERS', reporterName: '张先生', placeText: '三组水井旁', tickets: [{ number: 'AK20261124007', answerBy, linked: false }] });
    expect(issue?.reporterId).toBeUndefined();
    expect((await system.as('duty').issues.queue({ show: 'ALL' })).items).toMatchObject([{ issueId: issue?._id, dueAt: answerBy }]);
    expect((await system.as('duty').notices.list({})).items).toMatchObject([{ kind: 'ISSUE_NEW' }]);
  });

  it('changes nothing the second time, and says so', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const before = await only();
    const again = await checked(system, rowOf({ 0: ' ak20261124007', 5: '又来电催了' }));
    expect(again.rows).toMatchObject([{ known: { issueId: before._id, number: before.number }, alike: [] }]);
    expect(again.rows[0]).not.toHaveProperty('was');
    expect(await loaded(system, again)).toEqual({ filed: 0, linked: 0, moved: 0, known: 1 });
    expect(await only()).toEqual(before);
  });

  it('said again answers as the first time, also when the file is gone; with other content it is refused', async () => {
    const seen = await checked(system, TICKET_ROW);
    const requestId = tap();
    const first = await loaded(system, seen, [], requestId);
    await system.store.remove('uploads', `demo:${people.town}:${seen.file.uploadId}`);
    expect(await loaded(system, seen, [], requestId)).toEqual(first);
    await expect(loaded(system, { ...seen, digest: 'other' }, [], requestId)).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await only();
  });

  it('cut off in the middle is finished by the same tap, which counts what it had done as its own', async () => {
    const seen = await checked(system, TICKET_ROW, rowOf({ 0: 'AK20261124008', 5: '路灯不亮' }));
    const requestId = tap();
    const half = await checked(system, TICKET_ROW);
    await loaded(system, half, [], requestId);
    const audit = (await system.store.find('audit', { where: { target: `town:${TOWN}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 })).items[0];
    await system.store.remove('audit', audit?._id ?? '');
    expect(await loaded(system, seen, [], requestId)).toEqual({ filed: 2, linked: 0, moved: 0, known: 0 });
  });

  it('is what was checked, or it is not loaded', async () => {
    const seen = await checked(system, TICKET_ROW);
    await expect(loaded(system, { ...seen, file: await sent(system, csvOf(rowOf({ 5: '别的' }))) })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await all()).toEqual([]);
  });

  it('may be a workbook, whose moments keep their time of day', async () => {
    const columns = HEADING.map((heading) => ({ heading, width: 12 }));
    const file = await sent(system, await xlsxOf([{ name: '工单明细', columns, rows: [TICKET_ROW] }]), '工单.xlsx');
    expect(await desk().check({ town: TOWN, file })).toMatchObject({ problems: [], rows: [{ answerBy: atTime('2026-11-27', '17:30') }] });
  });

  it('that cannot be read is refused with what it is', async () => {
    const file = await sent(system, Buffer.from('PK\u0003\u0004 nothing'), '坏.xlsx');
    await expect(desk().check({ town: TOWN, file })).rejects.toMatchObject({ code: 'SHEET_UNREADABLE', data: { file: '工单表' } });
    expect(await desk().check({ town: TOWN, file: await sent(system, Buffer.from('甲,乙\n1,2\n')) })).toMatchObject({ problems: [{ problem: 'HEADING_NOT_FOUND' }] });
  });
});

describe('a limit that the hotline changes (EVT-19)', () => {
  const old = atTime('2026-11-27', '17:30');
  const later = atTime('2026-12-01', '17:30');
  const LATER = rowOf({ 2: '2026-12-01 17:30' });
  const ticketOf = async () => (await system.store.find('tickets', { where: { town: TOWN }, limit: 10 })).items[0];
  const audited = async () => (await system.store.find('audit', { where: { target: `issue:${(await only())._id}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 })).items.filter(({ detail }) => detail?.['to'] !== undefined);

  it('is shown beside the one there is, and taken over once by the list, with a step and a notice to whoever has it', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const seen = await checked(system, LATER);
    expect(seen.rows).toMatchObject([{ answerBy: later, was: old, known: { issueId: (await only())._id } }]);
    const requestId = tap();
    expect(await loaded(system, seen, [], requestId)).toEqual({ filed: 0, linked: 0, moved: 1, known: 0 });
    const issue = await only();
    expect(issue).toMatchObject({ answerBy: later, dueAt: later, tickets: [{ answerBy: later }] });
    expect(issue.steps.map(({ kind }) => kind)).toEqual(['REPORTED', 'TICKET_LATER']);
    expect((await system.as('duty').notices.list({})).items.map(({ kind }) => kind).sort()).toEqual(['ISSUE_NEW', 'ISSUE_TICKET_LIMIT']);
    expect(await ticketOf()).toMatchObject({ answerBy: later });
    expect((await desk().list({ town: TOWN })).items).toMatchObject([{ answerBy: later }]);
    expect((await audited())).toMatchObject([{ action: 'tickets.load', person: people.town, detail: { from: old, to: later } }]);

    expect(await loaded(system, seen, [], requestId)).toEqual({ filed: 0, linked: 0, moved: 1, known: 0 });
    const again = await checked(system, LATER);
    expect(again.rows[0]).not.toHaveProperty('was');
    expect(await loaded(system, again)).toEqual({ filed: 0, linked: 0, moved: 0, known: 1 });
    expect(await only()).toEqual(issue);
  });

  it('cut off in the middle is finished by the same tap, which does nothing twice', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const seen = await checked(system, LATER);
    const requestId = tap();
    await loaded(system, seen, [], requestId);
    const proof = (await system.store.find('audit', { where: { target: `town:${TOWN}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 })).items.find(({ detail }) => detail?.['moved'] === 1);
    await system.store.remove('audit', proof?._id ?? '');
    expect(await loaded(system, seen, [], requestId)).toEqual({ filed: 0, linked: 0, moved: 1, known: 0 });
    expect((await only()).steps.filter(({ kind }) => kind === 'TICKET_LATER')).toHaveLength(1);
    expect(await audited()).toHaveLength(1);
  });

  it('is never made sooner by a list alone: an old one would bring back what was prolonged', async () => {
    await loaded(system, await checked(system, LATER));
    const seen = await checked(system, TICKET_ROW);
    expect(seen.rows).toMatchObject([{ answerBy: old, was: later }]);
    for (const sooner of [undefined, [], ['AK20261124999']]) expect(await loaded(system, seen, [], tap(), sooner)).toEqual({ filed: 0, linked: 0, moved: 0, known: 1 });
    expect(await only()).toMatchObject({ answerBy: later });
    expect(await loaded(system, seen, [], tap(), ['AK20261124007'])).toEqual({ filed: 0, linked: 0, moved: 1, known: 0 });
    const issue = await only();
    expect(issue).toMatchObject({ answerBy: old, dueAt: old });
    expect(issue.steps.at(-1)).toMatchObject({ kind: 'TICKET_SOONER', dueAt: old });
  });

  it('of a ticket that came to a villager’s matter bounds that, and is told to who has it', async () => {
    const issueId = await filed(system, 'villager', { text: '三组水井旁的水沟堵了三天，没人清。' });
    await loaded(system, await checked(system, TICKET_ROW), [{ number: 'AK20261124007', issueId }]);
    await loaded(system, await checked(system, LATER));
    expect(await only()).toMatchObject({ answerBy: later });
    expect((await system.as('head').notices.list({})).items.map(({ kind }) => kind)).toContain('ISSUE_TICKET_LIMIT');
    expect((await system.as('villager').notices.list({})).items.map(({ kind }) => kind)).not.toContain('ISSUE_TICKET_LIMIT');
  });
});

describe('a list that touches one matter twice (EVT-15, EVT-19)', () => {
  const SECOND = 'AK20261124008';
  const rows = (until = '2026-11-27 17:30'): readonly (readonly string[])[] => [rowOf({ 2: until }), rowOf({ 0: SECOND, 2: until, 8: '李女士' })];
  const both = (issueId: string) => [{ number: 'AK20261124007', issueId }, { number: SECOND, issueId }];
  const headHeard = async (kind: string) => (await system.as('head').notices.list({})).items.filter((one) => one.kind === kind);
  const auditedAs = async (issueId: string, action: string) => (await system.store.find('audit', { where: { target: `issue:${issueId}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 20 })).items.filter((one) => one.action === action);
  /** As a load that was cut off before it had said what it did. */
  async function forget(requestId: string): Promise<void> {
    const { items } = await system.store.find('audit', { where: { target: `town:${TOWN}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 });
    const proofs = items.filter(({ _id }) => _id === derivedId('audit', accountOf('town'), 'tickets.load', requestId));
    expect(proofs).toHaveLength(1);
    for (const { _id } of proofs) await system.store.remove('audit', _id);
  }

  it('puts both rows to it, and of both limits takes the later, each with its trace; a repeat is the same', async () => {
    const issueId = await filed(system, 'villager', { text: '三组水井旁的水沟堵了三天，没人清。' });
    const seen = await checked(system, ...rows());
    const linking = tap();
    const linked = { filed: 0, linked: 2, moved: 0, known: 0 };
    expect(await loaded(system, seen, both(issueId), linking)).toEqual(linked);
    const joined = await only();
    expect(joined).toMatchObject({ _id: issueId, tickets: [{ number: 'AK20261124007', linked: true }, { number: SECOND, linked: true }] });
    expect(await headHeard('ISSUE_TICKET')).toHaveLength(2);
    expect(await auditedAs(issueId, 'tickets.link')).toHaveLength(2);
    await forget(linking);
    for (let time = 0; time < 2; time += 1) expect(await loaded(system, seen, both(issueId), linking)).toEqual(linked);
    expect(await only()).toEqual(joined);

    const later = await checked(system, ...rows('2026-12-01 17:30'));
    const moving = tap();
    const moved = { filed: 0, linked: 0, moved: 2, known: 0 };
    expect(await loaded(system, later, [], moving)).toEqual(moved);
    const prolonged = await only();
    const answerBy = atTime('2026-12-01', '17:30');
    expect(prolonged).toMatchObject({ answerBy, tickets: [{ answerBy }, { answerBy }] });
    expect(await headHeard('ISSUE_TICKET_LIMIT')).toHaveLength(2);
    expect(await auditedAs(issueId, 'tickets.load')).toHaveLength(2);
    await forget(moving);
    for (let time = 0; time < 2; time += 1) expect(await loaded(system, later, [], moving)).toEqual(moved);
    expect(await only()).toEqual(prolonged);
    expect(await headHeard('ISSUE_TICKET_LIMIT')).toHaveLength(2);
  });
});

describe('a ticket for the two restricted roles alone (EVT-14)', () => {
  const RESTRICTED = rowOf({ 5: '有人在家里打孩子。', 11: '是' });

  it('becomes a restricted matter: the town’s desk knows that there is a ticket, and no more', async () => {
    const seen = await checked(system, RESTRICTED);
    expect(seen.rows).toMatchObject([{ restricted: true, alike: [] }]);
    expect(await loaded(system, seen)).toEqual({ filed: 1, linked: 0, moved: 0, known: 0 });
    const issue = await only();
    expect(issue).toMatchObject({ restricted: true, published: false, owner: { post: `${TOWN}/legal` }, answerBy: atTime('2026-11-27', '17:30') });
    for (const who of ['town', 'duty', 'head', 'county', 'villager'] as const) await expect(system.as(who).issues.get({ issueId: issue._id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('legal').issues.get({ issueId: issue._id })).toMatchObject({ restricted: true, reporterPhone: CALLER_PHONE, tickets: [{ number: 'AK20261124007' }] });
    expect((await system.as('legal').notices.list({})).items).toMatchObject([{ kind: 'ISSUE_NEW' }]);
    expect((await system.as('town').notices.list({})).items).toEqual([]);
    const again = await checked(system, RESTRICTED);
    expect(again.rows[0]?.known).toEqual({});
    expect(JSON.stringify([again, (await desk().list({ town: TOWN })).items, await desk().answers({ town: TOWN, month: '2026-11' })])).not.toContain(issue.number);
    const known = { code: 'TICKET_KNOWN', data: {} };
    await expect(desk().take(take({ ticket: oneTicket({ number: 'AK20261124007' }) }))).rejects.toEqual(expect.objectContaining(known));
  });

  it('is answered by whoever had it, whose page has the answer; another limit reaches it unseen', async () => {
    await loaded(system, await checked(system, RESTRICTED));
    const { _id } = await only();
    expect(await loaded(system, await checked(system, rowOf({ 2: '2026-12-01 17:30', 5: '有人在家里打孩子。', 11: '是' })))).toMatchObject({ moved: 1 });
    expect((await system.as('legal').notices.list({})).items.map(({ kind }) => kind).sort()).toEqual(['ISSUE_NEW', 'ISSUE_TICKET_LIMIT']);
    await system.as('legal').issues.accept(on(_id));
    await system.as('legal').issues.finish({ ...on(_id), text: '接到安全的地方了。' });
    await turn(system);
    expect((await system.as('town').notices.list({})).items).toEqual([]);
    expect((await system.as('legal').issues.get({ issueId: _id })).tickets?.[0]?.answer).toContain('接到安全的地方了。');
  });

  it('said of a ticket whose matter others read already restricts nothing, and the dry run says so', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const before = await only();
    const seen = await checked(system, rowOf({ 11: '是' }));
    expect(seen.rows).toMatchObject([{ restricted: true, unrestricted: true, known: { issueId: before._id } }]);
    expect(await loaded(system, seen)).toEqual({ filed: 0, linked: 0, moved: 0, known: 1 });
    expect(await only()).toEqual(before);
    expect((await checked(system, TICKET_ROW)).rows).toMatchObject([{ restricted: false, unrestricted: false }]);
  });

  it('is not said to be open where it is new, or restricted as the list says, or not the desk’s to know of', async () => {
    expect((await checked(system, RESTRICTED)).rows).toMatchObject([{ unrestricted: false }]);
    await loaded(system, await checked(system, RESTRICTED));
    expect((await checked(system, RESTRICTED)).rows).toMatchObject([{ restricted: true, unrestricted: false, known: {} }]);
    await system.store.replace('issues', { ...(await only()), restricted: false, barredPosts: [TOWN] });
    expect((await checked(system, RESTRICTED)).rows).toMatchObject([{ unrestricted: false, known: {} }]);
  });

  it('is put to no matter that others may read', async () => {
    const issueId = await filed(system, 'villager', { text: '三组水井旁的水沟堵了三天，没人清。' });
    const seen = await checked(system, rowOf({ 11: '敏感' }));
    expect(seen.rows[0]?.alike).toEqual([]);
    await expect(loaded(system, seen, [{ number: 'AK20261124007', issueId }])).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'links' }] } });
    expect((await system.store.find('tickets', { where: { town: TOWN }, limit: 10 })).items).toEqual([]);
  });
});

describe('another town’s ticket', () => {
  it('is as one that does not exist here: nothing of its matter is learned, and the hotline may send it to both', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const theirs = await only();
    // The same ticket as the other town has it.
    const { items: [taken] } = await system.store.find('tickets', { where: { town: TOWN }, limit: 10 });
    if (taken === undefined) throw new Error('nothing was taken in');
    const { _id, ...rest } = taken;
    await system.store.remove('tickets', _id);
    await system.store.remove('issues', theirs._id);
    const elsewhere = ticketIdOf(OTHER_TOWN, rest.number);
    await system.store.insert('tickets', { ...rest, _id: elsewhere, town: OTHER_TOWN, issueId: 'issue-elsewhere' });
    await system.store.insert('issues', { ...theirs, _id: 'issue-elsewhere', number: '1125-9999', town: OTHER_TOWN });
    const before = await system.store.get('tickets', elsewhere);

    const seen = await checked(system, rowOf({ 2: '2026-12-20' }));
    expect(seen.rows[0]).not.toHaveProperty('known');
    expect(JSON.stringify(seen)).not.toMatch(/issue-elsewhere|1125-9999/);
    expect(await loaded(system, seen)).toEqual({ filed: 1, linked: 0, moved: 0, known: 0 });
    expect(await system.store.get('tickets', elsewhere)).toEqual(before);
    expect((await desk().list({ town: TOWN })).items).toHaveLength(1);
    const own = await only();
    await expect(desk().take(take({ ticket: oneTicket({ number: rest.number }) }))).rejects.toMatchObject({ code: 'TICKET_KNOWN', data: { issueId: own._id, number: own.number } });
  });
});

describe('who called', () => {
  it('is sealed, and rung by whoever has the matter alone; hidden where the hotline was asked to', async () => {
    await loaded(system, await checked(system, TICKET_ROW, rowOf({ 0: 'AK20261124008', 5: '路灯不亮', 10: '是' })));
    const issues = await all();
    expect(JSON.stringify([issues, (await system.store.find('tickets', { where: { town: TOWN }, limit: 10 })).items])).not.toContain(CALLER_PHONE);
    const shown = issues.find(({ nameHidden }) => !nameHidden)?._id ?? '';
    const hidden = issues.find(({ nameHidden }) => nameHidden)?._id ?? '';
    expect(await system.as('duty').issues.get({ issueId: shown })).toMatchObject({ reporter: '张先生', reporterPhone: CALLER_PHONE });
    expect(operations(system)).toBeLessThanOrEqual(8);
    const kept = await system.as('duty').issues.get({ issueId: hidden });
    expect([kept.reporter, kept.reporterPhone]).toEqual(['一位村民', undefined]);
    expect((await system.as('town').issues.get({ issueId: shown })).reporterPhone).toBeUndefined();
    await expect(system.as('villager').issues.get({ issueId: shown })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gets no notice that nobody would read', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const { _id } = await only();
    await system.as('duty').issues.accept(on(_id));
    await system.as('duty').issues.finish({ ...on(_id), text: '清好了' });
    await turn(system);
    const { items } = await system.store.find('notices', { where: { to: `account:ticket`, at: { gte: 0 } }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 });
    expect(items).toEqual([]);
    const ticketId = (await only()).tickets?.[0]?.id ?? '';
    expect((await system.store.find('notices', { where: { to: `account:${ticketId}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 })).items).toEqual([]);
  });
});

describe('one ticket on the form', () => {
  it('is filed once, whoever writes it down again, and the tap answers as the first time', async () => {
    const input = take({ place: { kind: 'GRID', grid: GRID } });
    const first = await desk().take(input);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await desk().take(input)).toEqual(first);
    expect(await only()).toMatchObject({ _id: first.issueId, owner: { personId: people.head }, answerBy: endOfDay('2026-11-28') });
    await expect(desk().take({ ...input, text: '别的话' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    await expect(desk().take(take({ ticket: oneTicket({ number: 'ak 2026-1125009'.replace('-', '') }) }))).rejects.toMatchObject({ code: 'TICKET_KNOWN', data: first });
    await expect(desk().link({ requestId: tap(), issueId: first.issueId, ticket: oneTicket() })).rejects.toMatchObject({ code: 'TICKET_KNOWN', data: first });
    await only();
  });

  it('may bring photos; what does not fit into eight operations is told by the clock', async () => {
    const uploadId = await uploaded(system, 'town', { 'photo-1': {} });
    const { issueId } = await desk().take(take({ attachments: { uploadId, photos: ['photo-1'] } }));
    expect(operations(system)).toBeLessThanOrEqual(8);
    await turn(system);
    expect((await system.as('duty').notices.list({})).items).toMatchObject([{ kind: 'ISSUE_NEW', issueId }]);
  });

  it.each([
    ['number', { number: '第一件' }, 'ticket.number'], ['a day to come', { receivedOn: '2026-11-26' }, 'ticket.receivedOn'], ['no day', { receivedOn: '2026-02-30' }, 'ticket.receivedOn'],
    ['a limit before the call', { answerOn: '2026-11-24' }, 'ticket.answerOn'], ['a phone nobody has', { phone: '12' }, 'ticket.phone'],
  ] as const)('with a bad %s is refused by its field', async (_, more, path) => {
    await expect(desk().take(take({ ticket: oneTicket(more) }))).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path }] } });
    expect(await all()).toEqual([]);
  });

  it('is of the desk’s own town', async () => {
    await expect(desk().take(take({ town: OTHER_TOWN }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const who of ['duty', 'head', 'county', 'clerk', 'villager'] as const) await expect(system.as(who).tickets.take(take())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a ticket about what was reported already (EVT-15)', () => {
  it('is found, put to it, and counted once', async () => {
    const issueId = await filed(system, 'villager', { text: '三组水井旁的水沟堵了三天，没人清。' });
    const seen = await checked(system, TICKET_ROW);
    expect(seen.rows[0]?.alike).toMatchObject([{ issueId, place: '堰坪村一组一格' }]);
    expect(await loaded(system, seen, [{ number: 'AK20261124007', issueId }])).toEqual({ filed: 0, linked: 1, moved: 0, known: 0 });
    expect(await only()).toMatchObject({ _id: issueId, reporterId: people.villager, tickets: [{ number: 'AK20261124007', linked: true }], answerBy: atTime('2026-11-27', '17:30') });
    expect((await system.store.find('tickets', { where: { town: TOWN }, limit: 10 })).items[0]).not.toHaveProperty('phoneSealed');
    await turn(system);
    const overview = await system.as('town').issues.overview({});
    expect(overview.now.responded).toMatchObject({ denominator: 1 });
    expect((await checked(system, TICKET_ROW)).rows[0]).toMatchObject({ known: { issueId } });
  });

  it('from the form: the owner hears, the reporter reads nothing of the call', async () => {
    const issueId = await filed(system, 'villager', { text: DITCH, visibility: 'HANDLERS' });
    const input = { requestId: tap(), issueId, ticket: oneTicket() };
    expect(await desk().similar({ town: TOWN, place: { kind: 'VILLAGE', village: VILLAGE }, text: '水沟堵了三天' })).toMatchObject({ items: [{ issueId }] });
    const first = await desk().link(input);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await desk().link(input)).toEqual(first);
    expect((await system.as('head').notices.list({})).items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ISSUE_TICKET']));
    expect((await system.as('head').issues.get({ issueId })).tickets).toEqual([{ number: 'AK20261125009', answerBy: endOfDay('2026-11-28'), linked: true }]);
    expect((await system.as('villager').issues.get({ issueId })).tickets).toBeUndefined();
    expect(JSON.stringify(await system.as('villager').issues.get({ issueId }))).not.toContain('张先生');
  });

  it('is not put to a matter the desk must not know of, nor to another town’s', async () => {
    const hidden = await filed(system, 'villager', { sensitive: true, visibility: 'HANDLERS', text: '家里的事' });
    for (const issueId of [hidden, 'issue-never']) await expect(desk().link({ requestId: tap(), issueId, ticket: oneTicket() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk().similar({ town: TOWN, place: { kind: 'VILLAGE', village: VILLAGE }, text: '家里的事' })).items).toEqual([]);
    expect((await system.store.find('tickets', { where: { town: TOWN }, limit: 10 })).items).toEqual([]);
  });
});

describe('the answer', () => {
  it('is ready to be pasted once it is done, stands in the list and in the month’s table, and names nobody who called', async () => {
    await loaded(system, await checked(system, TICKET_ROW));
    const { _id } = await only();
    expect((await desk().list({ town: TOWN })).items).toMatchObject([{ number: 'AK20261124007', issue: { issueId: _id, open: true } }]);
    await system.as('duty').issues.accept(on(_id));
    await system.as('duty').issues.finish({ ...on(_id), text: '沟清通了。' });
    const answer = '工单编号：AK20261124007\n办理结果：沟清通了。\n办理人：马建业（村值班员）\n办结时间：2026-11-25 09:00';
    expect((await desk().list({ town: TOWN })).items).toMatchObject([{ answer, issue: { open: false } }]);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect((await system.as('town').issues.get({ issueId: _id })).tickets).toMatchObject([{ answer }]);
    expect((await system.as('town').notices.list({})).items).toMatchObject([{ kind: 'ISSUE_TICKET_ANSWER', issueId: _id }]);

    expect((await system.as('duty').issues.queue({ show: 'CLOSED' })).items).toMatchObject([{ issueId: _id, stage: 'DONE', fromHotline: true }]);

    const { csv, name } = await desk().answers({ town: TOWN, month: '2026-11' });
    expect(name).toBe(`${TOWN}-2026-11-12345答复.csv`);
    expect(csv.split('\r\n')[1]).toContain('AK20261124007,2026-11-24 16:20,2026-11-27 17:30,堰坪村,卫生环境');
    expect(csv).toContain('沟清通了。,马建业（村值班员）,2026-11-25 09:00,是');
    expect(csv).not.toMatch(/张先生|13900008888|水井/);
    expect(csv).toContain(',办结,');
    expect(csv).not.toContain('待评价');
    expect((await system.store.find('audit', { where: { target: `area:${TOWN}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 10 })).items).toMatchObject([{ action: 'tickets.answers', detail: { month: '2026-11' } }]);
    expect((await desk().answers({ town: TOWN, month: '2026-10' })).csv).not.toContain('AK2026');
    await expect(desk().answers({ town: TOWN, month: '2026-13' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('a limit that passes is late for whoever has it, and the county’s accept limit still escalates (EVT-05)', async () => {
    await desk().take(take({ place: { kind: 'GRID', grid: GRID }, ticket: oneTicket({ answerOn: '2026-11-26' }) }));
    system.pass(DAY_MS);
    await turn(system);
    const issue = await only();
    expect(issue).toMatchObject({ side: 'ESCALATED', dueAt: endOfDay('2026-11-26') });
    await system.as('groupHead').issues.accept(on(issue._id));
    system.moveTo(endOfDay('2026-11-26'));
    await turn(system);
    expect(await only()).toMatchObject({ overdueCount: 1 });
  });
});
