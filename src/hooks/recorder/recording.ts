/** A voice note as a temporary file on this phone; it must be uploaded or copied before the app closes. */
export interface Recording {
  readonly path: string;
  /** Whole seconds, at least 1. */
  readonly seconds: number;
}

/**
 * declined: the privacy guide was not agreed to (WX-02) · refused: the person or the system did not give the microphone ·
 * unavailable: there is none · failed: anything else.
 */
export type RecorderFailure = 'declined' | 'refused' | 'unavailable' | 'failed';

export interface RecorderListener {
  readonly onStart: () => void;
  readonly onDone: (recording: Recording) => void;
  readonly onFail: (failure: RecorderFailure) => void;
}

export interface Recorder {
  /** Starts; stops by itself after `maxSeconds`. */
  start(maxSeconds: number): void;
  /** Stops and hands over the recording. */
  stop(): void;
  /** Stops and throws away; nothing is told any more. */
  drop(): void;
}
