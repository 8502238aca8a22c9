import { implementing } from '@platform/implement';
import { noticesContract } from '@/contract/notices';
import { StoreConflict, StoreUnavailable } from '@platform/store';
import { people } from '../../fixtures/village';
import { harness, type System } from '../harness';

const notices = implementing(noticesContract);
let fail: unknown;
let seenBy: string | undefined;
let gate: Promise<void> | undefined;

const router = notices.router({
  list: notices.list.handler(async ({ context, input }) => {
    context.permit('notices.list', { account: context.caller.account });
    await context.store.find('notices', { where: { to: 'person:nobody' }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 1, ...(input.after === undefined ? {} : { after: input.after }) });
    return { items: [], seenAt: context.now };
  }),
  unread: notices.unread.handler(async ({ context }) => {
    if (fail !== undefined) throw fail as Error;
    await gate;
    seenBy = context.caller.person?.id;
    return { count: context.caller.person?.posts.length ?? -1 };
  }),
  seen: notices.seen.handler(async ({ context, input }) => {
    context.permit('notices.seen', { account: context.caller.account });
    await gate;
    return { seenAt: context.caller.person?.id === people.head ? 1 : input.upTo };
  }),
});

let system: System;
beforeAll(async () => {
  system = await harness({ routers: { notices: router } });
});
afterAll(() => system.close());
beforeEach(() => {
  fail = undefined;
  gate = undefined;
});

describe('who calls', () => {
  it('is taken from the platform and never from the event', async () => {
    const event = { procedure: 'seen', input: { upTo: 7, personId: people.head }, openid: 'demo:' + people.head, caller: { account: 'demo:' + people.head }, userInfo: { openId: people.head } };
    expect(await system.call('demo:stranger', 'notices', event)).toEqual({ ok: true, data: { seenAt: 7 } });
  });

  it('costs two reads, the account and its person, and one for a visitor', async () => {
    await system.as('head').notices.seen({ upTo: 5 });
    expect(system.lastLine()).toMatchObject({ action: 'notices.seen', outcome: 'OK', reads: 2, writes: 0 });
    await system.phone('demo:stranger').notices.seen({ upTo: 5 });
    expect(system.lastLine()).toMatchObject({ reads: 1, writes: 0 });
  });

  it('must be somebody', async () => {
    expect(await system.call(undefined, 'notices', { procedure: 'seen', input: { upTo: 5 } })).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  });

  it('stays apart in calls that run at the same time', async () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => { open = resolve; });
    const both = Promise.all([system.as('head').notices.seen({ upTo: 2 }), system.as('villager').notices.seen({ upTo: 3 })]);
    open();
    expect(await both).toEqual([{ seenAt: 1 }, { seenAt: 3 }]);
  });
});

describe('what a use case forgot', () => {
  it('fails a call that answers without having asked for its permit', async () => {
    const reply = await system.call('demo:stranger', 'notices', { procedure: 'unread' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(system.lastLine()).toMatchObject({ outcome: 'INTERNAL', message: 'broken invariant: a use case asks for its permit before it answers' });
    expect(seenBy).toBeUndefined();
  });
});

describe('a thrown value', () => {
  it.each([
    ['a conflict of the store', new StoreConflict('again'), 'CHANGED_MEANWHILE'],
    ['a store that does not answer', new StoreUnavailable('full'), 'UNAVAILABLE'],
    ['what nobody expected', new Error('王秀兰 610921195804120018'), 'INTERNAL'],
    ['what is no error', '王秀兰', 'INTERNAL'],
  ])('%s becomes a code', async (_case, thrown, code) => {
    fail = thrown;
    expect(await system.call('demo:stranger', 'notices', { procedure: 'unread' })).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(system.lastLine())).not.toContain('王秀兰');
  });

  it('gives a number to quote for what nobody expected, the same in the reply and in the log', async () => {
    fail = new Error('secret');
    const reply = await system.call('demo:stranger', 'notices', { procedure: 'unread' });
    expect(reply.ok || reply.error.ref).toMatch(/^[0-9a-f]{8}$/);
    expect(system.lastLine().ref).toBe(reply.ok || reply.error.ref);
    expect(JSON.stringify(reply)).not.toContain('secret');
  });
});

describe('input', () => {
  it('that does not fit names its field and what is wrong with it', async () => {
    expect(await system.call('demo:stranger', 'notices', { procedure: 'seen', input: { upTo: 'soon' } })).toEqual({
      ok: false,
      error: { code: 'INVALID_INPUT', data: { fields: [{ path: 'upTo', problem: 'TYPE' }] } },
    });
    expect(await system.call('demo:stranger', 'notices', { procedure: 'seen', input: {} })).toMatchObject({ error: { data: { fields: [{ path: 'upTo', problem: 'REQUIRED' }] } } });
    expect(await system.call('demo:stranger', 'notices', { procedure: 'seen', input: { upTo: -1 } })).toMatchObject({ error: { data: { fields: [{ path: 'upTo', problem: 'TOO_SMALL', limit: 0 }] } } });
  });

  it('with a cursor of nobody is refused as input', async () => {
    expect(await system.call('demo:stranger', 'notices', { procedure: 'list', input: { after: 'forged' } })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it.each([['nothing', null], ['a text', 'seen'], ['a list', ['seen']], ['no procedure', {}], ['an object as procedure', { procedure: { toString: 'seen' } }],
    ['an unknown one', { procedure: 'drop' }], ['__proto__', { procedure: '__proto__' }], ['constructor', { procedure: 'constructor' }],
    ['a nested one', { procedure: 'seen.~orpc' }], ['a path', { procedure: ['seen'] }]])('%s is not found', async (_case, event) => {
    expect(await system.call('demo:stranger', 'notices', event)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(system.lastLine()).toMatchObject({ action: 'notices.?', outcome: 'NOT_FOUND' });
  });
});
