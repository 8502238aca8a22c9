/** What the functions stand on in the cloud, through the real SDK as far as a machine without WeChat can tell. */
import { openCloudbase } from '@platform/cloudbase/client';
import { cloudbaseFiles } from '@platform/cloudbase/files';
import { cloudHost } from '@platform/cloudbase/host';
import { cloudIdentity } from '@platform/cloudbase/identity';
import { cloudbaseWechat } from '@platform/cloudbase/wechat';
import type { Files } from '@platform/files';
import type { Wechat } from '@platform/wechat';
import { clockMain } from '../../../cloudfunctions/clock/clock-main';
import { harness } from '../harness';
import { credentials, startEmulator, type Emulator } from '../../store/emulator/server';

process.env.SILENCE = 'true';

let cloud: Emulator;
let files: Files;
let wechat: Wechat;
beforeEach(async () => {
  cloud = await startEmulator([]);
  const app = openCloudbase({ serviceUrl: cloud.serviceUrl, ...credentials, timeoutMs: 2_000 });
  files = cloudbaseFiles(app, () => 0);
  wechat = cloudbaseWechat(app, { '*': { id: 'template-1', field: 'thing1' } });
});
afterEach(() => cloud.close());

describe('who calls a cloud function', () => {
  const context = (environment: Readonly<Record<string, string>>): object => ({ request_id: 'r', environment: JSON.stringify(environment) });
  afterEach(() => {
    delete process.env.WX_OPENID;
  });

  it('is read from each call, so that two at once are kept apart', () => {
    process.env.WX_OPENID = 'another-call';
    expect(cloudIdentity(context({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'one' }))).toBe('wx:one');
    expect(cloudIdentity(context({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'two' }))).toBe('wx:two');
  });

  it('is nobody when the call says that it has no openid, whatever the process still holds', () => {
    process.env.WX_OPENID = 'another-call';
    expect(cloudIdentity(context({ WX_CONTEXT_KEYS: 'WX_APPID' }))).toBeUndefined();
  });

  it('falls back to the process where the runtime sets only that', () => {
    process.env.WX_OPENID = 'one';
    expect(cloudIdentity({ request_id: 'r' })).toBe('wx:one');
    expect(cloudIdentity({ environment: 'a=b;c=d' })).toBe('wx:one');
    delete process.env.WX_OPENID;
    expect(cloudIdentity({ request_id: 'r' })).toBeUndefined();
    expect(cloudIdentity(undefined)).toBeUndefined();
  });
});

describe('a function without its keys', () => {
  it('does not start', async () => {
    delete process.env.CUNLISHI_SEAL_KEY;
    await expect(cloudHost()).rejects.toThrow(/CUNLISHI_SEAL_KEY/);
  });
});

describe('files in the cloud', () => {
  async function send(file: string, bytes: string): Promise<void> {
    const ticket = await files.ticket(file, { bytes: bytes.length, expiresAt: 1 });
    expect(ticket).toMatchObject({ method: 'PUT', headers: { 'x-cos-security-token': 'token', 'x-cos-meta-fileid': `cos-quarantine/${file}` } });
    await fetch(ticket.url, { method: ticket.method, headers: ticket.headers, body: bytes });
  }

  it('go from quarantine to kept, and quarantine is cleared', async () => {
    expect(await files.arrived('file-a', 100)).toBeUndefined();
    await send('file-a', 'the bytes');
    expect(Buffer.from((await files.arrived('file-a', 100)) ?? []).toString()).toBe('the bytes');
    await files.keep('file-a', Buffer.from('cleaned'), 'image/jpeg');
    expect([...cloud.objects.keys()]).toEqual(['kept/file-a']);
    expect(Buffer.from((await files.read('file-a')) ?? []).toString()).toBe('cleaned');
  });

  it('are out of reach of a phone that has no ticket and no link', async () => {
    await send('file-a', 'the bytes');
    await files.keep('file-a', Buffer.from('cleaned'), 'image/jpeg');
    for (const path of ['quarantine/file-b', 'kept/file-a']) {
      const url = new URL(`object/${path}`, cloud.serviceUrl);
      expect((await fetch(url)).status).toBe(403);
      expect((await fetch(url, { method: 'PUT', body: 'forged', headers: { key: encodeURIComponent(path), authorization: 'forged' } })).status).toBe(403);
    }
    const ticket = await files.ticket('file-c', { bytes: 1, expiresAt: 1 });
    const elsewhere = ticket.url.replace('quarantine/file-c', 'kept/file-a');
    expect((await fetch(elsewhere, { method: 'PUT', headers: { ...ticket.headers, key: encodeURIComponent('kept/file-a') }, body: 'x' })).status).toBe(403);
    expect(cloud.objects.get('kept/file-a')?.toString()).toBe('cleaned');
  });

  it('that are larger than was said have not arrived', async () => {
    await send('file-a', 'x'.repeat(101));
    expect(await files.arrived('file-a', 100)).toBeUndefined();
  });

  it('are shown by links that last as long as was asked, only those that are there', async () => {
    await files.keep('file-a', Buffer.from('a'), 'image/jpeg');
    const links = await files.links(['file-a', 'file-b'], 1_800_000);
    expect(Object.keys(links)).toEqual(['file-a']);
    expect(links['file-a']).toContain('age=1800');
  });

  it('can be removed twice', async () => {
    await files.keep('file-a', Buffer.from('a'), 'image/jpeg');
    await files.remove(['file-a']);
    await files.remove(['file-a']);
    expect(cloud.objects.size).toBe(0);
  });

  it('fail as unavailable when the storage does', async () => {
    cloud.broken = true;
    await expect(files.read('file-a')).rejects.toMatchObject({ name: 'FilesUnavailable' });
    cloud.broken = false;
    expect(await files.read('file-a')).toBeUndefined();
  });
});

describe('WeChat', () => {
  const message = { to: 'wx:openid-1', kind: 'ASSIGNED', data: { number: '1125-0001' }, at: Date.UTC(2026, 10, 26, 1, 5), page: 'packages/inbox/list/index' };

  it('is given neutral words only (PRV-15)', async () => {
    expect(await wechat.sendSubscribeMessage(message)).toBe('SENT');
    expect(cloud.asked).toEqual([
      { apiName: 'subscribeMessage.send', data: { touser: 'openid-1', templateId: 'template-1', page: message.page, data: { thing1: { value: '您有一条网格服务消息' } } } },
    ]);
  });

  it.each([[{ errcode: 43101 }, 'NO_CONSENT'], [{ errCode: 43101 }, 'NO_CONSENT'], [{ errcode: -1 }, 'FAILED'], [{ errcode: 45009 }, 'FAILED'], [{}, 'FAILED'], ['<html>', 'FAILED'], [{ errcode: 0 }, 'SENT']])('%j means %s', async (answer, outcome) => {
    cloud.answers.set('subscribeMessage.send', answer);
    expect(await wechat.sendSubscribeMessage(message)).toBe(outcome);
  });

  it('is not asked about accounts that are not its own, and a broken line means try again', async () => {
    expect(await wechat.sendSubscribeMessage({ ...message, to: 'demo:someone' })).toBe('NO_CONSENT');
    cloud.broken = true;
    expect(await wechat.sendSubscribeMessage(message)).toBe('FAILED');
  });

  it.each([['pass', 'PASSED'], ['risky', 'REFUSED'], ['review', 'UNKNOWN']])('says %s of a text', async (suggest, outcome) => {
    cloud.answers.set('security.msgSecCheck', { errcode: 0, result: { suggest } });
    expect(await wechat.checkText('wx:openid-1', '一段话')).toBe(outcome);
  });

  it.each([[{ errcode: 45009 }], [{ errcode: 61010 }], [{}], ['<html>']])('lets no text pass by answering %j: out of quota, an author not seen of late, nothing said', async (answer) => {
    cloud.answers.set('security.msgSecCheck', answer);
    expect(await wechat.checkText('wx:openid-1', '一段话')).toBe('UNKNOWN');
    cloud.answers.set('security.mediaCheckAsync', answer);
    expect(await wechat.checkMedia('wx:openid-1', 'https://…', 'IMAGE')).toBe('UNKNOWN');
  });

  it('answers for a file by a trace id', async () => {
    cloud.answers.set('security.mediaCheckAsync', { errcode: 0, trace_id: 'trace-1' });
    expect(await wechat.checkMedia('wx:openid-1', 'https://…', 'IMAGE')).toEqual({ traceId: 'trace-1' });
    expect(cloud.asked).toEqual([{ apiName: 'security.mediaCheckAsync', data: { version: 2, scene: 3, openid: 'openid-1', mediaUrl: 'https://…', mediaType: 2 } }]);
  });

  it('looks at all of a long text, and nothing passes that it did not answer for', async () => {
    cloud.answers.set('security.msgSecCheck', { errcode: 0, result: { suggest: 'pass' } });
    await wechat.checkText('wx:openid-1', '长'.repeat(6_000));
    expect(cloud.asked.map(({ data }) => String(data.content).length)).toEqual([2_500, 2_500, 1_000]);
    cloud.broken = true;
    expect(await wechat.checkText('wx:openid-1', '一段话')).toBe('UNKNOWN');
    expect(await wechat.checkText('demo:someone', '一段话')).toBe('UNKNOWN');
  });

  it('vouches for a mainland phone number', async () => {
    cloud.answers.set('phonenumber.getPhoneNumber', { phone_info: { purePhoneNumber: '13900000001', countryCode: '86' } });
    expect(await wechat.phoneNumberOf('code')).toBe('13900000001');
    cloud.answers.set('phonenumber.getPhoneNumber', { errcode: 40029 });
    expect(await wechat.phoneNumberOf('used')).toBeUndefined();
  });
});

describe('the clock', () => {
  it('takes no call of a WeChat user, and notes what WeChat says of a file', async () => {
    const system = await harness();
    const main = clockMain(() => Promise.resolve({ platform: system.platform, identify: (given) => given as string | undefined }));
    await system.store.insert('uploads', { _id: 'u', account: 'wx:a', createdAt: 0, files: { f: { purpose: 'ISSUE_PHOTO', state: 'READY', bytes: 1, check: 'PENDING' } } });
    await system.store.insert('mediaChecks', { _id: 'trace', upload: 'u', file: 'f', at: 0 });
    const event = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'trace', result: { suggest: 'pass', label: 100 } };
    expect(await main(event, 'wx:forger')).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect((await system.store.get('uploads', 'u'))?.files.f?.check).toBe('PENDING');
    expect(await main(event)).toEqual({ ok: true });
    expect((await system.store.get('uploads', 'u'))?.files.f?.check).toBe('PASSED');
    expect(await main(event)).toEqual({ ok: true });
    expect(await main({ Type: 'Timer' })).toMatchObject({ ok: true, turn: { failed: [] } });
    await system.close();
  });
});
