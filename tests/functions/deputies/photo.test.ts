/** A deputy's picture in the directory: set, checked, replaced, taken away (DEP-03, WX-08, WX-09). */
import { DAY_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { jpeg } from '../../fixtures/media';
import { accountOf, TOWN, type Somebody } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { uploaded } from '../issues/kit';
import { clock, cost, entered, kindsTold, office, type Entered } from './kit';

let system: System;
let directory: Entered;
beforeEach(async () => {
  system = await office();
  directory = await entered(system);
});
afterEach(() => system.close());

type Check = 'PENDING' | 'PASSED' | 'REFUSED';
const brought = (fileId: string, check: Check = 'PASSED', who: Somebody = 'supervisor') => uploaded(system, who, { [fileId]: { purpose: 'DEPUTY_PHOTO', check } });
const setPhoto = (photo?: { readonly uploadId: string; readonly fileId: string }, requestId = tap(), who: Somebody = 'supervisor') =>
  system.as(who).deputies.setPhoto({ requestId, town: TOWN, mandate: directory.mandate, ...(photo === undefined ? {} : { photo: { ...photo, consent: true } }) });
const seenBy = async (who?: Somebody) => {
  const phone = who === undefined ? system.phone('wx:visitor') : system.as(who);
  const [card] = (await phone.deputies.directory({ town: TOWN })).deputies;
  const page = await phone.deputies.deputy({ town: TOWN, mandate: directory.mandate });
  expect(page.deputy.photoWaits).toBe(card?.photoWaits);
  return { inDirectory: card?.photo !== undefined, onPage: page.deputy.photo !== undefined, waits: card?.photoWaits };
};
const verdict = (uploadId: string, fileId: string, check: Check) => system.store.update('uploads', `${accountOf('supervisor')}:${uploadId}`, { set: { [`files.${fileId}.check`]: check } });
const left = (uploadId: string) => system.store.get('uploads', `${accountOf('supervisor')}:${uploadId}`);

const SHOWN = { inDirectory: true, onPage: true, waits: false };
const NONE = { inDirectory: false, onPage: false, waits: false };

describe('a deputy’s picture', () => {
  it('goes the way of every file and is then in the directory and on the page, for a visitor too', async () => {
    const picture = jpeg();
    const uploadId = tap();
    const phone = system.as('supervisor');
    const { fileId, ticket } = await phone.files.begin({ uploadId, fileNo: 0, purpose: 'DEPUTY_PHOTO', bytes: picture.length });
    await system.send(ticket, picture);
    await phone.files.finish({ uploadId, fileId });
    await setPhoto({ uploadId, fileId });
    expect(cost(system)).toBeLessThanOrEqual(8);
    expect(await seenBy()).toEqual(SHOWN);
    const [card] = (await system.phone('wx:visitor').deputies.directory({ town: TOWN })).deputies;
    expect(await system.open(card?.photo)).toBeDefined();
  });

  it('is small: a phone that sends a large one is told how large it may be', async () => {
    const begin = (bytes: number, fileNo = 0, uploadId = tap()) => system.as('supervisor').files.begin({ uploadId, fileNo, purpose: 'DEPUTY_PHOTO', bytes });
    await begin(200_000);
    await expect(begin(200_001)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', data: { maxBytes: 200_000 } });
    const uploadId = tap();
    await begin(1000, 0, uploadId);
    await expect(begin(1000, 1, uploadId)).rejects.toMatchObject({ code: 'TOO_MANY_FILES', data: { max: 1 } });
  });

  it('is hidden from everybody but the office until its check lets it pass (WX-09)', async () => {
    const uploadId = await brought('face-1', 'PENDING');
    await setPhoto({ uploadId, fileId: 'face-1' });
    expect(await seenBy()).toEqual(NONE);
    expect(await seenBy('auditor')).toEqual(NONE);
    expect(await seenBy('supervisor')).toEqual({ inDirectory: true, onPage: true, waits: true });
    await clock(system);
    expect(await seenBy()).toEqual(NONE);
    await verdict(uploadId, 'face-1', 'PASSED');
    system.pass(5 * MINUTE_MS);
    await clock(system);
    expect(await seenBy()).toEqual(SHOWN);
    expect((await system.store.get('congresses', TOWN))?.lookAt).toBeUndefined();
  });

  it.each([['refused by the check', 'REFUSED', 5 * MINUTE_MS], ['not answered for in a day', 'PENDING', DAY_MS]] as const)('%s goes again, with its file, and the presidium is told', async (_why, check, after) => {
    const uploadId = await brought('face-1', 'PENDING');
    await setPhoto({ uploadId, fileId: 'face-1' });
    await clock(system);
    await verdict(uploadId, 'face-1', check);
    system.pass(after);
    await clock(system);
    expect(await seenBy('supervisor')).toEqual(NONE);
    expect(await left(uploadId)).toBeUndefined();
    expect(await kindsTold(system, 'supervisor')).toContain('PORTRAIT_REFUSED');
  });

  it('that the check refused already is not taken at all', async () => {
    const uploadId = await brought('face-1', 'REFUSED');
    await expect(setPhoto({ uploadId, fileId: 'face-1' })).rejects.toMatchObject({ code: 'PHOTO_REFUSED' });
    expect(await seenBy('supervisor')).toEqual(NONE);
  });

  it('is replaced, and taken away; what stood there before goes with its file', async () => {
    const [first, second] = [await brought('face-1'), await brought('face-2')];
    await setPhoto({ uploadId: first, fileId: 'face-1' });
    await setPhoto({ uploadId: second, fileId: 'face-2' });
    expect(cost(system)).toBeLessThanOrEqual(8);
    await clock(system);
    expect(await left(first)).toBeUndefined();
    expect(await seenBy()).toEqual(SHOWN);
    const requestId = tap();
    await setPhoto(undefined, requestId);
    await setPhoto(undefined, requestId);
    await clock(system);
    expect(await left(second)).toBeUndefined();
    expect(await seenBy()).toEqual(NONE);
  });

  it('is set once however often the phone says it, and not twice with another content', async () => {
    const uploadId = await brought('face-1');
    const requestId = tap();
    await setPhoto({ uploadId, fileId: 'face-1' }, requestId);
    await setPhoto({ uploadId, fileId: 'face-1' }, requestId);
    await clock(system);
    expect(await left(uploadId)).toMatchObject({ claimedBy: `mandate:${directory.mandate}` });
    await expect(setPhoto(undefined, requestId)).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('goes with the mandate', async () => {
    const uploadId = await brought('face-1');
    await setPhoto({ uploadId, fileId: 'face-1' });
    await system.as('supervisor').deputies.setStanding({ requestId: tap(), town: TOWN, mandate: directory.mandate, standing: { kind: 'ENDED', last: '2026-11-20', why: 'RESIGNED' } });
    await clock(system);
    expect((await system.phone('wx:visitor').deputies.deputy({ town: TOWN, mandate: directory.mandate })).deputy.photo).toBeUndefined();
    expect(await left(uploadId)).toBeUndefined();
    await expect(setPhoto({ uploadId: await brought('face-2'), fileId: 'face-2' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('is nobody else’s to set, nor one’s own, nor any other upload', async () => {
    for (const who of ['villager', 'auditor', 'deputy', 'town', 'clerk'] as const) {
      await expect(setPhoto({ uploadId: await brought('face-1', 'PASSED', who), fileId: 'face-1' }, tap(), who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(setPhoto(undefined, tap(), who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const ofAnother = await brought('face-1', 'PASSED', 'auditor');
    await expect(setPhoto({ uploadId: ofAnother, fileId: 'face-1' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const ofAnIssue = await uploaded(system, 'supervisor', { 'pic-1': {} });
    await expect(setPhoto({ uploadId: ofAnIssue, fileId: 'pic-1' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(system.as('supervisor').deputies.setPhoto({ requestId: tap(), town: TOWN, mandate: 'mandate-none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of oneself is another’s to set, whatever office one holds', async () => {
    await system.close();
    system = await office({ deputyRoles: [{ role: 'PRESIDIUM', area: TOWN, from: '2024-03-01' }] });
    directory = await entered(system);
    await expect(setPhoto(undefined, tap(), 'deputy')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await setPhoto();
  });
});
