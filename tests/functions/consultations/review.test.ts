/** People look at what villagers and cadres say in the talk and the content check gave no answer to (WX-09, CON-02, CON-12). */
import { DAY_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { accountOf, OTHER_VILLAGE, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { operations, uploaded } from '../issues/kit';
import { consulted, decided, LAMPS, matterOf, on, raised, reviewing, turn, village } from './kit';

let system: System;
beforeEach(async () => {
  system = await village();
});
afterEach(() => system.close());

const silent = () => system.wechat.set({ check: 'UNKNOWN' });
const listed = async (who: 'duty' | 'secondDuty' = 'duty') => (await system.as(who).consultations.toReview({ area: VILLAGE })).items;
const listedAbove = async () => (await system.as('town').consultations.toReview({ area: TOWN })).items;
const decide = (consultationId: string, decision: 'SHOW' | 'KEEP', parts: readonly string[], who: Somebody = 'duty') =>
  system.as(who).consultations.review({ requestId: tap(), consultationId, decision, parts: [...parts] });
const told = async (to: string, kind: string) => (await system.store.find('notices', { where: { to }, limit: 50 })).items.filter((one) => one.kind === kind);
const heard = async (id: string, who: Somebody = 'head') => (await matterOf(system, id, who)).entries.flatMap(({ text }) => text ?? []);

/** Half an hour in which nobody answers. */
async function unanswered(): Promise<void> {
  for (let nth = 0; nth < 4; nth += 1) {
    system.pass(16 * MINUTE_MS);
    await turn(system);
  }
}

/** What 周桂芳 says of a matter that is talked over, and nobody checks. */
async function said(text = '先装桥头那两盏'): Promise<{ readonly id: string; readonly part: string }> {
  const id = await reviewing(system);
  silent();
  await system.as('deputy').consultations.say({ ...on(id), text });
  const entries = (await system.store.get('consultations', id))?.entries ?? [];
  return { id, part: `STEP:${entries.length - 1}` };
}

describe('the desk\'s list', () => {
  it('has nothing before the check had its half hour, then the words, as the village would read them', async () => {
    const { id, part } = await said();
    system.pass(10 * MINUTE_MS);
    await turn(system);
    expect(await listed()).toEqual([]);
    await unanswered();
    const items = await listed();
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(items).toMatchObject([{ consultationId: id, parts: [{ part, kind: 'STEP', by: '一位村民', text: '先装桥头那两盏', own: false }] }]);
    expect(JSON.stringify(items)).not.toContain('周桂芳');
    expect(await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED')).toMatchObject([{ consultationId: id }]);
    expect(await heard(id)).not.toContain('先装桥头那两盏');
  });

  it('has what was said first although something is said every quarter of an hour', async () => {
    const { id } = await said();
    for (let nth = 0; nth < 3; nth += 1) {
      system.pass(15 * MINUTE_MS);
      await system.as(nth === 0 ? 'deputy' : nth === 1 ? 'vacantVillager' : 'groupHead').consultations.say({ ...on(id), text: `再说一句 ${nth}` });
      await turn(system);
    }
    await turn(system);
    expect((await listed())[0]?.parts.map(({ text }) => text)).toContain('先装桥头那两盏');
  });

  it('has raised words and pictures that have no answer, never those that were refused', async () => {
    silent();
    const uploadId = await uploaded(system, 'villager', { 'photo-1': { check: 'PENDING' }, 'photo-2': { check: 'REFUSED' } });
    const { consultationId: id } = await system.as('villager').consultations.raise({ requestId: tap(), text: LAMPS, audience: 'VILLAGE', attachments: { uploadId, photos: ['photo-1', 'photo-2'] } });
    await unanswered();
    expect(await listed()).toMatchObject([{ consultationId: id, parts: [{ part: 'REPORT', by: '一位村民', text: LAMPS }, { part: 'FILE:photo-1', file: { kind: 'IMAGE' } }] }]);
    expect((await listed())[0]?.parts).toHaveLength(2);
  });

  it('has nothing of what was told to the cadres only', async () => {
    silent();
    await raised(system, 'villager', 'CADRES');
    await unanswered();
    expect(await listed()).toEqual([]);
  });

  it('loses what the check answers after all, and a refusal is for good', async () => {
    const { id, part } = await said();
    await unanswered();
    system.wechat.set({ check: 'REFUSED' });
    system.pass(60 * MINUTE_MS);
    await turn(system);
    expect(await listed()).toEqual([]);
    await expect(decide(id, 'SHOW', [part])).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    system.wechat.set({ check: 'UNKNOWN' });
    await system.as('vacantVillager').consultations.say({ ...on(id), text: '我也说一句' });
    system.wechat.set({ check: 'PASSED' });
    system.pass(60 * MINUTE_MS);
    await turn(system);
    expect(await heard(id)).toContain('我也说一句');
    expect(await heard(id)).not.toContain('先装桥头那两盏');
  });

  it('is told of it once: what was sent is not sent again, and what was read stays read (WX-07)', async () => {
    await said();
    await unanswered();
    const first = await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED');
    expect(first.map(({ delivery }) => delivery)).not.toContain('PENDING');
    await system.as('duty').notices.seen({ upTo: system.now() });
    await unanswered();
    system.pass(DAY_MS / 2);
    await turn(system);
    expect(await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED')).toEqual(first);
    expect(first).toHaveLength(1);
    expect((await system.as('duty').notices.list({})).items.filter(({ kind, unread }) => unread && kind === 'CONSULT_UNCHECKED')).toEqual([]);
  });

  it('still has it days later, when nobody asks the check any more', async () => {
    await said();
    await unanswered();
    for (let day = 0; day < 3; day += 1) {
      system.pass(DAY_MS);
      await turn(system);
    }
    expect(await listed()).toHaveLength(1);
  });

  it('loses what was taken back', async () => {
    silent();
    const id = await raised(system);
    await unanswered();
    await system.as('villager').consultations.withdraw({ requestId: tap(), consultationId: id });
    expect(await listed()).toEqual([]);
    await expect(decide(id, 'SHOW', ['REPORT'])).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('is not asked about words and pictures of what was taken back, and neither is the check', async () => {
    silent();
    const uploadId = await uploaded(system, 'villager', { 'photo-1': { check: 'PENDING' } });
    const { consultationId: id } = await system.as('villager').consultations.raise({ requestId: tap(), text: LAMPS, audience: 'VILLAGE', attachments: { uploadId, photos: ['photo-1'] } });
    await system.as('villager').consultations.withdraw({ requestId: tap(), consultationId: id });
    const check = jest.spyOn(system.wechat, 'checkText');
    await unanswered();
    expect(check).not.toHaveBeenCalled();
    expect(await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED')).toEqual([]);
    expect(await system.store.get('consultations', id)).not.toHaveProperty('review');
  });

  it('is not asked about what was taken back while the check was asked', async () => {
    silent();
    const id = await raised(system);
    system.pass(60 * MINUTE_MS);
    const check = jest.spyOn(system.wechat, 'checkText').mockImplementation(async () => {
      await system.as('villager').consultations.withdraw({ requestId: tap(), consultationId: id });
      return 'UNKNOWN';
    });
    await turn(system);
    expect(check).toHaveBeenCalledTimes(1);
    expect(await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED')).toEqual([]);
    await unanswered();
    expect(check).toHaveBeenCalledTimes(1);
    expect(await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED')).toEqual([]);
    expect((await system.store.get('consultations', id))?.timers.PUBLISH).toBeUndefined();
  });
});

describe('what the desk decides', () => {
  it('shows the village an opinion, once, with a row in the audit', async () => {
    const { id, part } = await said();
    await unanswered();
    const decision = { requestId: tap(), consultationId: id, decision: 'SHOW' as const, parts: [part] };
    await system.as('duty').consultations.review(decision);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await system.as('duty').consultations.review(decision)).toEqual({ done: true });
    await expect(system.as('duty').consultations.review({ ...decision, decision: 'KEEP' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect(await heard(id)).toContain('先装桥头那两盏');
    expect(await listed()).toEqual([]);
    const rows = await system.store.find('audit', { where: { target: `consultation:${id}` }, limit: 50 });
    expect(rows.items.filter(({ action }) => action === 'consultations.review')).toMatchObject([{ person: people.duty, detail: { decision: 'SHOW', parts: part } }]);
  });

  it('leaves a photo that came since to the check, which answers for it later (WX-09)', async () => {
    const id = await reviewing(system);
    await consulted(system, id);
    await decided(system, id);
    const worked = async (photo: string) => {
      const uploadId = await uploaded(system, 'duty', { [photo]: { check: 'PENDING' } });
      await system.as('duty').consultations.progress({ ...on(id), attachments: { uploadId, photos: [photo] } });
      return `${accountOf('duty')}:${uploadId}`;
    };
    await worked('photo-1');
    await unanswered();
    const upload = await worked('photo-2');
    await decide(id, 'SHOW', ['FILE:photo-1'], 'secondDuty');
    const shown = async () => (await matterOf(system, id, 'head')).entries.flatMap(({ photos }) => photos.map((photo) => photo.id));
    expect([await shown(), await listed()]).toEqual([['photo-1'], []]);
    await system.store.update('uploads', upload, { set: { 'files.photo-2.check': 'PASSED' } });
    system.pass(DAY_MS / 2);
    await turn(system);
    expect(await shown()).toEqual(['photo-1', 'photo-2']);
    expect((await system.store.get('consultations', id))?.timers.PUBLISH).toBeUndefined();
  });

  it('keeps an opinion from the village for good; who said it and the cadres go on reading it', async () => {
    const { id, part } = await said();
    await unanswered();
    await decide(id, 'KEEP', [part]);
    system.wechat.set({ check: 'PASSED' });
    await system.as('vacantVillager').consultations.say({ ...on(id), text: '我也说一句' });
    system.pass(DAY_MS);
    await turn(system);
    expect(await heard(id, 'vacantVillager')).not.toContain('先装桥头那两盏');
    expect(await heard(id, 'deputy')).toContain('先装桥头那两盏');
    expect(await heard(id, 'duty')).toContain('先装桥头那两盏');
    // Those who go on reading it are told that the village does not; to a neighbour there is nothing to tell.
    const kept = async (who: Somebody) => (await matterOf(system, id, who)).entries.filter((entry) => entry.kept).map(({ text }) => text);
    expect([await kept('deputy'), await kept('duty'), await kept('vacantVillager')]).toEqual([['先装桥头那两盏'], ['先装桥头那两盏'], []]);
  });

  it('shows raised words, and the village sees that there is this matter', async () => {
    silent();
    const id = await raised(system);
    await unanswered();
    await decide(id, 'SHOW', ['REPORT']);
    expect(await matterOf(system, id, 'vacantVillager')).toMatchObject({ text: LAMPS });
    expect((await system.as('vacantVillager').consultations.list({ open: true })).items.map(({ consultationId }) => consultationId)).toEqual([id]);
  });

  it('keeps raised words to the cadres, tells who raised them, and no later answer of the check brings them out', async () => {
    silent();
    const id = await raised(system);
    await unanswered();
    await decide(id, 'KEEP', ['REPORT']);
    expect(operations(system)).toBeLessThanOrEqual(8);
    system.wechat.set({ check: 'PASSED' });
    system.pass(DAY_MS);
    await turn(system);
    await expect(matterOf(system, id, 'vacantVillager')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await matterOf(system, id, 'villager')).toMatchObject({ text: LAMPS });
    expect(await told(`person:${people.villager}`, 'CONSULT_NOT_PUBLISHED')).toHaveLength(1);
  });

  it('of two officers at once, one decides and the other learns of it', async () => {
    const { id, part } = await said();
    await unanswered();
    const outcomes = await Promise.allSettled([decide(id, 'SHOW', [part]), decide(id, 'KEEP', [part], 'secondDuty')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CHANGED_MEANWHILE' } });
  });
});

describe('whose it is to decide', () => {
  /** The officer's own words of a matter wait. */
  async function ownWords(): Promise<{ readonly id: string; readonly part: string }> {
    const id = await raised(system);
    silent();
    await system.as('duty').consultations.answer({ ...on(id), line: 'CONSULT', text: '拿出来大家商量' });
    await unanswered();
    const entries = (await system.store.get('consultations', id))?.entries ?? [];
    return { id, part: `STEP:${entries.findIndex(({ kind }) => kind === 'ANSWERED')}` };
  }

  async function onlyOfficer(): Promise<void> {
    const at = await system.store.get('villages', VILLAGE);
    await system.store.update('villages', VILLAGE, { set: { desk: at?.desk.filter(({ personId }) => personId === people.duty) ?? [] } });
  }

  it('is a colleague\'s, of what an officer wrote (ORG-08)', async () => {
    const { id, part } = await ownWords();
    expect((await listed())[0]?.parts).toMatchObject([{ part, by: '马建业', own: true }]);
    expect((await listed('secondDuty'))[0]?.parts).toMatchObject([{ part, own: false }]);
    expect(await listedAbove()).toEqual([]);
    await expect(decide(id, 'SHOW', [part])).rejects.toMatchObject({ code: 'OWN_WORK' });
    await decide(id, 'SHOW', [part], 'secondDuty');
    expect(await heard(id, 'vacantVillager')).toContain('拿出来大家商量');
  });

  it('is the town\'s, of what the village\'s only officer wrote, and it is told', async () => {
    await onlyOfficer();
    const { id, part } = await ownWords();
    expect(await listed()).toEqual([]);
    const above = await listedAbove();
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(above).toMatchObject([{ consultationId: id, parts: [{ part, by: '马建业', own: false }] }]);
    expect(await told(`post:${TOWN}`, 'CONSULT_UNCHECKED')).toHaveLength(1);
    expect(await told(`post:${VILLAGE}`, 'CONSULT_UNCHECKED')).toEqual([]);
    await expect(decide(id, 'KEEP', [part])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await decide(id, 'SHOW', [part], 'town');
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await heard(id, 'vacantVillager')).toContain('拿出来大家商量');
  });

  it('is the town\'s, of what the supervision committee says of the village (CON-12)', async () => {
    const id = await reviewing(system);
    silent();
    await system.as('supervisor').consultations.supervise({ ...on(id), text: '没有开会就定了' });
    await unanswered();
    expect(await listed()).toEqual([]);
    const [item] = await listedAbove();
    expect(item?.parts.map(({ by, text }) => [by, text])).toEqual([['郑来福', '没有开会就定了']]);
    const parts = item?.parts.map(({ part }) => part) ?? [];
    await expect(decide(id, 'KEEP', parts)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await decide(id, 'SHOW', parts, 'town');
    expect(await heard(id, 'vacantVillager')).toContain('没有开会就定了');
  });

  it.each(['villager', 'deputy', 'head', 'partyMember', 'supervisor', 'town', 'county', 'clerk', 'otherHead'] as const)('is not for %s, of what the village\'s desk has', async (who) => {
    const { id, part } = await said();
    await unanswered();
    await expect(decide(id, 'SHOW', [part], who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    if (who === 'town') expect((await system.as(who).consultations.toReview({ area: VILLAGE })).items).toEqual([]);
    else await expect(system.as(who).consultations.toReview({ area: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('duty').consultations.toReview({ area: OTHER_VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
