import { HOUR_MS } from '@/domain/basics/civil-time';
import { notice, toAccount, toPerson, toPost } from '@platform/notices';
import { GRID, people, WEDNESDAY_9 } from '../../fixtures/village';
import { harness, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

async function tell(to: string, cause: string, at = WEDNESDAY_9): Promise<void> {
  await system.store.insert('notices', notice({ to, kind: 'ISSUE_ACCEPTED', at, cause, data: { number: '1125-0001' } }));
}

describe('the inbox', () => {
  it("holds one's own notices, one's account's and one's posts', newest first, and nobody else's", async () => {
    await tell(toPerson(people.head), 'own', WEDNESDAY_9 - 3);
    await tell(toPost(GRID), 'post', WEDNESDAY_9 - 2);
    await tell(toAccount(`demo:${people.head}`), 'account', WEDNESDAY_9 - 1);
    await tell(toPerson(people.villager), 'other');
    const { items } = await system.as('head').notices.list({});
    expect(items.map(({ at }) => at - WEDNESDAY_9)).toEqual([-1, -2, -3]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['at', 'data', 'kind', 'noticeId', 'unread']);
    expect(system.lastLine()).toMatchObject({ reads: 4, writes: 0 });
  });

  it('goes on where the page before ended', async () => {
    for (let n = 0; n < 45; n += 1) await tell(toPerson(people.villager), `n${n}`, WEDNESDAY_9 - n);
    const first = await system.as('villager').notices.list({});
    const second = await system.as('villager').notices.list({ after: first.next });
    const third = await system.as('villager').notices.list({ after: second.next });
    const all = [first, second, third].flatMap(({ items }) => items.map(({ noticeId }) => noticeId));
    expect(new Set(all).size).toBe(45);
    expect(third.next).toBeUndefined();
  });

  it('counts what came since it was looked at; the mark never goes back and never ahead of the time', async () => {
    await tell(toPerson(people.villager), 'old', WEDNESDAY_9 - 1000);
    await tell(toPerson(people.villager), 'new', WEDNESDAY_9 - 10);
    const phone = system.as('villager').notices;
    expect(await phone.unread()).toEqual({ count: 2 });
    expect(await phone.seen({ upTo: WEDNESDAY_9 - 500 })).toEqual({ seenAt: WEDNESDAY_9 - 500 });
    expect(await phone.unread()).toEqual({ count: 1 });
    expect((await phone.list({})).items.map(({ unread }) => unread)).toEqual([true, false]);
    expect(await phone.seen({ upTo: WEDNESDAY_9 + HOUR_MS })).toEqual({ seenAt: WEDNESDAY_9 });
    expect(await phone.seen({ upTo: 5 })).toEqual({ seenAt: WEDNESDAY_9 });
    expect(await phone.unread()).toEqual({ count: 0 });
  });

  it('works for a visitor, whose account is made by looking', async () => {
    await tell(toAccount('demo:stranger'), 'hello');
    const phone = system.phone('demo:stranger').notices;
    expect(await phone.unread()).toEqual({ count: 1 });
    await phone.seen({ upTo: system.now() });
    expect(await phone.unread()).toEqual({ count: 0 });
    expect(await system.store.get('accounts', 'demo:stranger')).toEqual({ _id: 'demo:stranger', bindings: [], inboxSeenAt: system.now() });
  });

  it('has one notice for a cause, however often it is written', () => {
    const content = { to: toPerson(people.head), kind: 'DUE_SOON', at: 1, cause: 'ACCEPT@5', issueId: 'issue-1' };
    expect(notice({ ...content, at: 2 })._id).toBe(notice(content)._id);
    expect(notice({ ...content, cause: 'ACCEPT@6' })._id).not.toBe(notice(content)._id);
  });
});
