/** Short ways to report and to handle, for the tests of the issues function. */
import type { SubmitInput } from '@/contract/issues';
import type { UploadedFile } from '@platform/records';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { runClock, type ClockTurn } from '../../../cloudfunctions/clock/run-clock';
import { accountOf, type Somebody } from '../../fixtures/village';
import { tap, type System } from '../harness';

export const DITCH = '水沟堵了三天，味道很大。';

export function report(more: Partial<SubmitInput> = {}): SubmitInput {
  return { requestId: tap(), category: 'SANITATION', urgency: 'NORMAL', text: DITCH, place: { kind: 'HOME' }, visibility: 'VILLAGE', nameHidden: false, sensitive: false, ...more };
}

export async function filed(system: System, who: Somebody = 'villager', more: Partial<SubmitInput> = {}): Promise<string> {
  return (await system.as(who).issues.submit(report(more))).issueId;
}

export const on = (issueId: string) => ({ requestId: tap(), issueId });

/** The operations of the last call: all of the store's port, who calls included. */
export function operations(system: System): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

export function turn(system: System): Promise<ClockTurn> {
  return runClock(system.platform, jobs);
}

/** A draft whose files have arrived. */
export async function uploaded(system: System, who: Somebody, files: Readonly<Record<string, Partial<UploadedFile>>>): Promise<string> {
  const uploadId = tap();
  const account = accountOf(who);
  const ready: UploadedFile = { purpose: 'ISSUE_PHOTO', state: 'READY', bytes: 1000, kind: 'IMAGE', type: 'image/jpeg', check: 'PASSED' };
  await system.store.insert('uploads', {
    _id: `${account}:${uploadId}`, account, createdAt: system.now(), sweepAt: system.now() + 86_400_000,
    files: Object.fromEntries(Object.entries(files).map(([id, file]) => [id, { ...ready, ...file }])),
  });
  return uploadId;
}
