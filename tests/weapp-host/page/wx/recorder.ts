/** wx.getRecorderManager: one microphone an app; a note lasts until it is stopped or its time is up. */
import type { Phone } from '../phone';
import type { FileStore } from './file-store';
import type { Privacy } from './privacy';

/** Not speech, but frames of MP3 (48 kbps, 16 kHz, one channel), which can be kept, measured, sent and looked into. */
const FRAME_HEAD = [0xff, 0xf3, 0x68, 0xc4];
const FRAME_BYTES = 216;
const FRAMES = 28;

interface StartOptions {
  /** Milliseconds. */
  readonly duration?: number;
  readonly format?: string;
}

export function recorderApis(phone: Phone, files: FileStore, privacy: Privacy): object {
  const heard = new Map<string, (detail: object) => void>();
  const hear = (event: string) => (listener: (detail: object) => void) => { heard.set(event, listener); };
  const tell = (event: string, detail: object = {}) => setTimeout(() => heard.get(event)?.(detail), 0);
  let running: { readonly startedAt: number; readonly format: string; readonly timer: number } | undefined;

  async function start({ duration = 60_000, format = 'aac' }: StartOptions = {}): Promise<void> {
    phone.note('RecorderManager.start', { duration, format });
    try {
      await privacy.consent('RecorderManager.start');
    } catch (error) {
      tell('error', { errMsg: `operateRecorder:fail ${error instanceof Error ? error.message : ''}` });
      return;
    }
    if (phone.state.denied.includes('scope.record')) {
      tell('error', { errMsg: 'operateRecorder:fail auth deny' });
      return;
    }
    running = { startedAt: Date.now(), format, timer: window.setTimeout(stop, duration) };
    tell('start');
  }
  function stop(): void {
    if (running === undefined) return;
    const { startedAt, format, timer } = running;
    running = undefined;
    clearTimeout(timer);
    const bytes = silence();
    tell('stop', { tempFilePath: files.temporary(bytes, `.${format}`), duration: Date.now() - startedAt, fileSize: bytes.length });
  }

  const manager = {
    start: (options?: StartOptions) => { void start(options); },
    stop,
    pause: () => tell('pause'), resume: () => tell('resume'),
    onStart: hear('start'), onStop: hear('stop'), onError: hear('error'), onPause: hear('pause'), onResume: hear('resume'),
    onFrameRecorded: hear('frame'), onInterruptionBegin: hear('interruptionBegin'), onInterruptionEnd: hear('interruptionEnd'),
  };
  return { getRecorderManager: () => manager };
}

/** A second of it. */
function silence(): Uint8Array {
  const bytes = new Uint8Array(FRAME_BYTES * FRAMES);
  for (let frame = 0; frame < FRAMES; frame += 1) bytes.set(FRAME_HEAD, frame * FRAME_BYTES);
  return bytes;
}
