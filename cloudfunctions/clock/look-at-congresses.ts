import { fateOf, portraitsToLookAt, withPortrait } from '@/domain/deputies/portrait';
import { withGrant } from '@/domain/people/grants';
import { letGo } from '@platform/attachments';
import { notice, toRole } from '@platform/notices';
import type { Job, JobContext } from './job';

/** Deputies of one transaction, two operations each. */
const BATCH = 8;
/** A page of a `find`; a town has fewer deputies. */
const MOST = 100;

/** Looks at the directories that have something left to do: roles to give, pictures to show or to take away (DEP-01, 03, WX-09). */
export const lookAtCongresses: Job = {
  name: 'congresses.look',
  module: 'deputies',
  async run(context, limit) {
    const { items } = await context.store.find('congresses', { where: { lookAt: { lte: context.now } }, orderBy: [{ field: 'lookAt', direction: 'asc' }], limit });
    for (const { _id } of items) if (await giveRoles(context, _id)) await lookAtPortraits(context, _id);
    return items.length;
  },
};

/** Gives the role of a deputy to those whom a sheet entered; answers whether all of them have it now. */
function giveRoles({ store, now }: JobContext, town: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    const congress = await tx.get('congresses', town);
    const entered = congress?.entered ?? [];
    if (entered.length === 0) return true;
    for (const id of entered.slice(0, BATCH)) {
      const mandate = congress?.mandates.find((one) => one.id === id);
      // One that has ended meanwhile gives no role any more.
      const person = mandate === undefined || mandate.to !== undefined ? undefined : await tx.get('people', mandate.personId);
      if (mandate === undefined || person?.status !== 'ACTIVE') continue;
      await tx.replace('people', { ...person, ...withGrant(person, { role: 'DEPUTY', area: town, from: mandate.from }), changedAt: now });
    }
    const left = entered.slice(BATCH);
    await tx.update('congresses', town, left.length === 0 ? { unset: ['entered'] } : { set: { entered: left } });
    return left.length === 0;
  });
}

/** Shows pictures once their check let them pass; takes away what was refused, and those of mandates that ended. */
async function lookAtPortraits({ store, now }: JobContext, town: string): Promise<void> {
  const open = portraitsToLookAt((await store.get('congresses', town))?.mandates ?? []).slice(0, MOST);
  // Read before the transaction, which can only read by id: an answer that comes in this very moment is read the next time.
  const uploads = open.length === 0 ? [] : (await store.find('uploads', { where: { _id: { in: open.map(({ photo }) => photo.upload) } }, limit: MOST })).items;
  await store.transaction(async (tx) => {
    const congress = await tx.get('congresses', town);
    if (congress?.lookAt === undefined || congress.lookAt > now) return;
    const fates = portraitsToLookAt(congress.mandates).map((mandate) => {
      const upload = uploads.find(({ _id }) => _id === mandate.photo.upload);
      return { mandate, upload, fate: fateOf(mandate, upload?.files[mandate.photo.file]?.check, now) };
    });
    const decided = fates.filter(({ fate }) => fate.kind !== 'WAITS');
    let { mandates } = congress;
    for (const { mandate, upload, fate } of decided.slice(0, BATCH)) {
      const photo = fate.kind === 'SHOWN' ? { ...mandate.photo, shown: true } : undefined;
      mandates = mandates.map((one) => (one.id === mandate.id ? withPortrait(one, photo) : one));
      if (photo === undefined && upload !== undefined) await letGo(tx, upload._id, now);
      if (fate.kind === 'REFUSED') await tx.replace('notices', notice({ to: toRole('PRESIDIUM', town), kind: 'PORTRAIT_REFUSED', at: now, data: { town, mandate: mandate.id, deputy: mandate.name }, cause: mandate.photo.file }));
    }
    const waits = fates.flatMap(({ fate }) => (fate.kind === 'WAITS' ? [fate.againAt] : []));
    const next = decided.length > BATCH ? [now] : waits;
    const { lookAt: _now, ...rest } = congress;
    await tx.replace('congresses', { ...rest, mandates, ...(next.length === 0 ? {} : { lookAt: Math.min(...next) }) });
  });
}
