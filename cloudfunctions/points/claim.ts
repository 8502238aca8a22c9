import { derivedId } from '@platform/ids';
import { claimEvidence } from '@platform/attachments';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { readLine, readText } from '@platform/texts';
import { personOf } from './branch-of';
import { insertClaim, itemFor, needBonus, needDay } from './claiming';
import { points } from './os';
import { oneEntry } from './views';

/** A deed for a pledge or a listed item: a pending entry, never points (PTY-05). Words suffice (BUR-02). */
export const claim = points.claim.handler(async ({ input, context, errors }) => {
  const { store, settings } = context;
  context.permit('points.claim', { personId: context.caller.person?.id });
  const { on, pledgeId, amount, beneficiaries } = input;
  needDay('on', on, context);
  const text = readText('text', input.text, settings.text.stepMax, 'NEEDED');
  const entryId = derivedId('entry', personOf(context).id, input.requestId);
  const place = input.place && { ...input.place, latitude: rounded(input.place.latitude), longitude: rounded(input.place.longitude), name: readLine(input.place.name) ?? '' };
  return once(context, 'points.claim', input, { target: `entry:${entryId}`, detail: { item: input.item } }, async (tx) => {
    const { scheme, ...listed } = await itemFor(tx, context, on, input.item);
    needBonus(scheme, listed.item);
    const { photos, uploads, reused } = await claimEvidence(tx, context, input.attachments, `entry:${entryId}`);
    if (reused) throw errors.PHOTO_REUSED();
    const facts = {
      text, photos, uploads,
      ...(amount === undefined ? {} : { amount }),
      ...(beneficiaries === undefined ? {} : { beneficiaries }),
      ...(place === undefined ? {} : { place }),
    };
    return oneEntry(context, await insertClaim(tx, context, errors, { entryId, on, ...listed, pledgeId, facts }));
  }, async () => {
    const before = await store.get('pointEntries', entryId);
    if (before === undefined) throw refusal('NOT_FOUND');
    return oneEntry(context, before);
  });
});

/** A hundred metres are enough for a deed, and too coarse for anybody's door (LNS-07, PRV-05). */
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
