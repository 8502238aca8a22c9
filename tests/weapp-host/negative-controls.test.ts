/** The host must notice what is broken: each control breaks a copy of the build, and the journey must then fail. */
import fs from 'node:fs';
import path from 'node:path';
import { installedBrowser } from '../e2e/find-browser.cjs';
import { copyOfBuild, type BuildCopy } from './build-under-test';
import { compilerDefects, configDefects, packageSizes, sizeDefects } from './gates';
import { readProject } from './host/project';
import { launchHost, type Host } from './launch-host';
import { LEAST, layoutDefects } from './layout-gate';
import { privacyDefects } from './privacy-gate';
import { projectConfigDefects, unknownSettings, type ProjectConfig } from './settings-gate';
import { unknownTags } from './template-gate';
import { walkTheTabs } from './tabs.journey';

/** Enough for a busy machine to open one page after the other; what these wait for does not come. */
const patienceMs = 20_000;
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
  host = await launchHost({ dist: copy.folder, cloud, patienceMs });
  await walkTheTabs(host);
}

it('a template without its tap binding fails: nothing can be tapped', async () => {
  copy.write('base.wxml', copy.read('base.wxml').replaceAll('bindtap="eh"', ''));
  await expect(walk()).rejects.toThrow('pages/me/index to be in front');
});

it('templates that tell a screen reader nothing fail: what cannot be named cannot be tapped (A11Y-08)', async () => {
  copy.write('base.wxml', copy.read('base.wxml').replace(/ aria-(role|label)="[^"]*"/g, ''));
  await expect(walk()).rejects.toThrow('something to tap that says 我的');
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
  ['a question mark that templates do not have', 'pages/home/index.wxml', '<view>{{root?.cn}}</view>'],
  ['a style sheet with an open brace', 'pages/home/index.wxss', '.a { color: red'],
])('WeChat\'s own compilers refuse %s', (_what, file, text) => {
  copy.write(file, text);
  expect(compilerDefects(readProject(copy.folder))).not.toEqual([]);
});

it('a component that nobody registered is found, and so is one whose files are gone', () => {
  copy.write('pages/home/index.wxml', `${copy.read('pages/home/index.wxml')}<no-such-thing/>`);
  expect(unknownTags(readProject(copy.folder))).toEqual(['pages/home/index.wxml: <no-such-thing> is no component']);
  copy.remove('comp.wxml');
  expect(configDefects(readProject(copy.folder)).join()).toContain('comp, which is not there');
});

it.each([
  ['a call that the guide does not name', 'pages/me/index.js', 'wx.chooseAddress({});', 'chooseAddress is called and the privacy guide does not name it'],
  ['a place that app.json does not name', 'pages/me/index.js', 'wx.getFuzzyLocation({});', 'getFuzzyLocation is called and app.json\'s requiredPrivateInfos does not name it'],
  ['a button that asks for the phone number', 'pages/me/index.js', 'var a = { openType: "getPhoneNumber" };', 'getPhoneNumber is called and the privacy guide does not name it'],
  ['a camera in a template', 'pages/me/index.wxml', '<camera class="a"/>', 'camera is called and the privacy guide does not name it'],
])('%s is found (WX-01)', (_what, file, text, defect) => {
  copy.write(file, `${copy.read(file)}\n${text}`);
  expect(privacyDefects(readProject(copy.folder))).toContain(defect);
});

it('a call that the guide names and nobody makes is found, in the guide and in app.json (WX-01, WX-11)', () => {
  const callers = Object.entries(readProject(copy.folder).files).filter(([file, text]) => file.endsWith('.js') && text.includes('.chooseLocation'));
  expect(callers.length).toBeGreaterThan(0);
  for (const [file, text] of callers) copy.write(file, text.replaceAll('.chooseLocation', '.chooseNothing'));
  expect(privacyDefects(readProject(copy.folder))).toEqual(expect.arrayContaining([
    'chooseLocation is in the privacy guide and nothing calls it', 'chooseLocation is in app.json\'s requiredPrivateInfos and nothing calls it',
  ]));
});

it('a place asked for without being named in app.json is refused on the phone', async () => {
  const app = JSON.parse(copy.read('app.json')) as Record<string, unknown>;
  copy.write('app.json', JSON.stringify({ ...app, requiredPrivateInfos: [], __usePrivacyCheck__: undefined }));
  expect(privacyDefects(readProject(copy.folder))).toEqual([
    'chooseLocation is called and app.json\'s requiredPrivateInfos does not name it', 'app.json does not ask for the privacy check',
  ]);
  host = await launchHost({ dist: copy.folder, cloud });
  await expect(host.miniProgram.callWxMethod('chooseLocation', {})).rejects.toThrow('requiredPrivateInfos');
});

it('settings that WeChat does not know are found', () => {
  const app = JSON.parse(copy.read('app.json')) as Record<string, unknown>;
  copy.write('app.json', JSON.stringify({ ...app, lazyLoading: true, preloadRule: { 'pages/home/index': { packages: ['packages/gone'] } } }));
  copy.write('pages/me/index.json', JSON.stringify({ ...(JSON.parse(copy.read('pages/me/index.json')) as object), title: '我的' }));
  expect(unknownSettings(readProject(copy.folder))).toEqual(['app.json: WeChat knows no "lazyLoading"', 'pages/me/index.json: WeChat knows no "title"', 'app.json preloads packages/gone, which is no sub-package']);
});

it('a package over its limit is found, the main one and a sub-package by a limit of their own', () => {
  copy.write('ballast.js', '/'.repeat(400 * 1024));
  copy.write('packages/inbox/ballast.js', '/'.repeat(2 * 1024 * 1024));
  expect(sizeDefects(packageSizes(readProject(copy.folder))).map((defect) => defect.replace(/\d+ KB, /, ''))).toEqual([
    'packages/inbox/: WeChat takes 2048 KB', 'main: our own limit is 600 KB', 'packages/inbox/: our own limit is 256 KB',
  ]);
});

it.each<[string, Partial<ProjectConfig>]>([
  ['a root outside the repository', { miniprogramRoot: '/tmp/dist/' }], ['no folder of functions', { cloudfunctionRoot: undefined }],
  ['an app id that is none', { appid: 'wx123' }], ['a build that is built again', { setting: { urlCheck: true, es6: true } }],
  ['a version that is none', { libVersion: 'latest' }], ['a way of leaving out that is none', { packOptions: { ignore: [{ type: 'glub', value: 'x' }] } }],
])('project.config.json with %s is found', (_what, change) => {
  const config = JSON.parse(fs.readFileSync(path.join(__dirname, '../../project.config.json'), 'utf8')) as ProjectConfig;
  expect(projectConfigDefects({ ...config, ...change })).not.toEqual([]);
});

(installedBrowser() === undefined ? it.skip : it)('what is drawn too small to tap, or wider than the phone, is found', async () => {
  copy.write('app.wxss', `${copy.read('app.wxss')} .c-tabs__tab { flex: none !important; min-height: 0 !important; height: 30px !important; width: 400px !important; }`);
  host = await launchHost({ dist: copy.folder, backend: 'chromium', cloud });
  await host.see('首页');
  const defects = layoutDefects(await host.layout(), LEAST.standard).join('\n');
  expect(defects).toContain('px too wide');
  expect(defects).toContain('x 30 px: 首页');
});
