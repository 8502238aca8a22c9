/** Sends the drafts that wait: files first, then the report; whatever fails by the network is tried again later. */
import { AppError } from './app-error';
import { api } from './client';
import { allDrafts, draftOf, dropDraft, saveDraft, type Draft, type DraftFile, type DraftTicket } from './drafts';
import { openKept } from './kept-files';
import { upload } from './uploads';
import type { Receipt, SubmitInput, TicketInput } from './views';

/** What every way of reporting answers with. */
type Filed = Pick<Receipt, 'issueId' | 'number'>;

export type Outcome =
  | { readonly kind: 'SENT'; readonly receipt: Filed }
  /** No network, or the server is busy: it stays on the phone and goes by itself. */
  | { readonly kind: 'KEPT'; readonly error: AppError }
  /** Something must be put right first. */
  | { readonly kind: 'REFUSED'; readonly error: AppError };

/** The page that says who has it. */
export function sentUrl({ issueId }: Pick<Receipt, 'issueId'>): string {
  return `/packages/report/sent/index?id=${encodeURIComponent(issueId)}`;
}

/** The page that says that it waits on the phone, and for what. */
export function keptUrl({ code }: AppError): string {
  return `/packages/report/sent/index?for=${code === 'OFFLINE' ? 'network' : 'answer'}`;
}

/** One sender a draft at a time: two taps, or a tap and the returning network, must not race. */
const underWay = new Map<string, Promise<Outcome>>();

/** Sends one draft now, or keeps it for later. */
export function send(id: string): Promise<Outcome> {
  const running = underWay.get(id);
  if (running !== undefined) return running;
  const sending = sendOnce(id).finally(() => underWay.delete(id));
  underWay.set(id, sending);
  return sending;
}

/** Sends everything that waits; called when the app opens and when the network returns. */
export async function sendWaiting(): Promise<void> {
  for (const { id, state } of allDrafts()) {
    if (state === 'WAITING') await send(id);
  }
}

async function sendOnce(id: string): Promise<Outcome> {
  const draft = draftOf(id);
  if (draft === undefined) return { kind: 'REFUSED', error: new AppError({ code: 'NOT_FOUND' }) };
  const { refusal: _, ...rest } = draft;
  saveDraft({ ...rest, state: 'WAITING' });
  try {
    const receipt = await submitWithFiles(id);
    await dropDraft(id);
    return { kind: 'SENT', receipt };
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (error.isPassing) return { kind: 'KEPT', error };
    const left = draftOf(id);
    if (left !== undefined) saveDraft({ ...left, state: 'REFUSED', refusal: { code: error.code, data: error.data } });
    return { kind: 'REFUSED', error };
  }
}

/**
 * Files that no report claimed for a day are gone from the server (files contract), while a draft can wait for a network much
 * longer: what it no longer knows is sent once more, under the same numbers.
 */
async function submitWithFiles(id: string): Promise<Filed> {
  const ready = await withFilesSent(id);
  try {
    return await submit(ready);
  } catch (thrown) {
    if (!saysFilesAreGone(AppError.from(thrown))) throw thrown;
    for (const { no } of filesOf(draftOf(id))) change(id, no, ({ fileId: _, ...file }) => file);
    return submit(await withFilesSent(id));
  }
}

function saysFilesAreGone({ code, data }: AppError): boolean {
  if (code !== 'INVALID_INPUT' || typeof data !== 'object' || data === null || !('fields' in data) || !Array.isArray(data.fields)) return false;
  return data.fields.some((field: unknown) => typeof field === 'object' && field !== null && 'path' in field && String(field.path).startsWith('attachments'));
}

/** Sends the files the server does not have yet, noting each at once, so that a broken line costs one file at most. */
async function withFilesSent(id: string): Promise<Draft> {
  const files = filesOf(draftOf(id));
  for (const file of files) {
    if (file.fileId !== undefined) continue;
    const path = await openKept(file.kept);
    if (path === undefined) {
      // The browser cleared its store: the photo is lost to us, the report must not be.
      change(id, file.no, () => undefined);
      continue;
    }
    try {
      const fileId = await upload({ uploadId: id, fileNo: file.no, purpose: file.seconds === undefined ? 'ISSUE_PHOTO' : 'ISSUE_VOICE', path });
      change(id, file.no, ({ refused: _, ...before }) => ({ ...before, fileId }));
    } catch (thrown) {
      const { isPassing, code } = AppError.from(thrown);
      // Which of nine it was is for the writer to see.
      if (!isPassing) change(id, file.no, (before) => ({ ...before, refused: code }));
      throw thrown;
    }
  }
  const ready = draftOf(id);
  if (ready === undefined) throw new AppError({ code: 'NOT_FOUND' });
  return ready;
}

function filesOf(draft: Draft | undefined): readonly DraftFile[] {
  return draft === undefined ? [] : [...draft.photos, ...(draft.voice === undefined ? [] : [draft.voice])];
}

function change(id: string, no: number, edit: (file: DraftFile) => DraftFile | undefined): void {
  const draft = draftOf(id);
  if (draft === undefined) return;
  const { voice, ...rest } = draft;
  const photos = draft.photos.flatMap((photo) => (photo.no === no ? edit(photo) ?? [] : [photo]));
  const spoken = voice !== undefined && voice.no === no ? edit(voice) : voice;
  saveDraft({ ...rest, photos, ...(spoken === undefined ? {} : { voice: spoken }) });
}

async function submit(draft: Draft): Promise<Filed> {
  const { onBehalf, ticket } = draft;
  const input = inputOf(draft);
  if (ticket !== undefined) return take(input, ticket);
  if (onBehalf === undefined) return api.issues.submit({ ...input, ...(draft.visitorName === '' ? {} : { visitorName: draft.visitorName }) });
  return api.issues.submitFor({ ...input, personId: onBehalf.personId, consent: onBehalf.consent });
}

/** A ticket goes to its place; who takes it in has no home there, and nobody published it. */
function take({ requestId, category, urgency, text, place, placeText, nameHidden, attachments }: SubmitInput, ticket: DraftTicket): Promise<Filed> {
  if (place.kind === 'HOME') throw new AppError({ code: 'INVALID_INPUT' });
  return api.tickets.take({
    requestId, town: ticket.town, ticket: ticketInputOf(ticket), category, urgency, text, place, nameHidden,
    ...(placeText === undefined ? {} : { placeText }), ...(attachments === undefined ? {} : { attachments }),
  });
}

/** A ticket as the contract asks for it. */
export function ticketInputOf({ number, receivedOn, answerOn, callerName, phone }: DraftTicket): TicketInput {
  return { number: number.trim(), receivedOn, answerOn, ...(callerName.trim() === '' ? {} : { callerName: callerName.trim() }), ...(phone.trim() === '' ? {} : { phone: phone.trim() }) };
}

/** The report as the contract asks for it. Throws for a draft without a category, which no page lets through. */
function inputOf(draft: Draft): SubmitInput {
  if (draft.category === undefined) throw new AppError({ code: 'INVALID_INPUT' });
  const photos = draft.photos.flatMap(({ fileId }) => fileId ?? []);
  const voice = draft.voice?.fileId;
  return {
    requestId: draft.id,
    category: draft.category,
    urgency: draft.urgency,
    text: draft.text.trim(),
    place: draft.place ?? { kind: 'HOME' },
    ...(draft.placeText.trim() === '' ? {} : { placeText: draft.placeText.trim() }),
    visibility: draft.visibility,
    nameHidden: draft.nameHidden,
    sensitive: draft.sensitive,
    ...(draft.aboutId === undefined ? {} : { aboutId: draft.aboutId }),
    ...(photos.length === 0 && voice === undefined ? {} : { attachments: { uploadId: draft.id, photos, ...(voice === undefined ? {} : { voice }) } }),
  };
}
