/**
 * CloudBase's HTTP access, with requests in the shape that its documentation shows (集成请求, 集成响应). What only the real cloud can
 * say is at the end of docs/decisions/0012-desk-sign-in.md.
 */
import { withHttpAccess, type HttpEvent, type HttpReply } from '@platform/cloudbase/http-access';
import { cloudIdentity } from '@platform/cloudbase/identity';
import { serve, type Main } from '@platform/serve';
import { router as deskRouter } from '../../../cloudfunctions/desk/router';
import { router as peopleRouter } from '../../../cloudfunctions/people/router';
import { accountOf, people } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { EDGE, newSecret } from '../desk/computer';

const ORIGIN = 'https://hanyin-1a2b3c.ap-shanghai.app.tcloudbase.com';

/** As documented, with the headers that a browser and the gateway send; the values are made up. */
function request(path: string, call: unknown, more: Partial<HttpEvent> & { readonly extra?: Readonly<Record<string, string>> } = {}): HttpEvent {
  const { extra, ...rest } = more;
  return {
    path,
    httpMethod: 'POST',
    headers: {
      host: 'hanyin-1a2b3c.ap-shanghai.app.tcloudbase.com',
      connection: 'close',
      'user-agent': EDGE,
      accept: '*/*',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'zh-CN,zh;q=0.9',
      'content-type': 'application/json',
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      'sec-fetch-mode': 'cors',
      'x-desk': '1',
      'x-real-ip': '203.0.113.7',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-proto': 'https',
      ...extra,
    },
    queryStringParameters: {},
    requestContext: { requestId: 'cdbb96328072184d19d3fcd243e8cc4d', envId: 'hanyin-1a2b3c', appId: 123456789, uin: 123456789 },
    isBase64Encoded: false,
    body: JSON.stringify(call),
    ...rest,
  } as HttpEvent;
}

/** What CloudBase's runtime hands over with a request from HTTP access: nothing of WeChat. */
const FROM_HTTP = { request_id: 'r', environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_APPID', TCB_CONTEXT_KEYS: 'TCB_SOURCE', TCB_SOURCE: 'scf' }) };
const fromPhone = (openid: string) => ({ request_id: 'r', environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: openid }) });

let system: System;
let desk: ReturnType<typeof withHttpAccess>;
let peopleMain: ReturnType<typeof withHttpAccess>;
beforeEach(async () => {
  process.env.CUNLISHI_DESK_ORIGIN = ORIGIN;
  // Accounts here are WeChat's.
  system = await harness({
    fixture: (fixture) => JSON.parse(JSON.stringify(fixture).replaceAll('"demo:', '"wx:')) as typeof fixture,
  });
  const host = () => Promise.resolve({ platform: system.platform, identify: cloudIdentity });
  desk = withHttpAccess(serve('desk', deskRouter, host), host);
  peopleMain = withHttpAccess(serve('people', peopleRouter, host), host);
});
afterEach(async () => {
  delete process.env.CUNLISHI_DESK_ORIGIN;
  delete process.env.WX_OPENID;
  await system.close();
});

async function send(main: typeof desk, event: HttpEvent, context: object = FROM_HTTP): Promise<{ readonly status: number; readonly cookie: string | undefined; readonly data: Readonly<Record<string, unknown>>; readonly code: string | undefined }> {
  const { statusCode, headers, body, isBase64Encoded } = (await main(event, context)) as HttpReply;
  expect(isBase64Encoded).toBe(false);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const reply = JSON.parse(body) as { readonly ok: boolean; readonly data?: Readonly<Record<string, unknown>>; readonly error?: { readonly code: string } };
  return { status: statusCode, cookie: headers['set-cookie'], data: reply.data ?? {}, code: reply.error?.code };
}

const openidOfDuty = accountOf('duty').replace('demo:', '');

async function signedIn(): Promise<string> {
  const secret = newSecret();
  const begun = await send(desk, request('/fn/desk', { procedure: 'begin', input: { secret } }));
  const { id, code } = begun.data as { readonly id: string; readonly code: string };
  await desk({ procedure: 'confirm', input: { requestId: tap(), id, code: code.slice(-4) } }, fromPhone(openidOfDuty));
  const { cookie } = await send(desk, request('/fn/desk', { procedure: 'collect', input: { secret } }));
  return cookie?.split(';')[0] ?? '';
}

describe('a request through HTTP access', () => {
  it('signs in and is its officer, by the cookie that the response sets', async () => {
    const secret = newSecret();
    const begun = await send(desk, request('/fn/desk', { procedure: 'begin', input: { secret } }));
    expect(begun.status).toBe(200);
    const { id, code } = begun.data as { readonly id: string; readonly code: string };
    expect(await desk({ procedure: 'confirm', input: { requestId: tap(), id, code } }, fromPhone(openidOfDuty))).toEqual({ ok: true, data: { confirmed: true } });
    const taken = await send(desk, request('/fn/desk', { procedure: 'collect', input: { secret } }));
    expect(taken.cookie).toMatch(/^__Host-desk=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const cookie = taken.cookie?.split(';')[0] ?? '';
    const me = await send(peopleMain, request('/fn/people', { procedure: 'me' }, { extra: { cookie: `other=1; ${cookie}` } }));
    expect([me.status, me.data.person]).toEqual([200, expect.objectContaining({ id: people.duty })]);
    const left = await send(desk, request('/fn/desk', { procedure: 'leave', input: { requestId: tap() } }, { extra: { cookie } }));
    expect(left.cookie).toContain('Max-Age=0');
    expect(await send(peopleMain, request('/fn/people', { procedure: 'me' }, { extra: { cookie } }))).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('may come in base64, and with names of headers as the gateway likes them', async () => {
    const cookie = await signedIn();
    const plain = request('/fn/people', { procedure: 'me' }, { extra: { cookie } });
    const headers = Object.fromEntries(Object.entries(plain.headers).map(([name, value]) => [name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase()), value]));
    const body = Buffer.from(String(plain.body)).toString('base64');
    for (const isBase64Encoded of [true, 'true']) expect(await send(peopleMain, { ...plain, headers, body, isBase64Encoded })).toMatchObject({ status: 200 });
  });

  it.each<[string, Partial<HttpEvent> & { readonly extra?: Readonly<Record<string, string>> }, number]>([
    ['read instead of posted', { httpMethod: 'GET' }, 405],
    ['asking beforehand whether it may (CORS)', { httpMethod: 'OPTIONS' }, 405],
    ['a form of another site', { extra: { 'content-type': 'text/plain' } }, 415],
    ['no JSON', { body: '{"procedure' }, 400],
    ['a list', { body: '[]' }, 400],
    ['a flood', { body: JSON.stringify({ procedure: 'x'.repeat(300_000) }) }, 400],
    ['no body', { body: undefined }, 400],
    ['of another origin', { extra: { origin: 'https://evil.test' } }, 401],
    ['of another site', { extra: { 'sec-fetch-site': 'cross-site' } }, 401],
    ['with one header twice', { extra: { Origin: 'https://evil.test' } }, 401],
  ])('%s is refused', async (_case, more, status) => {
    const cookie = await signedIn();
    const answer = await send(desk, request('/fn/desk', { procedure: 'endAll', input: { requestId: tap() } }, { ...more, extra: { cookie, ...more.extra } }));
    expect(answer.status).toBe(status);
    expect(await send(peopleMain, request('/fn/people', { procedure: 'me' }, { extra: { cookie } }))).toMatchObject({ status: 200 });
  });

  it('is nobody\'s, whatever openid stands in its headers, its body or its path', async () => {
    const forged = request('/fn/people?openid=x', { procedure: 'me', openid: openidOfDuty, userInfo: { openId: openidOfDuty } }, {
      extra: { 'x-wx-openid': openidOfDuty, 'x-wx-source': 'wx_client', wx_openid: openidOfDuty, 'x-cloudbase-context': JSON.stringify({ openid: openidOfDuty }), cookie: `WX_OPENID=${openidOfDuty}` },
    });
    expect(await send(peopleMain, { ...forged, requestContext: { openid: openidOfDuty, WX_OPENID: openidOfDuty } } as HttpEvent)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('is nobody\'s, though an older runtime still holds the openid of the phone that called before', async () => {
    process.env.WX_OPENID = openidOfDuty;
    for (const context of [FROM_HTTP, { request_id: 'r' }, { environment: 'a=b' }]) {
      expect(await send(peopleMain, request('/fn/people', { procedure: 'me' }), context)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
      expect(await send(peopleMain, request('/fn/people', { procedure: 'me' }, { extra: { origin: 'https://evil.test' } }), context)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    }
  });

  it('finds nothing where no address of desks is set', async () => {
    delete process.env.CUNLISHI_DESK_ORIGIN;
    expect(await send(desk, request('/fn/desk', { procedure: 'begin', input: { secret: newSecret() } }))).toMatchObject({ status: 404 });
  });

  it.each(['http://desk.test', 'https://desk.test/', 'https://desk.test/path', 'desk.test', 'https://desk.test:443'])('does not take %j for such an address', async (origin) => {
    process.env.CUNLISHI_DESK_ORIGIN = origin;
    await expect(desk(request('/fn/desk', { procedure: 'begin', input: { secret: newSecret() } }), FROM_HTTP)).rejects.toThrow(/CUNLISHI_DESK_ORIGIN/);
  });
});

describe('a phone', () => {
  it('that writes a request into its event is still that phone, and gets no cookie', async () => {
    const forged = request('/fn/people', { procedure: 'me' });
    expect(await peopleMain(forged, fromPhone('openid-of-nobody'))).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await peopleMain({ procedure: 'me', headers: { cookie: 'x' } }, fromPhone('openid-of-nobody'))).toMatchObject({ ok: true });
  });

  it('on an older runtime that writes one is a browser without a session', async () => {
    process.env.WX_OPENID = openidOfDuty;
    const main: Main = peopleMain as Main;
    expect(await main(request('/fn/people', { procedure: 'me' }), { request_id: 'r' })).toMatchObject({ statusCode: 401 });
    expect(await main({ procedure: 'me' }, { request_id: 'r' })).toMatchObject({ ok: true, data: { person: { id: people.duty } } });
  });
});
