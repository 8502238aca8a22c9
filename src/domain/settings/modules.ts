/** Which parts of the system a county can switch off, and what belongs to each (BUR-08: the rest works without it). */
import type { BoxKind } from '../voting/box';
import type { ModuleSettings } from './settings';

/** The others are what the system is there for, and always on. */
export type SwitchedModule = 'consultations' | 'deputies' | 'points';

/** The functions that belong to a module, by their names in the contract; what is not named here is always on. */
const FUNCTIONS: Readonly<Record<string, readonly SwitchedModule[]>> = {
  consultations: ['consultations'],
  deputies: ['deputies'],
  // The one ballot box of both; which of its boxes rest is a matter of their kind.
  voting: ['consultations', 'deputies'],
};

const BOXES: Readonly<Record<BoxKind, SwitchedModule | undefined>> = { CONSULT: 'consultations', DEPUTY: 'deputies', HEAD: undefined };

/** Whether a function has nothing left to do, because every module that it serves is off. */
export function isFunctionOff(modules: ModuleSettings, name: string): boolean {
  const serves = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return serves !== undefined && serves.every((module) => !modules[module]);
}

/** Whether ballot boxes of a kind rest. */
export function isBoxOff(modules: ModuleSettings, kind: BoxKind): boolean {
  const module = BOXES[kind];
  return module !== undefined && !modules[module];
}
