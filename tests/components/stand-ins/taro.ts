/** Taro's calls, recorded; storage is the browser's. A test gives a call another answer with `mockResolvedValueOnce`. */
import { useEffect, useRef } from 'react';

const answers = <T>(value: T) => jest.fn((..._args: readonly unknown[]): Promise<T> => Promise.resolve(value));

/** The microphone: a test speaks to the listeners it was given. */
export interface RecorderStandIn {
  readonly start: jest.Mock;
  readonly stop: jest.Mock;
  readonly listeners: Record<string, ((event: unknown) => void) | undefined>;
}

const listeners: RecorderStandIn['listeners'] = {};
const listensFor = (name: string) => (listener: (event: unknown) => void) => { listeners[name] = listener; };
const recorder = {
  listeners,
  start: jest.fn(),
  stop: jest.fn(),
  onStart: listensFor('start'),
  onStop: listensFor('stop'),
  onError: listensFor('error'),
  onInterruptionBegin: listensFor('interruption'),
};

const onEvent: Record<string, (() => void)[]> = {};

const sound = { src: '', play: jest.fn(), stop: jest.fn(), destroy: jest.fn(), onEnded: jest.fn(), onError: jest.fn() };

const Taro = {
  navigateTo: answers({}),
  navigateBack: answers({}),
  redirectTo: answers({}),
  reLaunch: answers({}),
  setNavigationBarTitle: answers({}),
  pageScrollTo: answers({}),
  nextTick: (run: () => void): void => run(),
  showToast: answers({}),
  showLoading: answers({}),
  hideLoading: jest.fn(),
  showModal: answers({ confirm: true, cancel: false }),
  showActionSheet: answers({ tapIndex: 0 }),
  makePhoneCall: answers({}),
  openSetting: answers({}),
  previewImage: answers({}),
  chooseMedia: answers({ tempFiles: [{ tempFilePath: 'tmp://photo-1' }] }),
  getNetworkType: answers({ networkType: 'wifi' }),
  setClipboardData: answers({}),
  stopPullDownRefresh: jest.fn(),
  getCurrentPages: jest.fn((): readonly unknown[] => [{}]),
  getAppBaseInfo: jest.fn((): Record<string, unknown> => ({})),
  getStorageSync: (key: string): unknown => JSON.parse(window.localStorage.getItem(key) ?? '""'),
  setStorageSync: (key: string, value: unknown): void => window.localStorage.setItem(key, JSON.stringify(value)),
  removeStorageSync: (key: string): void => window.localStorage.removeItem(key),
  getStorageInfoSync: () => ({ keys: Object.keys(window.localStorage) }),
  onNetworkStatusChange: jest.fn(),
  getRecorderManager: () => recorder,
  eventCenter: {
    on: (name: string, listener: () => void): void => { (onEvent[name] ??= []).push(listener); },
    trigger: (name: string): void => onEvent[name]?.forEach((listener) => listener()),
  },
  createInnerAudioContext: () => sound,
  /** Forgets what was called. */
  forget(): void {
    for (const call of Object.values(Taro)) {
      if (jest.isMockFunction(call)) call.mockClear();
    }
  },
};

/** Runs once, as on a page's first show; a page shown again is tested by calling what it registered. */
function useOnce(run: () => void): void {
  const first = useRef(run);
  useEffect(() => { first.current(); }, []);
}

export const useRouter = jest.fn((): { params: Record<string, string> } => ({ params: {} }));
export const useLoad = useOnce;
export const useLaunch = useOnce;
export const useReady = useOnce;
export const useUnload = jest.fn();
export const useReachBottom = jest.fn();
export const usePullDownRefresh = jest.fn();

const shown = new Set<() => void>();
export function useDidShow(run: () => void): void {
  useEffect(() => {
    shown.add(run);
    return () => { shown.delete(run); };
  });
  useOnce(() => { if (!isLate) run(); });
}

let isLate = false;

/** What is drawn in `draw` comes onto a page that was shown already: it hears of the next showing only. */
export function afterTheShow<T>(draw: () => T): T {
  isLate = true;
  try {
    return draw();
  } finally {
    isLate = false;
  }
}

const hidden = new Set<() => void>();
export const useDidHide = jest.fn((run: () => void): void => {
  useEffect(() => {
    hidden.add(run);
    return () => { hidden.delete(run); };
  });
});

/** Another page came before the one under test. */
export function hide(): void {
  for (const run of hidden) run();
}

/** A page under test is shown again. */
export function showAgain(): void {
  for (const run of shown) run();
}

export const getCurrentInstance = () => ({ router: { params: {} } });
export default Taro;
