/** What the phone says about itself and the app: an iPhone of 375 points, and a released WeChat. */
import type { Phone } from '../phone';
import { asynchronous } from './answer';

const STATUS_BAR = 20;

export function systemApis(phone: Phone, launchOptions: () => object): object {
  const { innerWidth: width, innerHeight: height } = window;
  const windowInfo = () => ({
    pixelRatio: 2, screenWidth: width, screenHeight: height, windowWidth: width, windowHeight: height, statusBarHeight: STATUS_BAR, screenTop: 0,
    safeArea: { left: 0, right: width, top: STATUS_BAR, bottom: height, width, height: height - STATUS_BAR },
  });
  const deviceInfo = () => ({ brand: 'iPhone', model: 'iPhone 8', system: 'iOS 16.0', platform: 'ios', benchmarkLevel: 30, abi: 'arm64' });
  const appBaseInfo = () => ({ SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', enableDebug: false, theme: 'light', fontSizeSetting: phone.state.fontSizeSetting, host: { env: 'WeChat' } });
  const everything = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() });
  const allowed = (scope: string) => !phone.state.denied.includes(scope);
  const settings = () => Object.fromEntries(['scope.record', 'scope.camera', 'scope.userLocation', 'scope.writePhotosAlbum'].map((scope) => [scope, allowed(scope)]));

  return {
    getSystemInfoSync: everything,
    getSystemInfo: asynchronous(phone, 'getSystemInfo', everything),
    getSystemInfoAsync: asynchronous(phone, 'getSystemInfoAsync', everything),
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({
      microphoneAuthorized: allowed('scope.record') ? 'authorized' : 'denied',
      cameraAuthorized: allowed('scope.camera') ? 'authorized' : 'denied',
      albumAuthorized: 'authorized', locationAuthorized: 'authorized', notificationAuthorized: 'authorized', phoneCalendarAuthorized: 'authorized',
    }),
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, left: width - 94, right: width - 7, top: STATUS_BAR + 4, bottom: STATUS_BAR + 36 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: launchOptions,
    getEnterOptionsSync: launchOptions,
    getUpdateManager: () => ({ onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing, applyUpdate: nothing }),
    getSetting: asynchronous(phone, 'getSetting', () => ({ authSetting: settings() })),
    openSetting: asynchronous(phone, 'openSetting', () => ({ authSetting: settings() })),
    authorize: asynchronous(phone, 'authorize', ({ scope }) => { if (!allowed(String(scope))) throw new Error('auth deny'); }),
    login: asynchronous(phone, 'login', () => ({ code: 'a-code-of-no-account' })),
    checkSession: asynchronous(phone, 'checkSession', () => undefined),
    getRandomValues: asynchronous(phone, 'getRandomValues', ({ length }) => ({ randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer })),
    nextTick: (act: () => void) => { setTimeout(act, 0); },
  };
}

function nothing(): void {
  // No update ever comes.
}
