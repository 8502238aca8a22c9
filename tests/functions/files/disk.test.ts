/** What only the tickets of the local machine can do: they know the size they were given for. The cloud's do not. */
import { HOUR_MS } from '@/domain/basics/civil-time';
import { harness, tap, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

it('a ticket takes as many bytes as were announced, and cannot be made to take more', async () => {
  const { ticket } = await system.as('villager').files.begin({ uploadId: tap(), fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: 1000 });
  expect(await system.send(ticket, Buffer.alloc(999))).toBe(false);
  expect(await system.send(ticket, Buffer.alloc(1001))).toBe(false);
  expect(await system.send({ ...ticket, url: ticket.url.replace('b=1000', 'b=2000') }, Buffer.alloc(2000))).toBe(false);
  expect(await system.send({ ...ticket, url: ticket.url.replace(/e=\d+/, `e=${system.now() + 48 * HOUR_MS}`) }, Buffer.alloc(1000))).toBe(false);
  expect(await system.send(ticket, Buffer.alloc(1000))).toBe(true);
});
