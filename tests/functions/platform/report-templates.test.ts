import { cloudbaseWechat } from '@platform/cloudbase/wechat';

const asked: { readonly requestData: { readonly data: object } }[] = [];
const app = {
  callWxOpenApi: (question: (typeof asked)[number]) => {
    asked.push(question);
    return Promise.resolve({ result: { errcode: 0 } });
  },
} as unknown as Parameters<typeof cloudbaseWechat>[0];
const template = (id: string) => ({ id, field: 'thing1' });

describe('the templates a reporter is asked for (WX-06, WX-07)', () => {
  it.each([
    ['none for a county that sends no messages', {}, []],
    ['the one that stands for all, once', { '*': template('all') }, ['all']],
    ['accepted, progress and done, in that order, and nothing of a desk\'s', { ISSUE_DONE: template('c'), ISSUE_NEW: template('x'), ISSUE_PROGRESS: template('b'), ISSUE_ACCEPTED: template('a') }, ['a', 'b', 'c']],
    ['its own where there is one, else the one for all', { '*': template('all'), ISSUE_DONE: template('c') }, ['all', 'c']],
  ])('%s', (_what, templates, ids) => {
    expect(cloudbaseWechat(app, templates).reportTemplates).toEqual(ids);
  });
});

it('fills the time a template wants beside the words, for WeChat refuses a message with a field left out (PRV-15)', async () => {
  const wechat = cloudbaseWechat(app, { '*': { id: 'all', field: 'thing1', timeField: 'time2' } });
  expect(await wechat.sendSubscribeMessage({ to: 'wx:openid-1', kind: 'ISSUE_DONE', data: {}, at: Date.UTC(2026, 10, 26, 1, 5), page: 'pages/home/index' })).toBe('SENT');
  expect(asked.at(-1)?.requestData.data).toEqual({ thing1: { value: '您有一条网格服务消息' }, time2: { value: '2026年11月26日 09:05' } });
});

describe('the templates that whoever raises or seconds a matter is asked for (CON-03, CON-06, CON-09)', () => {
  it.each([
    ['none for a county that sends no messages', {}, []],
    ['answered, put to a ballot and decided, in that order, and nothing of a report\'s or a desk\'s', { CONSULT_DECIDED: template('c'), ISSUE_DONE: template('x'), CONSULT_NEW: template('y'), CONSULT_BALLOT: template('b'), CONSULT_ANSWERED: template('a') }, ['a', 'b', 'c']],
    ['the one that stands for all, once', { '*': template('all') }, ['all']],
  ])('%s', (_what, templates, ids) => {
    expect(cloudbaseWechat(app, templates).consultTemplates).toEqual(ids);
  });
});
