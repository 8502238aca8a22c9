/** wx navigation: the page stack, asked as the app asks it. */
import { methodOf } from '../method';
import type { PageStack } from '../page-stack';
import type { Phone } from '../phone';
import { asynchronous, text, WxFailure } from './answer';

export function navigationApis(phone: Phone, stack: PageStack): object {
  const call = (name: string, move: (url: string) => void) => asynchronous(phone, name, async (options) => {
    const url = text(options, 'url');
    await nextTask();
    move(url);
  });
  return {
    navigateTo: call('navigateTo', (url) => stack.navigateTo(url)),
    redirectTo: call('redirectTo', (url) => stack.redirectTo(url)),
    reLaunch: call('reLaunch', (url) => stack.reLaunch(url)),
    switchTab: call('switchTab', (url) => stack.switchTab(url)),
    navigateBack: asynchronous(phone, 'navigateBack', async ({ delta = 1 }) => {
      await nextTask();
      stack.navigateBack(Number(delta));
    }),
    setNavigationBarTitle: asynchronous(phone, 'setNavigationBarTitle', (options) => { text(options, 'title'); }),
    setNavigationBarColor: asynchronous(phone, 'setNavigationBarColor', () => undefined),
    pageScrollTo: asynchronous(phone, 'pageScrollTo', ({ scrollTop, selector }) => {
      if (typeof scrollTop === 'number') window.scrollTo(0, scrollTop);
      else if (typeof selector === 'string') {
        const found = stack.front().element.querySelector(selector);
        if (found === null) throw new WxFailure(`${selector} is not found`);
        found.scrollIntoView?.();
      }
    }),
    startPullDownRefresh: asynchronous(phone, 'startPullDownRefresh', () => {
      methodOf(stack.front().instance, 'onPullDownRefresh')?.();
    }),
    stopPullDownRefresh: asynchronous(phone, 'stopPullDownRefresh', () => undefined),
  };
}

/** WeChat changes pages in another thread: never within the call that asks for it. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0); });
}
