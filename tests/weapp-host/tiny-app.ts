/** The smallest mini-program the host can run, written without Taro, for tests of the host itself. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PAGE = `Page({
  data: { name: '', taps: 0, seen: [] },
  onLoad(query) { this.note('load:' + JSON.stringify(query)); },
  onShow() { this.note('show'); },
  onHide() { getApp().hidden = (getApp().hidden || 0) + 1; },
  note(words) { this.setData({ seen: this.data.seen.concat(words) }); },
  tap() { this.setData({ taps: this.data.taps + 1 }); },
  typed(event) { this.setData({ name: event.detail.value }); },
  turned(event) { this.note('switch:' + event.detail.value); },
  chose(event) { this.note('radio:' + event.detail.value); },
  subscribe(event) {
    const ask = () => wx.requestSubscribeMessage({ tmplIds: event.currentTarget.dataset.ids.split(','), complete: (answer) => this.note(JSON.stringify(answer)) });
    if (event.currentTarget.dataset.late) setTimeout(ask, 0); else ask();
  },
  widen() { this.setData({ width: '900px' }); },
  sent(event) { this.note('form:' + JSON.stringify(event.detail.value)); },
});`;

const TEMPLATE = `<wxs module="words" src="../words.wxs"/>
<view class="taps" bindtap="tap" aria-role="button" aria-label="数一数">{{words.times(taps)}}</view>
<button class="stopped" disabled bindtap="tap">不能点</button>
<view class="seen">{{words.joined(seen)}}</view>
<input class="name" value="{{name}}" maxlength="{{4}}" bindinput="typed"/><text class="said">{{name}}</text>
<switch class="on" bindchange="turned"/>
<radio-group bindchange="chose"><label class="first"><radio value="a"/>甲</label><label class="second"><radio value="b"/>乙</label></radio-group>
<form bindsubmit="sent"><input name="word" class="word"/><button form-type="submit" class="send">交</button></form>
<badge class="badge" words="新"/>
<button id="yes" class="agree" open-type="agreePrivacyAuthorization">同意</button>
<view class="subscribe" bindtap="subscribe" data-ids="a,b,c">提醒</view><view class="subscribe-late" bindtap="subscribe" data-ids="a" data-late="1">晚了</view>
<view class="subscribe-four" bindtap="subscribe" data-ids="a,b,c,d">四个</view><view class="widen" bindtap="widen" style="width: {{width || 'auto'}}">宽</view>`;

const FILES: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['home/index', 'next/index', 'tab/index'],
    subPackages: [{ root: 'sub', pages: ['deep/index'] }],
    tabBar: { list: [{ pagePath: 'home/index', text: '一' }, { pagePath: 'tab/index', text: '二' }] },
    usingComponents: { badge: '/badge' },
    requiredPrivateInfos: ['chooseLocation'],
  }),
  'app.js': 'App({ onLaunch(options) { this.launched = options.path; }, onError(words) { this.fault = words; } });',
  'app.wxss': '@import "./colour.wxss"; view { padding: 20rpx; } .taps { color: rgb(1, 2, 3); }',
  'colour.wxss': 'page { background-color: rgb(4, 5, 6); }',
  'words.wxs': 'module.exports = { times: function (n) { return "点了" + n + "次"; }, joined: function (all) { return all.join("|"); } };',
  'badge.json': JSON.stringify({ component: true }),
  'badge.js': 'Component({ properties: { words: String }, methods: { say() { return this.data.words; } } });',
  'badge.wxml': '<text>{{words}}</text>',
  ...Object.fromEntries(['home', 'next', 'tab', 'sub/deep'].flatMap((folder) => [
    [`${folder}/index.js`, PAGE], [`${folder}/index.wxml`, TEMPLATE.replace('../words', folder === 'sub/deep' ? '../../words' : '../words')], [`${folder}/index.json`, '{}'],
  ])),
  'next/index.wxss': '.taps { color: rgb(7, 8, 9); }',
};

/** Writes it into a fresh folder and answers where. */
export function writeTinyApp(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tiny-weapp-'));
  for (const [file, text] of Object.entries(FILES)) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}
