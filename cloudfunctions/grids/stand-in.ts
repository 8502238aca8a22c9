/**
 * Names who stands in for a holder on leave, both days included, or ends it (EVT-03). For that time the stand-in holds the
 * post: the grant carries it and says for whom.
 */
import { isCivilDate } from '@/domain/basics/civil-time';
import { followedBy, type PostFollowUp } from '@/domain/grid/follow-ups';
import type { PostHolder, Village } from '@/domain/grid/grid';
import { withDesk, withStandIn } from '@/domain/grid/holders';
import { areaOfPost } from '@/domain/grid/posts';
import { deskOn } from '@/domain/grid/tree';
import { grantKey, type Role, type RoleGrant } from '@/domain/people/roles';
import type { Context } from '@platform/context';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { eligiblePerson, grantTo, holderOf, withdraw } from './appoint';
import { grids } from './os';
import { headPost, postKind } from './post-kind';
import { villageView } from './views';

interface Leave {
  readonly requestId: string;
  readonly post: string;
  readonly personId?: string;
  readonly from: string;
  readonly to: string;
}

export const standIn = grids.standIn.handler(async ({ input, context }) => {
  const { store, settings, sealer, today } = context;
  const area = areaOfPost(input.post);
  context.permit('grids.standIn', { area, ownerPost: input.post });
  const kind = postKind(input.post, settings, undefined);
  if (kind === undefined) throw refusal('NOT_FOUND');
  if (kind.kind === 'OFFICE') throw invalidField('post', 'GRID_OR_DESK');
  if (!isCivilDate(input.from)) throw invalidField('from', 'DATE');
  if (!isCivilDate(input.to) || input.to < input.from || (input.personId !== undefined && input.to < today)) throw invalidField('to', 'DATE');
  const audited = { target: `person:${input.personId ?? ''}`, area, post: input.post, detail: { from: input.from, to: input.to } };
  const village = await once(context, 'grids.standIn', input, audited, (tx) =>
    (kind.kind === 'GRID' ? forHead(tx, context, area, input) : forDesk(tx, context, area, input)),
  () => store.get('villages', area.slice(0, 12)));
  return { village: village && villageView(village, sealer) };
});

async function forHead(tx: Transaction, context: Context, area: string, input: Leave): Promise<Village> {
  const { now } = context;
  const village = await tx.get('villages', area.slice(0, 12));
  const found = village && headPost(village, area);
  if (village === undefined || found === undefined) throw refusal('NOT_FOUND');
  const { cell, role } = found;
  if (cell.head === undefined) throw invalidField('post', 'VACANT');
  const change = await exchange(tx, context, village, input, { role, holder: cell.head, before: cell.standIn });
  const after = followedBy(withStandIn(village, cell.code, change.joining && { ...change.joining, to: input.to }, now), now, ...change.followUps);
  await tx.replace('villages', after);
  return after;
}

async function forDesk(tx: Transaction, context: Context, area: string, input: Leave): Promise<Village> {
  const { caller, now, today } = context;
  const village = await tx.get('villages', area);
  if (village === undefined) throw refusal('NOT_FOUND');
  const regular = deskOn(village.desk, today).filter((officer) => officer.standInFor === undefined);
  const holder = regular.find(({ personId }) => personId === caller.person?.id) ?? (regular.length === 1 ? regular[0] : undefined);
  if (holder === undefined) throw invalidField('post', 'WHOSE_LEAVE');
  const before = village.desk.find((officer) => officer.standInFor === holder.personId);
  if (village.desk.some((officer) => officer.personId === input.personId && officer !== before)) throw invalidField('personId', 'ON_DESK');
  const change = await exchange(tx, context, village, input, { role: 'VILLAGE_DUTY', holder, before });
  const joining = change.joining && { ...change.joining, to: input.to, standInFor: holder.personId };
  const after = followedBy(withDesk(village, { leaving: before?.personId, joining }, now), now, ...change.followUps);
  await tx.replace('villages', after);
  return after;
}

interface Exchange {
  readonly role: Role;
  readonly holder: PostHolder;
  /** Who stood in so far. */
  readonly before: PostHolder | undefined;
}

/** Gives the new stand-in the post for the days, takes it from the one before. */
async function exchange(
  tx: Transaction,
  { now, today }: Context,
  village: Village,
  input: Leave,
  { role, holder, before }: Exchange,
): Promise<{ readonly joining?: PostHolder; readonly followUps: readonly PostFollowUp[] }> {
  if (input.personId === holder.personId) throw invalidField('personId', 'HOLDER');
  const grant: RoleGrant = { role, area: areaOfPost(input.post), from: input.from, to: input.to, standInFor: holder.personId };
  const person = input.personId === undefined ? undefined : await eligiblePerson(tx, input.personId, village._id);
  if (person !== undefined) await grantTo(tx, person, grant, now);
  const leaves = before !== undefined && before.personId !== input.personId && (before.to ?? today) >= today;
  if (leaves) await withdraw(tx, before.personId, grant);
  const id = `post:${input.post}:${input.requestId}`;
  const closes = leaves ? { personId: before.personId, grant: grantKey(grant), end: today } : undefined;
  const days = { from: input.from, to: input.to };
  const followUps: PostFollowUp[] = person !== undefined
    ? [{ kind: 'POST', id, post: input.post, at: now, closes, to: person._id, standIn: days }]
    : closes === undefined ? [] : [{ kind: 'POST', id, post: input.post, at: now, closes, only: 'CLOSE' }];
  return { joining: person && holderOf(person, input.from), followUps };
}
