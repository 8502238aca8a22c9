/** 我的票: a page at a time, and one box wherever it stands in the list. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { rollRowId } from '@platform/ballot-box/roll-row';
import { people } from '../../fixtures/village';
import { harness, type System } from '../harness';
import { BOX, opened } from './kit';

let system: System;
afterEach(() => system.close());

it('is a page of twenty; whoever asks for one box has it, however many close after it, and nobody else’s', async () => {
  system = await harness();
  const box = await opened(system);
  const { items: [row] } = await system.store.find('boxRolls', { where: { voter: people.villager }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: 1 });
  if (row === undefined) throw new Error('王秀兰 is on the roll');
  for (let at = 0; at < 25; at += 1) {
    const id = `box-later-${at}`;
    const closesAt = box.closesAt + at * DAY_MS;
    await system.store.insert('boxes', { ...box, _id: id, closesAt });
    await system.store.insert('boxRolls', { ...row, _id: rollRowId(id, people.villager), box: id, closesAt: closesAt + 1 });
  }
  const { items, next } = await system.as('villager').voting.mine({});
  expect(items).toHaveLength(20);
  expect(items.map(({ boxId }) => boxId)).not.toContain(BOX);
  expect((await system.as('villager').voting.mine({ after: next })).items).toHaveLength(6);
  expect((await system.as('villager').voting.mine({ boxId: BOX })).items.map(({ boxId }) => boxId)).toEqual([BOX]);
  expect((await system.as('vacantVillager').voting.mine({ boxId: 'box-later-3' })).items).toEqual([]);
});
