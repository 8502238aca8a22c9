import type { FileId } from '@/domain/basics/ids';
import type { SheetKind } from '@/domain/roster/sheet';
import type { Context } from '@platform/context';
import { contentDigest } from '@platform/ids';
import { invalidField, refusal } from '@platform/refuse';
import { loadDirectory } from './areas';
import { newLoad, stage } from './begin';
import { loadView } from './load-view';
import { roster } from './os';
import { FileUnreadable, type RosterFile } from './open-roster';
import { toolsOf } from './tools';
import { advance, loadIdOf } from './work';

/** A call works for so long and leaves the rest to the next one and to the timer. */
export const CALL_MS = 15_000;

/** Reads the uploaded files and says what is wrong and what would change. Only the load's own documents are written. */
export const checkRoster = roster.check.handler(async ({ input, context, errors }) => {
  const { caller, store, sealer, now } = context;
  context.permit('roster.check', { area: input.area });
  const tools = toolsOf(context);
  const directory = await loadDirectory(store, input.area);
  if (directory === undefined) throw invalidField('area', 'AREA_NOT_REGISTERED');
  const loadId = loadIdOf(caller.account, input.requestId);
  // Keyed, so that nothing can be guessed from it about what was uploaded.
  const content = sealer.key('roster', contentDigest(input)).slice(0, 32);

  const before = await store.get('rosterLoads', loadId);
  if (before !== undefined && before.content !== content) throw refusal('REQUEST_REUSED');
  // Files that could not be read are read again: the tap that is repeated hears the same, and not that all is over.
  const mustRead = before === undefined || (!before.staged && (before.state === 'FAILED' || (before.state === 'CHECKING' && (before.workUntil ?? 0) <= now)));
  if (mustRead) {
    const files = await uploadedFiles(context, input.uploadId, input.files);
    const load = newLoad({ loadId, by: caller.person?.id ?? 'import', content, area: input.area }, tools);
    await store.replace('rosterLoads', load);
    try {
      await stage(tools, load, directory, files);
    } catch (error) {
      if (!(error instanceof FileUnreadable)) throw error;
      const { code, place } = error.reason;
      throw errors.SHEET_UNREADABLE({ data: { file: error.file, problem: code, ...(place.sheet !== undefined && { sheet: place.sheet }), ...(place.columns !== undefined && { columns: [...place.columns] }) } });
    }
  }
  return loadView(await advance(tools, loadId, { untilMs: now + CALL_MS }));
});

/** The files of the clerk's own upload, in the order the clerk names them. */
async function uploadedFiles({ store, caller, files }: Context, uploadId: string, asked: readonly { readonly fileId: FileId; readonly kind?: SheetKind }[]): Promise<readonly RosterFile[]> {
  const upload = await store.get('uploads', `${caller.account}:${uploadId}`);
  return Promise.all(asked.map(async ({ fileId, kind }, index) => {
    const file = upload?.files[fileId];
    const bytes = file?.purpose === 'ROSTER' && file.state === 'READY' ? await files.read(fileId) : undefined;
    if (file === undefined || bytes === undefined) throw invalidField(`files.${index}`, 'FILE_MISSING');
    return { name: file.name ?? `${index + 1}`, bytes, ...(kind !== undefined && { kind }) };
  }));
}
