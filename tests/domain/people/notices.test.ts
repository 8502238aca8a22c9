/** Where a notice about a binding, an application or a request leads: to a page that is there, where it is answered or ended. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PEOPLE_NOTICE_KINDS, PEOPLE_NOTICES, peoplePageOf } from '@/domain/wording/people-notices';

const SRC = resolve(__dirname, '../../../src');

it.each(PEOPLE_NOTICE_KINDS.flatMap((kind) => { const page = peoplePageOf(kind); return page === undefined ? [] : [[kind, page] as const]; }))('%s leads to %s', (kind, page) => {
  expect(existsSync(`${SRC}${page}.tsx`)).toBe(true);
  // A villager's never leads to a desk, a desk's always.
  expect(page.startsWith('/packages/desk/')).toBe(PEOPLE_NOTICES[kind].desk);
});

it.each([['FAMILY_BOUND', '/packages/people/data/index'], ['CLAIM', '/packages/people/family/index'], ['APPLICATION_ACCEPTED', '/packages/people/bind/index']])('%s asks for something, and says where', (kind, page) => {
  expect(peoplePageOf(kind)).toBe(page);
});

it.each(['FAMILY_UNBOUND', 'toString', 'ISSUE_NEW'])('%s leads nowhere', (kind) => expect(peoplePageOf(kind)).toBeUndefined());
