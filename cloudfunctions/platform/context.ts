/** What a use case is given. Everything it may touch is here; it imports no adapter and reads no clock. */
import type { Action, Target } from '@/domain/people/access';
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import type { CountySettings } from '@/domain/settings/settings';
import type { Browser } from './browser/browser';
import type { Caller } from './caller';
import type { Files } from './files';
import type { Sealer } from './seal';
import type { Store } from './store';
import type { Wechat } from './wechat';

/** The parts of the platform that one process sets up once. */
export interface Platform {
  readonly store: Store;
  readonly settings: CountySettings;
  readonly sealer: Sealer;
  readonly files: Files;
  readonly wechat: Wechat;
  /** Whether a computer may be signed in with a single-use code: on a server whose operator stands beside it, and nowhere else. */
  readonly deskByCode?: boolean;
  /** Epoch ms; on the local server it can be moved. */
  readonly clock: () => EpochMs;
  /** Random bytes as lower-case hex, for codes. Ids derive from request ids instead. */
  readonly randomHex: (bytes: number) => string;
  /** One structured line a call. */
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

/** One call. */
export interface Context extends Omit<Platform, 'clock' | 'log'> {
  readonly caller: Caller;
  /** Of a call from a computer; absent on a phone. */
  readonly browser?: Browser;
  readonly now: EpochMs;
  /** Of `now`, in Asia/Shanghai. */
  readonly today: CivilDate;
  /**
   * Refuses with `NOT_BOUND`, `NOT_VERIFIED`, `PHONE_ONLY`, `FORBIDDEN` or, where the target must not be known to exist, `NOT_FOUND`,
   * unless the access table allows the caller this action on this target. `serve` fails a call that answered without it.
   */
  readonly permit: (action: Action, target?: Target) => void;
  /** The same question without the refusal, for showing what can be done. */
  readonly may: (action: Action, target?: Target) => boolean;
}
