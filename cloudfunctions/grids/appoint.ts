/**
 * Puts a person in a post, or leaves it vacant (HHL-03, HHL-07, GRD-10). The guard document of the post and both persons'
 * standing change at once; the rest follows by the clock (`clock/post-jobs.ts`).
 */
import type { FindingView } from '@/contract/grids';
import { isCivilDate } from '@/domain/basics/civil-time';
import type { PersonId } from '@/domain/basics/ids';
import { candidateFor, headedBy } from '@/domain/grid/candidate';
import { checkHead } from '@/domain/grid/eligibility';
import { headFinding } from '@/domain/grid/findings';
import { followedBy, type PostFollowUp } from '@/domain/grid/follow-ups';
import type { Officer, PostHolder, Village } from '@/domain/grid/grid';
import { shownOf, withDesk, withHead, withOfficers } from '@/domain/grid/holders';
import { areaOfPost } from '@/domain/grid/posts';
import { deskOn } from '@/domain/grid/tree';
import { withGrant } from '@/domain/people/grants';
import type { Person } from '@/domain/people/person';
import { grantKey, type AppointmentSource, type RoleGrant } from '@/domain/people/roles';
import type { Context } from '@platform/context';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { grids } from './os';
import { headPost, postKind, type PostKind } from './post-kind';
import { villageView } from './views';

interface Appointment {
  readonly requestId: string;
  readonly post: string;
  readonly personId?: PersonId;
  readonly from: string;
  readonly leaving?: PersonId;
  readonly source?: AppointmentSource;
  readonly despite: boolean;
}

interface Refusals {
  readonly NOT_ELIGIBLE: (options: { readonly data: { readonly findings: FindingView[] } }) => Error;
  readonly LAST_OF_DESK: () => Error;
}

export const appoint = grids.appoint.handler(async ({ input, context, errors }) => {
  const { store, settings, sealer, today } = context;
  context.permit('grids.appoint', { area: areaOfPost(input.post), personId: input.personId });
  const kind = postKind(input.post, settings, input.role);
  if (kind === undefined) throw refusal('NOT_FOUND');
  // A post changes hands today or did so already; who is to begin later is entered when the day has come.
  if (!isCivilDate(input.from) || input.from > today) throw invalidField('from', 'DATE');
  const audited = { target: `person:${input.personId ?? ''}`, area: kind.area, post: input.post, detail: { from: input.from, source: input.source ?? '', leaving: input.leaving ?? '' } };
  const village = await once(context, 'grids.appoint', input, audited, (tx) => {
    switch (kind.kind) {
      case 'GRID':
        return appointHead(tx, context, kind.area, input, errors);
      case 'DESK':
        return appointToDesk(tx, context, kind.area, input, errors);
      case 'OFFICE':
        return appointToOffice(tx, context, kind, input, errors);
    }
  }, () => (kind.kind === 'OFFICE' ? Promise.resolve(undefined) : store.get('villages', kind.area.slice(0, 12))));
  return { village: village && villageView(village, sealer) };
});

async function appointHead(tx: Transaction, context: Context, area: string, input: Appointment, errors: Refusals): Promise<Village> {
  const { settings, now, today } = context;
  const village = await tx.get('villages', area.slice(0, 12));
  const found = village && headPost(village, area);
  if (village === undefined || found === undefined) throw refusal('NOT_FOUND');
  const { cell, role } = found;
  const before = cell.head;
  if (before?.personId === input.personId) return village;
  const standIn = cell.standIn !== undefined && cell.standIn.to >= today ? cell.standIn : undefined;
  // Both would have to lose the post in the same change as the third gains it.
  if (standIn !== undefined && input.personId !== undefined && standIn.personId !== input.personId) throw invalidField('post', 'STAND_IN_FIRST');

  const grant: RoleGrant = { role, area: cell.code, from: input.from, ...(input.source === undefined ? {} : { source: input.source }) };
  const person = input.personId === undefined ? undefined : await eligiblePerson(tx, input.personId, village._id);
  if (person !== undefined) {
    const candidate = candidateFor(person, cell, input.source, today);
    const against = checkHead(candidate, { grid: cell.code, level: cell.level }, headedBy(person._id, village), settings.grid, today);
    if (against.length > 0 && !input.despite) throw errors.NOT_ELIGIBLE({ data: { findings: against.map((one) => viewOf(headFinding(village, one))) } });
    await grantTo(tx, person, grant, now);
  }
  if (before !== undefined) await withdraw(tx, before.personId, grant);
  if (person === undefined && standIn !== undefined) await withdraw(tx, standIn.personId, grant);
  const changed = withHead(village, cell.code, person && holderOf(person, input.from), now);
  const after = followedBy(changed, now, ...followUpsOf(input, now, before?.personId, grant), ...(person === undefined && standIn ? [closing(input, now, standIn.personId, grant)] : []));
  await tx.replace('villages', after);
  return after;
}

async function appointToDesk(tx: Transaction, context: Context, area: string, input: Appointment, errors: Refusals): Promise<Village> {
  const { now, today } = context;
  const village = await tx.get('villages', area);
  if (village === undefined) throw refusal('NOT_FOUND');
  if (input.personId === undefined && input.leaving === undefined) throw invalidField('leaving', 'REQUIRED');
  if (input.leaving !== undefined && !village.desk.some(({ personId }) => personId === input.leaving)) throw invalidField('leaving', 'NOT_ON_DESK');
  const grant: RoleGrant = { role: 'VILLAGE_DUTY', area: village._id, from: input.from };
  const person = input.personId === undefined ? undefined : await eligiblePerson(tx, input.personId, village.town);
  const changed = withDesk(village, { leaving: input.leaving, joining: person && holderOf(person, input.from) }, now);
  if (deskOn(changed.desk, today).length === 0) throw errors.LAST_OF_DESK();
  if (person !== undefined) await grantTo(tx, person, grant, now);
  if (input.leaving !== undefined) await withdraw(tx, input.leaving, grant);
  const after = followedBy(changed, now, ...followUpsOf(input, now, input.leaving, grant));
  await tx.replace('villages', after);
  return after;
}

async function appointToOffice(tx: Transaction, context: Context, kind: Extract<PostKind, { kind: 'OFFICE' }>, input: Appointment, errors: Refusals): Promise<undefined> {
  const { settings, now, today } = context;
  const office = await tx.get('offices', kind.area);
  if (office === undefined) throw refusal('NOT_FOUND');
  if (input.personId === undefined && input.leaving === undefined) throw invalidField('leaving', 'REQUIRED');
  const inPost = (officer: Officer): boolean => officer.role === kind.role && officer.unit === kind.unit;
  const leaving = office.officers.find((officer) => officer.personId === input.leaving && inPost(officer));
  if (input.leaving !== undefined && leaving === undefined) throw invalidField('leaving', 'NOT_ON_DESK');
  const unit = kind.unit === undefined ? {} : { unit: kind.unit };
  const grant: RoleGrant = { role: kind.role, area: kind.area, from: input.from, ...unit };
  const person = input.personId === undefined ? undefined : await eligiblePerson(tx, input.personId, settings.countyCode);
  const changed = withOfficers(office, { leaving, joining: person && { ...holderOf(person, input.from), role: kind.role, ...unit } });
  if (deskOn(changed.officers.filter(inPost), today).length === 0) throw errors.LAST_OF_DESK();
  if (person !== undefined) await grantTo(tx, person, grant, now);
  if (leaving !== undefined) await withdraw(tx, leaving.personId, grant);
  await tx.replace('offices', followedBy(changed, now, ...followUpsOf(input, now, leaving?.personId, grant)));
  return undefined;
}

/** Somebody on the roster of this area. Who is not there cannot be told from who does not exist. */
export async function eligiblePerson(tx: Transaction, personId: PersonId, area: string): Promise<Person> {
  const person = await tx.get('people', personId);
  if (person?.status !== 'ACTIVE' || !person.village.startsWith(area)) throw invalidField('personId', 'NO_PERSON');
  return person;
}

export async function grantTo(tx: Transaction, person: Person, grant: RoleGrant, now: number): Promise<void> {
  const { roles, withdrawn } = withGrant(person, grant);
  await tx.update('people', person._id, {
    set: { roles, changedAt: now, ...(withdrawn === undefined ? {} : { withdrawn }) },
    ...(withdrawn === undefined ? { unset: ['withdrawn'] } : {}),
  });
}

/** Takes a grant's effect away at once; the clock closes it in the person's roles. */
export async function withdraw(tx: Transaction, personId: PersonId, grant: RoleGrant): Promise<void> {
  await tx.update('people', personId, { addToSet: { withdrawn: grantKey(grant) } });
}

export function holderOf(person: Person, since: string): PostHolder {
  return { personId: person._id, since, ...shownOf(person) };
}

/** What the clock has to do for a change of holders. */
function followUpsOf(input: Appointment, now: number, leaving: PersonId | undefined, grant: RoleGrant): readonly PostFollowUp[] {
  const closes = leaving === undefined || leaving === input.personId ? undefined : { personId: leaving, grant: grantKey(grant), end: input.from };
  return [{ kind: 'POST', id: `post:${input.post}:${input.requestId}`, post: input.post, at: now, closes, to: input.personId }];
}

/** The stand-in of a head whose post became vacant goes with them. */
function closing(input: Appointment, now: number, personId: PersonId, grant: RoleGrant): PostFollowUp {
  return { kind: 'POST', id: `post:${input.post}:${input.requestId}:stand-in`, post: input.post, at: now, closes: { personId, grant: grantKey(grant), end: input.from }, only: 'CLOSE' };
}

function viewOf(finding: ReturnType<typeof headFinding>): FindingView {
  return { ...finding, data: { ...finding.data } };
}
