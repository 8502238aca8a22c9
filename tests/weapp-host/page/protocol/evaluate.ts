/** Code a test sends over, run where the app's code runs. */
import { compileInSandbox } from '../sandbox';

/** What such code may use. */
export interface AppSide {
  readonly wx: object;
  readonly getApp: () => unknown;
  readonly getCurrentPages: () => readonly unknown[];
  /** Functions of the test that it exposed to the app, by name. */
  readonly exposed: Record<string, unknown>;
}

/** Runs the body of a function and answers what it returns. */
export function evaluate(body: string, { exposed, ...scope }: AppSide): unknown {
  return compileInSandbox(body, [], { ...scope, ...exposed }, 'evaluate')();
}
