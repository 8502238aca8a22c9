/** The host must notice what is broken: each control breaks a copy of the build, and the journey must then fail. */
import { copyOfBuild, type BuildCopy } from './build-under-test';
import { compilerDefects, configDefects } from './gates';
import { readProject } from './host/project';
import { launchHost, type Host } from './launch-host';
import { walkTheTabs } from './tabs.journey';

const cloud = () => ({ ok: false, error: { code: 'UNAVAILABLE' } });

let copy: BuildCopy;
let host: Host | undefined;
beforeEach(() => { copy = copyOfBuild(); });
afterEach(async () => {
  await host?.close();
  host = undefined;
  copy.dispose();
});

async function walk(): Promise<void> {
  host = await launchHost({ dist: copy.folder, cloud });
  await walkTheTabs(host);
}

it('a template without its tap binding fails: nothing can be tapped', async () => {
  copy.write('base.wxml', copy.read('base.wxml').replaceAll('bindtap="eh"', ''));
  await expect(walk()).rejects.toThrow('pages/me/index to be in front');
});

it('a page without its code fails', async () => {
  copy.remove('pages/me/index.js');
  await expect(walk()).rejects.toThrow('pages/me/index to be in front');
  expect(await host?.errors()).toContainEqual(expect.stringContaining('pages/me/index.js is not there'));
  expect(configDefects(readProject(copy.folder))).toContainEqual(expect.stringContaining('pages/me/index.js'));
});

it('a use of localStorage fails, as it does on a phone', async () => {
  copy.write('pages/me/index.js', `localStorage.setItem('seen', '1');\n${copy.read('pages/me/index.js')}`);
  await expect(walk()).rejects.toThrow();
  expect((await host?.errors())?.join()).toMatch(/setItem/);
});

it('what an app swallows, only logs or drops fails all the same', async () => {
  copy.write('pages/home/index.js', `
    try { wx.startBluetoothDevicesDiscovery({}); } catch { /* swallowed */ }
    console.error('said quietly');
    Promise.reject(new Error('dropped'));
    ${copy.read('pages/home/index.js')}`);
  await expect(walk()).rejects.toThrow();
  const errors = (await host?.errors())?.join('\n');
  expect(errors).toContain('wx.startBluetoothDevicesDiscovery is not modelled');
  expect(errors).toContain('said quietly');
  expect(errors).toContain('dropped');
});

it('a broken wxs fails before anything runs', async () => {
  copy.write('utils.wxs', 'module.exports = {');
  await expect(walk()).rejects.toThrow();
  expect(compilerDefects(readProject(copy.folder))).not.toEqual([]);
});

it.each([
  ['an unclosed tag', 'pages/home/index.wxml', '<view><text></view>'],
  ['an else without its if', 'pages/home/index.wxml', '<view wx:else>x</view>'],
  ['a style sheet with an open brace', 'pages/home/index.wxss', '.a { color: red'],
])('WeChat\'s own compilers refuse %s', (_what, file, text) => {
  copy.write(file, text);
  expect(compilerDefects(readProject(copy.folder))).not.toEqual([]);
});
