/** Two windows of one browser have one cookie: whoever is signed in last is signed in in both. */
import { forgetPageData } from '@/hooks/use-page-data';
import { allDrafts, newDraft, saveDraft } from '@/services/drafts';
import Taro from '../stand-ins/taro';

const here = jest.fn();
jest.mock('@/services/client', () => ({ api: { desk: { here: (): unknown => here() } } }));

import { watchDesk } from '@/components/desk-watch';
import { atDesk, signedIn, signedOut } from '@/services/desk';

const answer = (session: string) => ({ session, name: '', now: 0, endsAt: 2_000_000, idleAt: 1_000_000 });
const comesToFront = async () => {
  document.dispatchEvent(new Event('visibilitychange'));
  await new Promise((done) => setTimeout(done, 0));
};
/** What another window does to the storage that both have; a browser tells the others. */
function elsewhere(change: () => void, key: string | null = 'desk:in'): void {
  change();
  window.dispatchEvent(new StorageEvent('storage', { key }));
}
const inStorage = (session: string) => () => window.localStorage.setItem('desk:in', JSON.stringify(session));

const left = { url: '/packages/desk/sign-in/index' };

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['setTimeout'] });
  watchDesk();
});
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  forgetPageData();
  here.mockReset().mockResolvedValue(answer('of-ma'));
  signedIn('of-ma');
  saveDraft({ ...newDraft(), text: '马建业写了一半' });
});
afterEach(() => signedOut());

it('a window whose session still counts stays as it is', async () => {
  await comesToFront();
  elsewhere(inStorage('of-ma'));
  elsewhere(() => undefined, 'drafts');
  expect(Taro.reLaunch).not.toHaveBeenCalled();
  expect(allDrafts()).toHaveLength(1);
});

it('at once when somebody else signs in in another window, nothing of who was here stays', () => {
  elsewhere(inStorage('of-he'));
  expect(Taro.reLaunch).toHaveBeenCalledTimes(1);
  expect(Taro.reLaunch).toHaveBeenCalledWith(left);
  expect(allDrafts()).toEqual([]);
  // The other one stays signed in, and this window is left once.
  expect(atDesk()).toBe(true);
  elsewhere(inStorage('of-he'));
  expect(Taro.reLaunch).toHaveBeenCalledTimes(1);
});

it('when the server says that the cookie is somebody else\'s by now', async () => {
  here.mockResolvedValue(answer('of-he'));
  await comesToFront();
  expect(Taro.reLaunch).toHaveBeenCalledWith(left);
  expect(allDrafts()).toEqual([]);
  expect(atDesk()).toBe(true);
  await comesToFront();
  expect(Taro.reLaunch).toHaveBeenCalledTimes(1);
});

it.each([['desk:in', () => window.localStorage.removeItem('desk:in')], [null, () => window.localStorage.clear()]] as const)('when another window signs out (%s)', (key, change) => {
  elsewhere(change, key);
  expect(Taro.reLaunch).toHaveBeenCalledWith(left);
  expect(atDesk()).toBe(false);
});

it('a window in which nobody was signed in is left alone when another one signs in or out', () => {
  signedOut();
  Taro.forget();
  elsewhere(() => window.localStorage.clear(), null);
  elsewhere(inStorage('of-he'));
  expect(Taro.reLaunch).not.toHaveBeenCalled();
});
