/** wx.on... and wx.off...: registered with the phone, told when a test or the host makes them happen. */
import { onFault } from '../faults';
import type { Phone } from '../phone';

const EVENTS = ['appShow', 'appHide', 'networkStatusChange', 'themeChange', 'memoryWarning', 'windowResize', 'keyboardHeightChange', 'pageNotFound', 'unhandledRejection', 'audioInterruptionBegin', 'audioInterruptionEnd', 'userCaptureScreen', 'lazyLoadError', 'networkWeak'];

type Listener = (detail: object) => void;

export function listeningApis(phone: Phone): object {
  const pairs = EVENTS.flatMap((event) => {
    const name = event.charAt(0).toUpperCase() + event.slice(1);
    return [
      [`on${name}`, (listener: Listener) => phone.on(event, listener)],
      [`off${name}`, (listener?: Listener) => phone.off(event, listener)],
    ];
  });
  return { ...Object.fromEntries(pairs) as object, onError: onFault, offError: () => undefined };
}
