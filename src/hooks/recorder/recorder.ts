import { openPhoneRecorder } from './phone';
import type { Recorder, RecorderListener } from './recording';
import { openWebRecorder } from './web';

/** The microphone of WeChat or of the browser. */
export function openRecorder(listener: RecorderListener): Recorder {
  return process.env.TARO_ENV === 'h5' ? openWebRecorder(listener) : openPhoneRecorder(listener);
}
