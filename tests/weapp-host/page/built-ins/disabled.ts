import type * as glassEasel from 'glass-easel';
import { controlOf } from './control';

const CAN_BE_DISABLED = 'wx-button, wx-switch, wx-radio, wx-checkbox, wx-picker';

/** A tap on a disabled control reaches nobody. */
export function swallowsTap(target: glassEasel.Element): boolean {
  const element = target.getBackendElement() as unknown as Element | null;
  return controlOf(element?.closest(CAN_BE_DISABLED))?.property('disabled') === true;
}
