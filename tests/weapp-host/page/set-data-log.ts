/** What every page sent from its code to its drawing, which on a phone is another thread: the cost of a screen. */
import { utf8Bytes } from './wx/utf8';

export interface SetDataCall {
  /** Path of the page. */
  readonly page: string;
  readonly bytes: number;
}

const calls: SetDataCall[] = [];

export function noteSetData(page: string, json: string): void {
  calls.push({ page, bytes: utf8Bytes(json).length });
}

/** Since the app started, in order. */
export function setDataCalls(): readonly SetDataCall[] {
  return calls;
}
