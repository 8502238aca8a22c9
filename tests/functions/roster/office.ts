/** The clerk's desk in tests: files uploaded, checked and loaded the way the app does it. */
import type { LoadView } from '@/contract/roster';
import type { SheetKind } from '@/domain/roster/sheet';
import type { ListedProblem } from '../../../cloudfunctions/roster/check-unit';
import { rosterJobs } from '../../../cloudfunctions/clock/roster-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { registerAreas } from '../../../cloudfunctions/roster/areas';
import type { RosterFile } from '../../../cloudfunctions/roster/open-roster';
import { accountOf } from '../../fixtures/village';
import { COUNTY, filesOf, QUNYING, SANTANG, type Tables } from '../../fixtures/roster/sheets';
import { harness, tap, type System } from '../harness';

export interface Office extends System {
  /** Puts files where an upload leaves them and asks for the dry run. */
  readonly check: (files: readonly RosterFile[], more?: { readonly area?: string; readonly kinds?: readonly SheetKind[]; readonly requestId?: string }) => Promise<LoadView>;
  readonly load: (checked: LoadView, villages?: readonly string[]) => Promise<LoadView>;
  /** Dry run and load of tables as CSV. */
  readonly bring: (tables: Tables) => Promise<LoadView>;
  readonly problems: (load: LoadView) => Promise<readonly ListedProblem[]>;
}

export async function office(): Promise<Office> {
  const system = await harness();
  await registerAreas(system.store, [
    { village: { code: SANTANG, name: '三塘村委会' }, town: { code: '610921107', name: '漩涡镇' }, county: { code: COUNTY, name: '汉阴县' } },
    { village: { code: QUNYING, name: '群英村委会' }, town: { code: '610921107', name: '漩涡镇' }, county: { code: COUNTY, name: '汉阴县' } },
  ]);
  let uploads = 0;
  const clerk = () => system.as('clerk').roster;

  async function check(files: readonly RosterFile[], { area = COUNTY, kinds, requestId = tap() }: { readonly area?: string; readonly kinds?: readonly SheetKind[]; readonly requestId?: string } = {}): Promise<LoadView> {
    uploads += 1;
    const uploadId = `upload-${String(uploads).padStart(16, '0')}`;
    const ids = files.map((_, n) => `file-${uploads}-${n}`);
    await system.store.insert('uploads', {
      _id: `${accountOf('clerk')}:${uploadId}`,
      account: accountOf('clerk'),
      createdAt: system.now(),
      files: Object.fromEntries(files.map(({ name, bytes }, n) => [ids[n] ?? '', { purpose: 'ROSTER', state: 'READY', bytes: bytes.length, kind: 'SHEET', type: 'text/csv', name }])),
    });
    for (const [n, { bytes }] of files.entries()) await system.files.keep(ids[n] ?? '', bytes, 'text/csv');
    const asked = ids.map((fileId, n) => ({ fileId, ...(kinds?.[n] && { kind: kinds[n] }) }));
    return settled(await clerk().check({ requestId, uploadId, files: asked, area }));
  }

  /** A call works for some seconds only; what is left the clock does. */
  async function settled(load: LoadView): Promise<LoadView> {
    if (load.state !== 'CHECKING') return load;
    await runClock(system.platform, rosterJobs);
    return settled(await clerk().progress({ loadId: load.loadId }));
  }

  return {
    ...system,
    check,
    load: (checked, villages) => clerk().load({ requestId: tap(), loadId: checked.loadId, ...(villages && { villages: [...villages] }) }),
    async bring(tables) {
      const checked = await check(filesOf(tables));
      return clerk().load({ requestId: tap(), loadId: checked.loadId });
    },
    async problems({ loadId }) {
      const all: ListedProblem[] = [];
      let after: string | undefined;
      do {
        const page = await clerk().problems({ loadId, ...(after !== undefined && { after }) });
        all.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      return all;
    },
  };
}

/** What a load says of one village. */
export function partOf(load: LoadView, village: string): LoadView['villages'][number] {
  const part = load.villages.find((one) => one.village === village);
  if (part === undefined) throw new Error(`${village} is not in the load`);
  return part;
}
