/** Drafts and their sending: nothing is lost, nothing is sent twice. */
import type { AppError } from '@/services/app-error';
import type * as Drafts from '@/services/drafts';
import type * as Outbox from '@/services/outbox';

const submit = jest.fn();
const submitFor = jest.fn();
const upload = jest.fn();
const dropKept = jest.fn(() => Promise.resolve());

jest.mock('@/services/client', () => ({ api: { issues: { submit: (input: unknown): unknown => submit(input), submitFor: (input: unknown): unknown => submitFor(input) } } }));
jest.mock('@/services/uploads', () => ({ upload: (file: unknown): unknown => upload(file) }));
jest.mock('@/services/kept-files', () => ({
  keepFile: (_path: string, name: string) => Promise.resolve(name),
  openKept: (name: string) => Promise.resolve(name.includes('lost') ? undefined : `blob:${name}`),
  dropKept: () => dropKept(),
}));

const RECEIPT = { issueId: 'issue-1', number: '1123-0001', owner: { post: 'p', name: '陈守田', duty: '中心户长', area: '三组东片' }, acceptBy: 1, urgent: false, vacant: [] };

/** The modules as after the app was closed and opened again: only what lies on the phone is left. */
function openApp(): { readonly drafts: typeof Drafts; readonly outbox: typeof Outbox } {
  jest.resetModules();
  return { drafts: jest.requireActual('@/services/drafts'), outbox: jest.requireActual('@/services/outbox') };
}

/** The fresh modules have their own `AppError`, so failures are made with that one. */
function failure(code: string, data?: unknown): Error {
  const { AppError: Fresh } = jest.requireActual<{ readonly AppError: typeof AppError }>('@/services/app-error');
  return new Fresh({ code, data });
}

beforeEach(() => {
  for (const mock of [submit, submitFor, upload, dropKept]) mock.mockReset();
  dropKept.mockResolvedValue(undefined);
  upload.mockImplementation(({ fileNo }: { readonly fileNo: number }) => Promise.resolve(`file-${fileNo}`));
});

describe('a draft', () => {
  it('is on the phone after the app was closed', async () => {
    const before = openApp();
    const draft = before.drafts.newDraft();
    before.drafts.saveDraft({ ...draft, text: '沟堵了', category: 'SANITATION' });
    await before.drafts.attach(before.drafts.draftOf(draft.id) ?? draft, 'tmp://photo');

    const after = openApp();
    expect(after.drafts.draftOf(draft.id)).toMatchObject({ text: '沟堵了', category: 'SANITATION', photos: [{ no: 0, kept: `${draft.id}:0` }] });
  });

  it('numbers its files for ever, so that a removed photo never gives its number to another', async () => {
    const { drafts } = openApp();
    let draft = drafts.newDraft();
    draft = await drafts.attach(draft, 'tmp://one');
    draft = await drafts.detach(draft, 0);
    draft = await drafts.attach(draft, 'tmp://two');
    expect(draft.photos.map(({ no }) => no)).toEqual([1]);
  });

  it('says so when the phone is full', () => {
    const { drafts } = openApp();
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('QuotaExceededError'); });
    expect(drafts.saveDraft({ ...drafts.newDraft(), text: '沟堵了' })).toBe(false);
    full.mockRestore();
  });
});

describe('sending', () => {
  function written(app: ReturnType<typeof openApp>): Drafts.Draft {
    const draft = { ...app.drafts.newDraft(), category: 'SANITATION' as const, text: ' 沟堵了 ' };
    app.drafts.saveDraft(draft);
    return draft;
  }

  it('sends the files first, then the report under the draft’s own id, and lets the draft go', async () => {
    submit.mockResolvedValue(RECEIPT);
    const app = openApp();
    const draft = await app.drafts.attach(written(app), 'tmp://photo');
    await expect(app.outbox.send(draft.id)).resolves.toEqual({ kind: 'SENT', receipt: RECEIPT });
    expect(upload).toHaveBeenCalledWith({ uploadId: draft.id, fileNo: 0, purpose: 'ISSUE_PHOTO', path: `blob:${draft.id}:0` });
    expect(submit).toHaveBeenCalledWith(expect.objectContaining({ requestId: draft.id, text: '沟堵了', attachments: { uploadId: draft.id, photos: ['file-0'] } }));
    expect(app.drafts.allDrafts()).toEqual([]);
    expect(dropKept).toHaveBeenCalledTimes(1);
  });

  it.each(['OFFLINE', 'TIMEOUT', 'UNAVAILABLE', 'CHANGED_MEANWHILE'])('keeps it after %s and sends the same report when the network is back', async (code) => {
    const app = openApp();
    const draft = written(app);
    submit.mockRejectedValueOnce(failure(code));
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'KEPT' });
    expect(app.drafts.draftOf(draft.id)).toMatchObject({ state: 'WAITING' });

    const later = openApp();
    submit.mockResolvedValue(RECEIPT);
    await later.outbox.sendWaiting();
    expect(submit.mock.calls.map(([input]: readonly { readonly requestId: string }[]) => input?.requestId)).toEqual([draft.id, draft.id]);
    expect(later.drafts.allDrafts()).toEqual([]);
  });

  it('does not send again what was uploaded before the line broke', async () => {
    const app = openApp();
    let draft = written(app);
    draft = await app.drafts.attach(draft, 'tmp://one');
    draft = await app.drafts.attach(draft, 'tmp://two');
    upload.mockResolvedValueOnce('file-0').mockRejectedValueOnce(failure('OFFLINE'));
    await app.outbox.send(draft.id);

    const later = openApp();
    upload.mockResolvedValue('file-1');
    submit.mockResolvedValue(RECEIPT);
    await later.outbox.send(draft.id);
    expect(upload.mock.calls.map(([file]: readonly { readonly fileNo: number }[]) => file?.fileNo)).toEqual([0, 1, 1]);
    expect(submit).toHaveBeenCalledWith(expect.objectContaining({ attachments: { uploadId: draft.id, photos: ['file-0', 'file-1'] } }));
  });

  it('sends its files once more when the server has thrown them away while there was no network', async () => {
    const app = openApp();
    const draft = await app.drafts.attach(written(app), 'tmp://photo');
    submit.mockRejectedValueOnce(failure('OFFLINE'));
    await app.outbox.send(draft.id);

    const daysLater = openApp();
    submit.mockRejectedValueOnce(failure('INVALID_INPUT', { fields: [{ path: 'attachments', problem: 'UNKNOWN' }] })).mockResolvedValueOnce(RECEIPT);
    await expect(daysLater.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'SENT' });
    expect(upload.mock.calls.map(([file]: readonly { readonly fileNo: number }[]) => file?.fileNo)).toEqual([0, 0]);
    expect(submit).toHaveBeenLastCalledWith(expect.objectContaining({ requestId: draft.id, attachments: { uploadId: draft.id, photos: ['file-0'] } }));
  });

  it('asks for files once more only, and for nothing else that is not right', async () => {
    const app = openApp();
    const draft = await app.drafts.attach(written(app), 'tmp://photo');
    submit.mockRejectedValue(failure('INVALID_INPUT', { fields: [{ path: 'attachments', problem: 'UNKNOWN' }] }));
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'REFUSED' });
    expect(submit).toHaveBeenCalledTimes(2);
    submit.mockRejectedValue(failure('INVALID_INPUT', { fields: [{ path: 'place', problem: 'UNKNOWN' }] }));
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'REFUSED' });
    expect(submit).toHaveBeenCalledTimes(3);
  });

  it('sends once for two taps', async () => {
    submit.mockResolvedValue(RECEIPT);
    const app = openApp();
    const draft = written(app);
    await Promise.all([app.outbox.send(draft.id), app.outbox.send(draft.id)]);
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it('keeps what the server refused, with the reason, and does not send it by itself', async () => {
    const app = openApp();
    const draft = written(app);
    submit.mockRejectedValue(failure('CONTENT_REFUSED'));
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'REFUSED', error: { code: 'CONTENT_REFUSED' } });
    expect(app.drafts.draftOf(draft.id)).toMatchObject({ state: 'REFUSED', refusal: { code: 'CONTENT_REFUSED' } });
    await app.outbox.sendWaiting();
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it('notes which of its files was refused, until it is sent without it', async () => {
    const app = openApp();
    let draft = await app.drafts.attach(written(app), 'tmp://one');
    draft = await app.drafts.attach(draft, 'tmp://two');
    upload.mockResolvedValueOnce('file-0').mockRejectedValueOnce(failure('FILE_TYPE'));
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'REFUSED', error: { code: 'FILE_TYPE' } });
    expect(app.drafts.draftOf(draft.id)?.photos).toMatchObject([{ no: 0, fileId: 'file-0' }, { no: 1, refused: 'FILE_TYPE' }]);

    await app.drafts.detach(app.drafts.draftOf(draft.id) ?? draft, 1);
    submit.mockResolvedValue(RECEIPT);
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'SENT' });
    expect(submit).toHaveBeenCalledWith(expect.objectContaining({ attachments: { uploadId: draft.id, photos: ['file-0'] } }));
  });

  it('does not lose a report because the browser lost its photo', async () => {
    submit.mockResolvedValue(RECEIPT);
    const app = openApp();
    const draft = { ...written(app), photos: [{ no: 0, kept: 'lost' }] };
    app.drafts.saveDraft(draft);
    await expect(app.outbox.send(draft.id)).resolves.toMatchObject({ kind: 'SENT' });
    expect(submit).toHaveBeenCalledWith(expect.not.objectContaining({ attachments: expect.anything() as unknown }));
  });

  it('sends a report for somebody else as that, with how they agreed (A11Y-09)', async () => {
    submitFor.mockResolvedValue(RECEIPT);
    const app = openApp();
    const draft = { ...written(app), onBehalf: { personId: 'person-1', name: '王奶奶', consent: 'PHONE' as const } };
    app.drafts.saveDraft(draft);
    await app.outbox.send(draft.id);
    expect(submitFor).toHaveBeenCalledWith(expect.objectContaining({ personId: 'person-1', consent: 'PHONE', requestId: draft.id }));
    expect(submit).not.toHaveBeenCalled();
  });
});
