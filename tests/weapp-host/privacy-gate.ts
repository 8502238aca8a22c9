/**
 * Which of WeChat's privacy calls a build makes (小程序用户隐私保护指引内容介绍), read off its files. WeChat reads uploaded
 * code in the same way: what it finds must be in the guide, and what the guide names and nobody calls is asked back.
 */
import { PLACE_CALLS, PRIVACY_CALLS } from '../../src/domain/wording/privacy-guide';
import type { Project } from './host/project';

/** Calls of `wx`, and of the recorder it gives. */
const CALLS = `
getUserInfo getUserProfile getLocation getFuzzyLocation startLocationUpdate startLocationUpdateBackground onLocationChange choosePoi chooseLocation
chooseAddress chooseInvoice chooseInvoiceTitle getWeRunData chooseLicensePlate chooseImage chooseMedia chooseVideo chooseMessageFile startRecord joinVoIPChat
createVKSession openBluetoothAdapter createBLEPeripheralServer saveImageToPhotosAlbum saveVideoToPhotosAlbum addPhoneContact addPhoneCalendar
addPhoneRepeatCalendar startAccelerometer startCompass startDeviceMotionListening startGyroscope setClipboardData getClipboardData
`.trim().split(/\s+/);

/** What a build writes where it makes a call that is not `wx.<name>(`. */
const OTHERWISE: Readonly<Record<string, RegExp>> = {
  'RecorderManager.start': /\.getRecorderManager\(/,
  chooseAvatar: /open-?type["']?\s*[:=]\s*["'][^"']*chooseAvatar/i,
  getPhoneNumber: /open-?type["']?\s*[:=]\s*["'][^"']*get(Realtime)?PhoneNumber/i,
  nickname: /type["']?\s*[:=]\s*["']nickname["']/,
  camera: /<(camera|live-pusher|voip-room)[\s>]/,
  authorize: /\.authorize\(/,
};

/** WeChat's calls about places, which app.json must name. */
const ABOUT_PLACES = new Set(['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground', 'chooseAddress', 'chooseLocation', 'choosePoi']);

/** The privacy calls in a build's code and templates, each once. */
export function privacyCallsOf({ files }: Project): readonly string[] {
  const code = Object.entries(files).filter(([file]) => /\.(js|wxml)$/.test(file)).map(([, text]) => text).join('\n');
  const traces: readonly (readonly [string, RegExp])[] = [...CALLS.map((name): [string, RegExp] => [name, new RegExp(`\\.${name}\\b`)]), ...Object.entries(OTHERWISE)];
  return traces.filter(([, trace]) => trace.test(code)).map(([name]) => name).sort();
}

/** Where the build, the guide (`src/domain/wording/privacy-guide.ts`) and app.json do not name the same (WX-01, WX-11). */
export function privacyDefects(project: Project): readonly string[] {
  const called = privacyCallsOf(project);
  const declared = PRIVACY_CALLS.map(({ api }) => api);
  const named = project.app.requiredPrivateInfos ?? [];
  const places = called.filter((name) => ABOUT_PLACES.has(name));
  return [
    ...called.filter((name) => !declared.includes(name)).map((name) => `${name} is called and the privacy guide does not name it`),
    ...declared.filter((name) => !called.includes(name)).map((name) => `${name} is in the privacy guide and nothing calls it`),
    ...places.filter((name) => !named.includes(name)).map((name) => `${name} is called and app.json's requiredPrivateInfos does not name it`),
    ...named.filter((name) => !places.includes(name)).map((name) => `${name} is in app.json's requiredPrivateInfos and nothing calls it`),
    ...(places.join() === [...PLACE_CALLS].sort().join() ? [] : ['PLACE_CALLS are not the calls about places']),
    ...(project.app.__usePrivacyCheck__ === true ? [] : ['app.json does not ask for the privacy check']),
  ];
}
