/** What the demo's village talks over: matters in every stage, all of them brought there by the functions themselves. */
import { ensureDemoCounty } from '../../../local/demo/county';
import { VILLAGE } from '../../../local/demo/personas';
import { harness, type System } from '../harness';

let system: System;
beforeAll(async () => {
  system = await harness({ fixture: (fixture) => ({ ...fixture, accounts: [], people: [], households: [], villages: [], offices: [] }) });
  await ensureDemoCounty(system.platform, 'village', 4);
}, 240_000);
afterAll(() => system.close());

it('has a matter in every stage, one with an open ballot, one in its four steps, one delivered', async () => {
  const found = await Promise.all([true, false].map((open) => system.store.find('consultations', { where: { village: VILLAGE, open }, orderBy: [{ field: 'changedAt', direction: 'desc' }], limit: 100 })));
  const matters = found.flatMap(({ items }) => items).filter(({ source }) => source === 'VILLAGER');
  expect(new Set(matters.map(({ stage }) => stage))).toEqual(new Set(['RAISED', 'REVIEWING', 'DOING', 'DONE', 'CLOSED']));
  const boxIds = matters.flatMap(({ entries }) => entries.flatMap(({ ballot }) => ballot?.boxId ?? []));
  const boxes = await Promise.all(boxIds.map((id) => system.store.get('boxes', id)));
  expect(boxes.map((box) => box?.state)).toEqual(['OPEN']);
  expect(matters.flatMap(({ entries }) => entries.flatMap(({ held }) => held?.step ?? []))).toEqual(['PROPOSE', 'DISCUSS']);
  const talks = await system.store.find('talks', { where: { village: VILLAGE }, orderBy: [{ field: 'heldAt', direction: 'desc' }], limit: 10 });
  expect(talks.items.map(({ attendance, questions }) => [attendance, questions.length])).toEqual([[undefined, 0], [26, 1]]);
});
