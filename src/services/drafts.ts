/**
 * Reports on their way: written, kept on the phone, and sent once.
 *
 * A draft's id is the request id of its report and the upload id of its files from the first letter on, so whatever is
 * repeated after a dead network, a closed app or a lost reply is still the same report.
 */
import Taro from '@tarojs/taro';
import { newRequestId } from './request-id';
import { dropKept, keepFile, type KeptFile } from './kept-files';
import type { PlaceInput, SubmitInput } from './views';

/** One photo or voice note of a draft. */
export interface DraftFile {
  /** Which file of the draft it is; the server knows it by this number. */
  readonly no: number;
  readonly kept: KeptFile;
  /** Once the server has it. */
  readonly fileId?: string;
  readonly seconds?: number;
  /** The code of a refusal that a new try cannot mend. */
  readonly refused?: string;
}

/** What is written so far; everything may be missing. */
export interface DraftContent {
  readonly category?: SubmitInput['category'];
  readonly urgency: SubmitInput['urgency'];
  readonly text: string;
  readonly photos: readonly DraftFile[];
  readonly voice?: DraftFile;
  readonly place?: PlaceInput;
  /** The place in words, as it was chosen. */
  readonly placeName?: string;
  readonly placeText: string;
  readonly visibility: SubmitInput['visibility'];
  readonly nameHidden: boolean;
  readonly sensitive: boolean;
  readonly aboutId?: string | undefined;
  readonly aboutName?: string | undefined;
  readonly visitorName: string;
  /** For a ticket that a town's desk takes in (EVT-19). */
  readonly ticket?: DraftTicket;
  /** For a report on behalf of someone (A11Y-09). */
  readonly onBehalf?: { readonly personId: string; readonly name: string; readonly consent: 'SPOKEN' | 'PHONE' | 'PAPER' };
}

/** EVT-19: what the 12345 platform shows of a ticket; days are `YYYY-MM-DD`. */
export interface DraftTicket {
  readonly town: string;
  readonly number: string;
  readonly receivedOn: string;
  readonly answerOn: string;
  readonly callerName: string;
  readonly phone: string;
}

/** WRITING: not sent yet · WAITING: to be sent when there is a network · REFUSED: something must be put right first. */
export type DraftState = 'WRITING' | 'WAITING' | 'REFUSED';

export interface Draft extends DraftContent {
  readonly id: string;
  readonly state: DraftState;
  readonly nextNo: number;
  readonly changedAt: number;
  /** Why the server refused it. */
  readonly refusal?: { readonly code: string; readonly data?: unknown };
}

const KEY = 'drafts';
const listeners = new Set<() => void>();
let drafts: readonly Draft[] | undefined;

/** All drafts of this phone, newest first. */
export function allDrafts(): readonly Draft[] {
  drafts ??= read();
  return drafts;
}

/** Follows the drafts; answers how to stop. */
export function onDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A new, empty draft. It is kept as soon as something is written into it. */
export function newDraft(): Draft {
  return {
    id: newRequestId(),
    state: 'WRITING',
    nextNo: 0,
    changedAt: Date.now(),
    urgency: 'NORMAL',
    text: '',
    photos: [],
    placeText: '',
    visibility: 'HANDLERS',
    nameHidden: false,
    sensitive: false,
    visitorName: '',
  };
}

export function draftOf(id: string): Draft | undefined {
  return allDrafts().find((draft) => draft.id === id);
}

/** Keeps a draft as it now is. False when the phone is full; whoever writes must then be told. */
export function saveDraft(draft: Draft): boolean {
  const changed = { ...draft, changedAt: Date.now() };
  return write([changed, ...allDrafts().filter(({ id }) => id !== draft.id)]);
}

/** Adds a photo or the voice note; its bytes stay on the phone until the server has them. */
export async function attach(draft: Draft, path: string, seconds?: number): Promise<Draft> {
  const no = draft.nextNo;
  const kept = await keepFile(path, `${draft.id}:${no}`);
  const file: DraftFile = { no, kept, ...(seconds === undefined ? {} : { seconds }) };
  const next: Draft = seconds === undefined
    ? { ...draft, nextNo: no + 1, photos: [...draft.photos, file] }
    : { ...draft, nextNo: no + 1, voice: file };
  saveDraft(next);
  return next;
}

/** Takes a file out again. */
export async function detach(draft: Draft, no: number): Promise<Draft> {
  const { voice, ...rest } = draft;
  const gone = [...draft.photos, ...(voice === undefined ? [] : [voice])].find((file) => file.no === no);
  const next: Draft = { ...rest, photos: draft.photos.filter((file) => file.no !== no), ...(voice === undefined || voice.no === no ? {} : { voice }) };
  saveDraft(next);
  if (gone !== undefined) await dropKept(gone.kept);
  return next;
}

/** Removes a draft and its files from the phone: it was sent, or its writer does not want it. */
export async function dropDraft(id: string): Promise<void> {
  const draft = draftOf(id);
  write(allDrafts().filter((other) => other.id !== id));
  if (draft === undefined) return;
  for (const { kept } of [...draft.photos, ...(draft.voice === undefined ? [] : [draft.voice])]) await dropKept(kept);
}

/** Forgets every draft; for when another person takes over the phone. */
export function forgetDrafts(): void {
  for (const { id } of allDrafts()) void dropDraft(id);
}

function read(): readonly Draft[] {
  const stored: unknown = Taro.getStorageSync(KEY);
  return Array.isArray(stored) ? (stored as readonly Draft[]) : [];
}

function write(next: readonly Draft[]): boolean {
  drafts = next;
  let kept = true;
  try {
    Taro.setStorageSync(KEY, next);
  } catch {
    // The phone is full: it stays in memory, and the page says that it is not kept.
    kept = false;
  }
  for (const listener of listeners) listener();
  return kept;
}
