import { HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { AppError } from '@/services/app-error';
import { GPS_MARK, jpeg, mp3 } from '../../fixtures/media';
import { accountOf } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

type Purpose = 'ISSUE_PHOTO' | 'ISSUE_VOICE' | 'ROSTER';

function begin(uploadId: string, fileNo: number, bytes: number, purpose: Purpose = 'ISSUE_PHOTO') {
  return system.as('villager').files.begin({ uploadId, fileNo, purpose, bytes });
}

describe('a photo of a draft', () => {
  it('goes to quarantine with its ticket, is checked, stripped and kept', async () => {
    const uploadId = tap();
    const photo = jpeg({ orientation: 6 });
    const { fileId, ticket } = await begin(uploadId, 0, photo.length);
    expect(system.lastLine()).toMatchObject({ reads: 3, writes: 1 });
    expect(await system.send(ticket, photo)).toBe(true);
    expect(await system.files.read(fileId)).toBeUndefined();
    expect(await system.as('villager').files.finish({ uploadId, fileId })).toEqual({ fileId, kind: 'IMAGE', bytes: photo.length });
    expect(system.lastLine()).toMatchObject({ reads: 3, writes: 1 });

    const kept = await system.files.read(fileId);
    expect(Buffer.from(kept ?? []).includes(GPS_MARK)).toBe(false);
    expect(await system.store.get('uploads', `${accountOf('villager')}:${uploadId}`)).toMatchObject({
      sweepAt: system.now() + 24 * HOUR_MS,
      files: { [fileId]: { state: 'READY', type: 'image/jpeg', kind: 'IMAGE', check: 'PASSED' } },
    });
  });

  it('is the same file when a lost answer makes the phone say everything again', async () => {
    const uploadId = tap();
    const photo = jpeg();
    const first = await begin(uploadId, 0, photo.length);
    const again = await begin(uploadId, 0, photo.length);
    expect(again.fileId).toBe(first.fileId);
    await system.send(first.ticket, photo);
    const done = await system.as('villager').files.finish({ uploadId, fileId: first.fileId });
    expect((await begin(uploadId, 0, photo.length)).fileId).toBe(first.fileId);
    expect(await system.send(first.ticket, photo)).toBe(true);
    expect(await system.as('villager').files.finish({ uploadId, fileId: first.fileId })).toEqual(done);
  });

  it('cannot be changed behind the check', async () => {
    const uploadId = tap();
    const photo = jpeg();
    const { fileId, ticket } = await begin(uploadId, 0, photo.length);
    await system.send(ticket, photo);
    await system.as('villager').files.finish({ uploadId, fileId });
    const before = await system.files.read(fileId);
    await system.send(ticket, Buffer.alloc(photo.length, '<script>'));
    expect(await system.files.read(fileId)).toEqual(before);
  });

  it('survives a server killed between keeping it and noting it', async () => {
    const uploadId = tap();
    const photo = jpeg();
    const { fileId, ticket } = await begin(uploadId, 0, photo.length);
    await system.send(ticket, photo);
    await system.files.keep(fileId, photo, 'image/jpeg');
    expect(await system.as('villager').files.finish({ uploadId, fileId })).toMatchObject({ kind: 'IMAGE' });
  });

  it('with the same number but another size is refused', async () => {
    const uploadId = tap();
    await begin(uploadId, 0, 1000);
    await expect(begin(uploadId, 0, 1001)).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('can be taken back, and its place used again', async () => {
    const uploadId = tap();
    const { fileId } = await begin(uploadId, 0, 1000);
    expect(await system.as('villager').files.discard({ uploadId, fileId })).toEqual({ discarded: true });
    expect(await system.as('villager').files.discard({ uploadId, fileId })).toEqual({ discarded: false });
    await begin(uploadId, 0, 2000);
  });
});

describe('limits of the county', () => {
  it('holds photos to their number and size, a voice note to one', async () => {
    const uploadId = tap();
    for (let fileNo = 0; fileNo < 9; fileNo += 1) await begin(uploadId, fileNo, 1000);
    await expect(begin(uploadId, 9, 1000)).rejects.toMatchObject({ code: 'TOO_MANY_FILES', data: { max: 9 } });
    await begin(uploadId, 10, 1000, 'ISSUE_VOICE');
    await expect(begin(uploadId, 11, 1000, 'ISSUE_VOICE')).rejects.toMatchObject({ code: 'TOO_MANY_FILES', data: { max: 1 } });
    await expect(begin(tap(), 0, 5_000_001)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', data: { maxBytes: 5_000_000 } });
    await expect(begin(tap(), 0, 1_000_001, 'ISSUE_VOICE')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('refuses a voice note that goes on too long', async () => {
    const uploadId = tap();
    const note = mp3({ seconds: 70 });
    const { fileId, ticket } = await begin(uploadId, 0, note.length, 'ISSUE_VOICE');
    await system.send(ticket, note);
    await expect(system.as('villager').files.finish({ uploadId, fileId })).rejects.toMatchObject({ code: 'FILE_TOO_LONG', data: { maxSeconds: 60 } });
    expect(await system.files.arrived(fileId, note.length)).toBeUndefined();
  });

  it('lets only those send rosters who load them', async () => {
    await expect(begin(tap(), 0, 1000, 'ROSTER')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.phone('demo:stranger').files.begin({ uploadId: tap(), fileNo: 0, purpose: 'ROSTER', bytes: 10 })).rejects.toMatchObject({ code: 'NOT_BOUND' });
    await system.as('clerk').files.begin({ uploadId: tap(), fileNo: 0, purpose: 'ROSTER', bytes: 1000 });
    // A town's desk brings the hotline's lists (EVT-19).
    await system.as('town').files.begin({ uploadId: tap(), fileNo: 0, purpose: 'ROSTER', bytes: 1000 });
  });
});

describe('what must not work', () => {
  it('a file that is no photo is refused by what it is, and removed', async () => {
    const uploadId = tap();
    const page = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
    const { fileId, ticket } = await begin(uploadId, 0, page.length);
    await system.send(ticket, page);
    await expect(system.as('villager').files.finish({ uploadId, fileId })).rejects.toMatchObject({ code: 'FILE_TYPE', data: { found: 'HTML' } });
    expect(await system.files.arrived(fileId, 1000)).toBeUndefined();
    expect(await system.files.read(fileId)).toBeUndefined();
  });

  it('nothing has arrived, or more than was said', async () => {
    const uploadId = tap();
    const { fileId, ticket } = await begin(uploadId, 0, 1000);
    const finish = () => system.as('villager').files.finish({ uploadId, fileId });
    await expect(finish()).rejects.toMatchObject({ code: 'FILE_MISSING' });
    // The disk's tickets refuse it, the cloud's know no size; it has arrived in neither.
    await system.send(ticket, Buffer.alloc(1001));
    await expect(finish()).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });

  it("somebody else's file can be neither finished nor taken back", async () => {
    const uploadId = tap();
    const { fileId } = await begin(uploadId, 0, 1000);
    await expect(system.as('head').files.finish({ uploadId, fileId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await system.as('head').files.discard({ uploadId, fileId })).toEqual({ discarded: false });
    await expect(system.as('villager').files.finish({ uploadId, fileId: '__proto__' })).rejects.toBeInstanceOf(AppError);
  });

  it('a ticket that ended, was changed, or is for another file', async () => {
    const { ticket } = await begin(tap(), 0, 1000);
    const other = await begin(tap(), 0, 1000);
    const to = (name: string) => ({ ...ticket, url: ticket.url.replace(/file-[^?]+/, name) });
    expect(await system.send(to(other.fileId), Buffer.alloc(1000))).toBe(false);
    expect(await system.send(to('..%2f..%2fetc'), Buffer.alloc(1000))).toBe(false);
    expect(await system.send({ ...ticket, url: ticket.url.replace(/\?.*/, ''), headers: {} }, Buffer.alloc(1000))).toBe(false);
    system.pass(25 * HOUR_MS);
    expect(await system.send(ticket, Buffer.alloc(1000))).toBe(false);
  });

  it('a link that ended or was made for another file', async () => {
    await system.files.keep('file-a', jpeg(), 'image/jpeg');
    await system.files.keep('file-b', jpeg(), 'image/jpeg');
    const { 'file-a': link } = await system.files.links(['file-a'], system.now() + 30 * MINUTE_MS);
    expect(await system.open(link)).toBeDefined();
    expect(await system.open(link?.replace('file-a', 'file-b'))).toBeUndefined();
    expect(await system.open(link?.replace(/([?&](?:e|until)=)\d+/, `$1${system.now() + 365 * 24 * HOUR_MS}`))).toBeUndefined();
    system.pass(31 * MINUTE_MS);
    expect(await system.open(link)).toBeUndefined();
  });
});

describe('WX-09', () => {
  it('a file that WeChat has not answered for stays pending', async () => {
    system.wechat.set({ check: 'UNKNOWN' });
    const uploadId = tap();
    const photo = jpeg();
    const { fileId, ticket } = await begin(uploadId, 0, photo.length);
    await system.send(ticket, photo);
    await system.as('villager').files.finish({ uploadId, fileId });
    expect((await system.store.get('uploads', `${accountOf('villager')}:${uploadId}`))?.files[fileId]?.check).toBe('PENDING');
  });
});
