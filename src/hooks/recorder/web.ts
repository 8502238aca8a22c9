import type { Recorder, RecorderFailure, RecorderListener } from './recording';

/** The browser's recorder. The path is an object URL, good until the page is left. */
export function openWebRecorder(listener: RecorderListener): Recorder {
  let session: { readonly recorder: MediaRecorder; readonly timer: number } | undefined;
  let dropped = false;

  async function begin(maxSeconds: number): Promise<void> {
    if (typeof MediaRecorder === 'undefined' || navigator.mediaDevices === undefined) {
      listener.onFail('unavailable');
      return;
    }
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (error) {
      if (!dropped) listener.onFail(failureOf(error));
      return;
    }
    const letGo = () => { for (const track of stream.getTracks()) track.stop(); };
    if (dropped) {
      letGo();
      return;
    }
    const recorder = new MediaRecorder(stream);
    const pieces: Blob[] = [];
    const startedAt = Date.now();
    recorder.ondataavailable = (event) => { pieces.push(event.data); };
    recorder.onerror = () => {
      letGo();
      if (!dropped) listener.onFail('failed');
    };
    recorder.onstop = () => {
      letGo();
      window.clearTimeout(session?.timer);
      session = undefined;
      if (dropped) return;
      const path = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
      listener.onDone({ path, seconds: Math.max(1, Math.round((Date.now() - startedAt) / 1000)) });
    };
    recorder.start();
    session = { recorder, timer: window.setTimeout(() => recorder.stop(), maxSeconds * 1000) };
    listener.onStart();
  }

  return {
    start(maxSeconds) {
      dropped = false;
      void begin(maxSeconds);
    },
    stop: () => session?.recorder.stop(),
    drop() {
      dropped = true;
      session?.recorder.stop();
    },
  };
}

function failureOf(error: unknown): RecorderFailure {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' ? 'unavailable' : 'failed';
}
