/** WX-08: WeChat says what it thinks of a file that it was asked to check. */
import type { Platform } from '@platform/context';

export interface MediaVerdict {
  readonly traceId: string;
  /** `UNDECIDED`: WeChat wants a person to look, and until then the public does not (WX-09). */
  readonly verdict: 'PASSED' | 'REFUSED' | 'UNDECIDED';
}

/** The verdict in an event of WeChat's message push; undefined for any other event. */
export function mediaVerdictIn(event: unknown): MediaVerdict | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const { Event, trace_id: traceId, result } = event as { readonly Event?: unknown; readonly trace_id?: unknown; readonly result?: { readonly suggest?: unknown } };
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string' || traceId === '') return undefined;
  const suggest = result?.suggest;
  return { traceId, verdict: suggest === 'pass' ? 'PASSED' : suggest === 'review' ? 'UNDECIDED' : 'REFUSED' };
}

/** Notes the verdict beside its file. What nobody asked for, or was noted before, changes nothing. */
export async function noteMediaVerdict({ store }: Pick<Platform, 'store'>, { traceId, verdict }: MediaVerdict): Promise<boolean> {
  return store.transaction(async (tx) => {
    const asked = await tx.get('mediaChecks', traceId);
    const upload = asked && (await tx.get('uploads', asked.upload));
    if (asked === undefined) return false;
    await tx.remove('mediaChecks', traceId);
    if (upload?.files[asked.file]?.check !== 'PENDING') return false;
    if (verdict !== 'UNDECIDED') await tx.update('uploads', asked.upload, { set: { [`files.${asked.file}.check`]: verdict } });
    return true;
  });
}
