/** The phone around the mini-program: what it has, what its owner allows, what it was asked to do. */

export interface PhoneFile {
  readonly name: string;
  readonly base64: string;
}

/** What a test may set; see `launch-host.ts`. */
export interface PhoneState {
  /** none: no network; calls fail at once. */
  networkType: 'wifi' | '4g' | 'none';
  /** What the owner picks when asked for pictures. */
  pictures: readonly PhoneFile[];
  /** Where the owner points on the map when asked; null closes the map. */
  place: { readonly name: string; readonly address: string; readonly latitude: number; readonly longitude: number } | null;
  /** Files the owner picks out of a chat. */
  sheets: readonly PhoneFile[];
  /** Permissions refused, by WeChat's scope: `scope.record`, `scope.camera`, ... */
  denied: readonly string[];
  /** Whether the privacy guide still waits for consent, and what the owner says when asked. */
  privacyNeeded: boolean;
  privacyAnswer: 'agree' | 'disagree';
  /** What the owner, or WeChat, says to every message template that is asked for; off: the owner wants no messages at all. */
  subscribeAnswer: 'accept' | 'reject' | 'ban' | 'filter' | 'off';
  /** The owner's own text size in WeChat's settings. */
  fontSizeSetting: number;
}

export interface NotedCall {
  readonly name: string;
  /** What was asked, without its callbacks. */
  readonly options: unknown;
}

export interface Phone {
  readonly state: PhoneState;
  set(change: Partial<PhoneState>): void;
  note(name: string, options: object): void;
  noted(name?: string): readonly NotedCall[];
  /** Registers a listener of something that happens to the phone, such as `networkStatusChange`. */
  on(event: string, listener: (detail: object) => void): void;
  off(event: string, listener?: (detail: object) => void): void;
  happens(event: string, detail: object): void;
}

/** One pixel: enough to be a picture, and small enough for any limit. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A phone on Wi-Fi whose owner allows everything. */
export function openPhone(): Phone {
  const state: PhoneState = {
    networkType: 'wifi', pictures: [{ name: 'picture.png', base64: PIXEL }], denied: [], privacyNeeded: false, privacyAnswer: 'agree', fontSizeSetting: 16,
    place: { name: '老供销社', address: '漩涡镇', latitude: 32.7354321, longitude: 108.4987654 }, sheets: [], subscribeAnswer: 'accept',
  };
  const calls: NotedCall[] = [];
  const listeners = new Map<string, Set<(detail: object) => void>>();

  function happens(event: string, detail: object): void {
    for (const listener of [...(listeners.get(event) ?? [])]) setTimeout(() => listener(detail), 0);
  }

  return {
    state,
    set(change) {
      const before = state.networkType;
      Object.assign(state, change);
      if (state.networkType !== before) happens('networkStatusChange', { isConnected: state.networkType !== 'none', networkType: state.networkType });
    },
    note(name, options) {
      calls.push({ name, options: JSON.parse(JSON.stringify(options)) as unknown });
    },
    noted: (name) => calls.filter((call) => name === undefined || call.name === name),
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off(event, listener) {
      if (listener === undefined) listeners.delete(event);
      else listeners.get(event)?.delete(listener);
    },
    happens,
  };
}
