import Taro from '@tarojs/taro';
import type { Recorder, RecorderFailure, RecorderListener } from './recording';

/** WeChat has one microphone an app, whose listeners are set once; `current` is who it works for. */
let manager: Taro.RecorderManager | undefined;
let current: RecorderListener | undefined;

function microphone(): Taro.RecorderManager {
  if (manager !== undefined) return manager;
  const opened = Taro.getRecorderManager();
  opened.onStart(() => current?.onStart());
  opened.onStop(({ tempFilePath, duration }) => {
    const listener = current;
    current = undefined;
    listener?.onDone({ path: tempFilePath, seconds: Math.max(1, Math.round(duration / 1000)) });
  });
  opened.onError(({ errMsg }) => {
    const listener = current;
    current = undefined;
    listener?.onFail(failureOf(errMsg));
  });
  // A call that comes in ends the note; what was said so far is kept.
  opened.onInterruptionBegin(() => opened.stop());
  manager = opened;
  return opened;
}

function failureOf(message: string): RecorderFailure {
  // Its words say "permission" too, and no phone's settings would help.
  if (/privacy/i.test(message)) return 'declined';
  if (/auth|permission|denied/i.test(message)) return 'refused';
  return /not support|no microphone/i.test(message) ? 'unavailable' : 'failed';
}

/** WeChat's recorder: mp3, one voice channel at a rate meant for speech. */
export function openPhoneRecorder(listener: RecorderListener): Recorder {
  return {
    start(maxSeconds) {
      current = listener;
      microphone().start({ duration: maxSeconds * 1000, sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' });
    },
    stop: () => microphone().stop(),
    drop() {
      if (current !== listener) return;
      current = undefined;
      microphone().stop();
    },
  };
}
