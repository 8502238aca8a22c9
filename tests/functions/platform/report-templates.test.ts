import { cloudbaseWechat } from '@platform/cloudbase/wechat';

const app = { callWxOpenApi: () => Promise.reject(new Error('not asked here')) } as unknown as Parameters<typeof cloudbaseWechat>[0];
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
