/** The console of the app's code: what it says goes to the automator, which prints it or fails the test. */
import { emit } from './bridge';

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

type Say = (...args: readonly unknown[]) => void;

/** Levels a mini-program can use, and no more. */
export const guardedConsole: Readonly<Record<string, Say>> = Object.fromEntries(
  LEVELS.map((level): [string, Say] => [level, (...args) => emit('App.logAdded', { type: level, args: args.map(printable) })]),
);

/** Errors keep their words and stack; what JSON cannot hold becomes text. */
function printable(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'stack' in value) return String(value.stack);
  try {
    return JSON.parse(JSON.stringify(value)) as unknown;
  } catch {
    return String(value);
  }
}
