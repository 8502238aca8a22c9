/** Which parts of the system a county can switch off, and what belongs to each (BUR-08: the rest works without it). */
import type { BoxKind } from '../voting/box';
import type { ModuleSettings } from './settings';

/** The others are what the system is there for, and always on. */
export type SwitchedModule = 'consultations' | 'deputies' | 'points';

/** The functions that belong to a module, and single actions that belong to another; what is not named here is always on. */
const SERVES: Readonly<Record<string, readonly SwitchedModule[]>> = {
  consultations: ['consultations'],
  deputies: ['deputies'],
  appraisals: ['points'],
  ledgers: ['points'],
  points: ['points'],
  // Workbooks are read and written in one function, whosever they are.
  'ledgers.checkDirectory': ['deputies'],
  'ledgers.directorySheet': ['deputies'],
  'ledgers.loadDirectory': ['deputies'],
  // The one ballot box of all three; which of its boxes rest is a matter of their kind.
  voting: ['consultations', 'deputies', 'points'],
};

const BOXES: Readonly<Record<BoxKind, SwitchedModule | undefined>> = { CONSULT: 'consultations', DEPUTY: 'deputies', HEAD: undefined, MEMBER: 'points' };

/** Whether an action, `issues.submit`, rests because every module that it serves is off. */
export function isActionOff(modules: ModuleSettings, action: string): boolean {
  const [name = ''] = action.split('.');
  const key = [action, name].find((one) => Object.hasOwn(SERVES, one));
  const serves = key === undefined ? undefined : SERVES[key];
  return serves !== undefined && serves.every((module) => !modules[module]);
}

/** Whether ballot boxes of a kind rest. */
export function isBoxOff(modules: ModuleSettings, kind: BoxKind): boolean {
  const module = BOXES[kind];
  return module !== undefined && !modules[module];
}
