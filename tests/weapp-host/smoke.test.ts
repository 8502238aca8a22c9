import { onBothBackends } from './backends';
import { dist } from './build-under-test';
import { launchHost, type Host } from './launch-host';
import { walkTheTabs } from './tabs.journey';

onBothBackends((backend) => `the WeChat build in ${backend}`, (backend) => {
  let host: Host;
  beforeAll(async () => { host = await launchHost({ dist, backend, cloud: () => ({ ok: false, error: { code: 'UNAVAILABLE' } }) }); });
  afterAll(() => host.close());

  it('draws its first page and says nothing went wrong', async () => {
    const page = await host.arriveAt('pages/home/index');
    expect(((await page.data('root.cn')) as readonly unknown[]).length).toBeGreaterThan(0);
    await host.see('首页');
    expect(await host.errors()).toEqual([]);
  });

  it('asks the cloud who the person is', async () => {
    await host.settled();
    expect(await host.calls('cloud.callFunction')).toContainEqual({ name: 'cloud.callFunction', options: { name: 'people', data: { procedure: 'me' } } });
  });

  it('reaches every tab by tapping', () => walkTheTabs(host));

  it('stays usable, and says what is wrong, when the server does not answer', async () => {
    await host.see('再试');
    expect(await host.errors()).toEqual([]);
  });

  if (backend === 'chromium') {
    it('has nothing to scroll to sideways on a small phone, and a picture to show', async () => {
      expect((await (await host.page()).size()).width).toBe(375);
      expect(String(await host.miniProgram.screenshot()).length).toBeGreaterThan(5_000);
    });

    it('tells a screen reader what is a tab (A11Y-08)', async () => {
      expect(await (await host.find('.c-tabs__tab')).attribute('aria-role')).toBe('tab');
    });
  }
});
