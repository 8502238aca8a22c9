/** The host itself, on a mini-program of four pages: it must behave as WeChat does where a test leans on it. */
import fs from 'node:fs';
import { onBothBackends } from './backends';
import { launchHost, type Host } from './launch-host';
import { writeTinyApp } from './tiny-app';

declare const wx: Readonly<Record<string, (options?: object) => Promise<object>>>;

const folder = writeTinyApp();
afterAll(() => fs.rmSync(folder, { recursive: true }));

onBothBackends((backend) => `the host on ${backend}`, (backend) => {
  let host: Host;
  beforeAll(async () => { host = await launchHost({ dist: folder, backend, cloud: (name, data) => ({ name, data }) }); });
  afterAll(() => host.close());
  beforeEach(async () => {
    await host.setPhone({ networkType: 'wifi', denied: [], privacyNeeded: false, privacyAnswer: 'agree' });
    await call('reLaunch', { url: '/home/index?from=test' });
    await host.arriveAt('home/index');
  });
  afterEach(async () => expect(await host.errors()).toEqual([]));

  const call = (method: string, options: object = {}): Promise<unknown> => host.miniProgram.callWxMethod(method, options);
  const text = async (selector: string): Promise<string> => (await host.find(selector)).text();

  it('tells a page what it was opened with, then that it is shown', async () => {
    expect(await text('.seen')).toBe('load:{"from":"test"}|show');
  });

  it('carries taps, and none to what is disabled', async () => {
    await (await host.find('.taps')).tap();
    await (await host.find('.stopped')).tap();
    expect(await text('.taps')).toBe('点了1次');
  });

  it('types into a field no more than it takes', async () => {
    await (await host.find('.name')).input('一二三四五');
    expect(await text('.said')).toBe('一二三四');
  });

  it('turns switches, chooses one radio by its label, hands a form over', async () => {
    await (await host.find('.on')).tap();
    await (await host.find('.first')).tap();
    await (await host.find('.second')).tap();
    await (await host.find('.word')).input('牛奶');
    await (await host.find('.send')).tap();
    expect(await text('.seen')).toMatch(/switch:true\|radio:a\|radio:b\|form:{"word":"牛奶"}$/);
  });

  it('gives a screen reader\'s words to the element', async () => {
    expect(await (await host.find('.taps')).attribute('aria-label')).toBe('数一数');
  });

  it('finds again what was drawn anew while it was looked at', async () => {
    const taps = await host.find('.taps');
    let drawnAnew = false;
    const names = host.each('.taps', async (element) => {
      if (!drawnAnew) await call('reLaunch', { url: '/home/index' });
      drawnAnew = true;
      return element.attribute('aria-label');
    });
    expect(await names).toEqual(['数一数']);
    expect(await taps.text()).toBe('点了0次');
  });

  it('shows components of the app\'s own', async () => {
    expect(await text('.badge')).toBe('新');
  });

  it('draws a page with the app\'s styles and its own, and no other page\'s', async () => {
    expect(await (await host.find('.taps')).style('color')).toBe('rgb(1, 2, 3)');
    expect(await (await host.find('.taps')).style('padding-top')).toBe('10px');
    await call('navigateTo', { url: '/next/index' });
    await host.arriveAt('next/index');
    expect(await (await host.find('.taps')).style('color')).toBe('rgb(7, 8, 9)');
  });

  it('keeps a page\'s state under another, and goes back to it', async () => {
    await (await host.find('.taps')).tap();
    await call('navigateTo', { url: '../sub/deep/index' });
    await host.arriveAt('sub/deep/index');
    await call('navigateBack');
    await host.arriveAt('home/index');
    expect(await text('.taps')).toBe('点了1次');
    expect(await text('.seen')).toMatch(/show\|show$/);
  });

  it('keeps tabs alive beside one another, and closes what lay on them', async () => {
    await (await host.find('.taps')).tap();
    await call('navigateTo', { url: '/next/index' });
    await call('switchTab', { url: '/tab/index' });
    await host.arriveAt('tab/index');
    await call('switchTab', { url: '/home/index' });
    await host.arriveAt('home/index');
    expect(await text('.taps')).toBe('点了1次');
    expect(await host.miniProgram.pageStack()).toHaveLength(1);
  });

  it('refuses an eleventh page, a page that is not there, a tab by navigateTo, going back from the first', async () => {
    await expect(call('navigateTo', { url: '/nowhere' })).rejects.toThrow('is not found');
    await expect(call('navigateTo', { url: '/tab/index' })).rejects.toThrow('can not navigateTo a tabbar page');
    await expect(call('navigateBack')).rejects.toThrow('cannot navigate back at first page');
    for (let page = 2; page <= 10; page += 1) await call('navigateTo', { url: '/next/index' });
    await expect(call('navigateTo', { url: '/next/index' })).rejects.toThrow('webview count limit exceed');
  });

  it('hides the browser from the app: its names, code from text, the rest of the global object', async () => {
    expect(await host.miniProgram.evaluate(() => [typeof window, typeof localStorage, typeof fetch, typeof globalThis.document, typeof globalThis.Array])).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'function']);
    expect(await host.miniProgram.evaluate('function () { try { return new Function("return 1")(); } catch (error) { return error.name; } }')).toBe('EvalError');
  });

  it('reaches the cloud, fails without a network, and says when the network comes and goes', async () => {
    expect(await host.miniProgram.evaluate(() => (wx['cloud'] as unknown as typeof wx)['callFunction']?.({ name: 'people', data: { procedure: 'me' } }))).toMatchObject({ result: { name: 'people', data: { procedure: 'me' } } });
    await host.miniProgram.evaluate(() => { (wx['onNetworkStatusChange'] as unknown as (listen: (change: object) => void) => void)((change) => { (wx as Record<string, unknown>)['lastChange'] = change; }); });
    await host.setPhone({ networkType: 'none' });
    expect(await host.miniProgram.evaluate(() => (wx as Record<string, unknown>)['lastChange'])).toEqual({ isConnected: false, networkType: 'none' });
    expect(await host.miniProgram.evaluate(() => (wx['cloud'] as unknown as typeof wx)['callFunction']?.({ name: 'people' }).catch((failure: unknown) => failure))).toMatchObject({ errMsg: 'cloud.callFunction:fail network is not connected' });
  });

  it('keeps values, and says nothing was kept by an empty string', async () => {
    await host.miniProgram.callWxMethod('setStorageSync', 'draft', { words: '路灯' });
    expect(await host.miniProgram.callWxMethod('getStorageSync', 'draft')).toEqual({ words: '路灯' });
    expect(await host.miniProgram.callWxMethod('getStorageSync', 'other')).toBe('');
  });

  it('picks the pictures the test gives, and measures, keeps and reads them', async () => {
    await host.setPhone({ pictures: [{ name: 'lamp.jpg', base64: Buffer.from('not a lamp').toString('base64') }] });
    const { tempFiles: [picked] } = (await call('chooseMedia', { count: 1 })) as { tempFiles: { tempFilePath: string; size: number }[] };
    expect(picked).toMatchObject({ size: 10, tempFilePath: expect.stringMatching(/\.jpg$/) as string });
    expect(await host.miniProgram.evaluate((path: string) => {
      const manager = (wx['getFileSystemManager'] as unknown as () => { saveFileSync(from: string): string; readFileSync(path: string, encoding: string): string })();
      return manager.readFileSync(manager.saveFileSync(path), 'utf8');
    }, picked?.tempFilePath)).toBe('not a lamp');
  });

  it('asks for consent once, and refuses what needs it when consent is refused (WX-01..03)', async () => {
    await host.setPhone({ privacyNeeded: true, privacyAnswer: 'disagree' });
    expect(await call('getPrivacySetting')).toMatchObject({ needAuthorization: true });
    await expect(call('chooseMedia')).rejects.toThrow('privacy permission is not authorized');
    await host.setPhone({ privacyAnswer: 'agree' });
    await call('requirePrivacyAuthorize');
    expect(await call('getPrivacySetting')).toMatchObject({ needAuthorization: false });
  });

  it('takes an app\'s word for consent only after WeChat\'s own button was tapped, and only once (WX-02)', async () => {
    await host.setPhone({ privacyNeeded: true });
    await host.miniProgram.evaluate(() => {
      (wx['onNeedPrivacyAuthorization'] as unknown as (listen: (resolve: (answer: object) => void) => void) => void)((resolve) => resolve({ event: 'agree', buttonId: 'yes' }));
    });
    await expect(call('chooseMedia')).rejects.toThrow('privacy permission is not authorized');
    await (await host.find('.agree')).tap();
    expect(await call('chooseMedia')).toMatchObject({ type: 'image' });
    await host.setPhone({ privacyNeeded: true });
    await expect(call('setClipboardData', { data: 'x' })).rejects.toThrow('privacy permission is not authorized');
  });

  it('refuses a call about places that app.json does not name, and gives the place the test says (WX-11)', async () => {
    expect(await call('chooseLocation')).toMatchObject({ name: '老供销社', latitude: 32.7354321 });
    await host.setPhone({ place: null });
    await expect(call('chooseLocation')).rejects.toThrow('cancel');
    await expect(call('getLocation')).rejects.toThrow('not modelled');
    await host.forgetErrors();
  });

  it('asks for messages within a tap only, three templates at most, and answers as the owner does (WX-06)', async () => {
    await expect(call('requestSubscribeMessage', { tmplIds: ['a'] })).rejects.toThrow('can only be invoked by user TAP gesture');
    await (await host.find('.subscribe')).tap();
    expect(await text('.seen')).toMatch(/"a":"accept","b":"accept","c":"accept"/);
    await (await host.find('.subscribe-late')).tap();
    await (await host.find('.subscribe-four')).tap();
    await host.see('Templates count out of max bounds');
    await host.see('can only be invoked by user TAP gesture');
    await host.setPhone({ subscribeAnswer: 'off' });
    await (await host.find('.subscribe')).tap();
    await host.see('The main switch is switched off');
    expect((await host.errors()).filter((error) => error.includes('TAP gesture'))).toHaveLength(2);
    await host.forgetErrors();
    await host.setPhone({ subscribeAnswer: 'accept' });
  });

  it('counts what goes from the code to the drawing', async () => {
    const before = (await host.setDataCalls()).length;
    await (await host.find('.taps')).tap();
    expect((await host.setDataCalls()).slice(before)).toEqual([{ page: 'home/index', bytes: '{"taps":1}'.length }]);
  });

  if (backend === 'chromium') {
    it('measures what is drawn, and sees what sticks out', async () => {
      expect(await host.layout()).toMatchObject({ sideways: 0, targets: expect.arrayContaining([expect.objectContaining({ name: '数一数' })]) as unknown });
      await (await host.find('.widen')).tap();
      expect((await host.layout()).sideways).toBeGreaterThan(0);
    });
  }

  it('notes what the phone was asked to do', async () => {
    await call('makePhoneCall', { phoneNumber: '13900000001' });
    expect(await host.calls('makePhoneCall')).toContainEqual({ name: 'makePhoneCall', options: { phoneNumber: '13900000001' } });
  });

  it('answers as the test says while a call is mocked', async () => {
    await host.miniProgram.mockWxMethod('showModal', { confirm: false, cancel: true });
    expect(await call('showModal')).toMatchObject({ confirm: false });
    await host.miniProgram.restoreWxMethod('showModal');
    expect(await call('showModal')).toMatchObject({ confirm: true });
  });

  it('does not know what it does not model', async () => {
    expect(await host.miniProgram.callWxMethod('canIUse', 'startBluetoothDevicesDiscovery')).toBe(false);
    await expect(call('startBluetoothDevicesDiscovery')).rejects.toThrow('wx.startBluetoothDevicesDiscovery is not modelled by the host');
    expect((await host.errors()).join()).toContain('wx.startBluetoothDevicesDiscovery');
    await host.forgetErrors();
  });

  it('collects what a timer throws, and tells the app', async () => {
    await host.miniProgram.evaluate(() => { setTimeout(() => { throw new Error('too late'); }, 0); });
    expect((await host.errors()).join()).toContain('too late');
    expect(await host.miniProgram.evaluate(() => (getApp() as { fault: string }).fault)).toContain('too late');
    await host.forgetErrors();
  });
});

declare function getApp(): unknown;
