/** A person's roles as posts and memberships come and go. Grants are never removed, only ended: history is kept (HHL-07). */
import { addCivilDays } from '../basics/civil-time';
import type { CivilDate } from '../basics/ids';
import type { Person } from './person';
import { grantKey, grantsOf, type RoleGrant } from './roles';

type Granted = Pick<Person, 'roles' | 'withdrawn'>;

/**
 * The person's roles with one more grant. One of the same role and area that is in force, or was withdrawn and waits to be
 * closed, is ended first, so that a grant is never there twice.
 */
export function withGrant(person: Granted, grant: RoleGrant): Granted {
  const { roles, withdrawn } = withoutGrant(person, grantKey(grant), grant.from);
  return { roles: [...roles, grant], withdrawn };
}

/** The person's roles with a grant closed: the day before `end` is its last, or its first where it began no earlier. */
export function withoutGrant(person: Granted, key: string, end: CivilDate): Granted {
  const last = addCivilDays(end, -1);
  const roles = person.roles.flatMap((grant) => {
    if (grantKey(grant) !== key || (grant.to !== undefined && grant.to < end)) return [grant];
    // What never came into force before it ended leaves no trace: there was no such day.
    return grant.from > last ? [] : [{ ...grant, to: last }];
  });
  const withdrawn = (person.withdrawn ?? []).filter((one) => one !== key);
  return { roles, withdrawn: withdrawn.length > 0 ? withdrawn : undefined };
}

/** Whether a person holds one of these roles on a day, wherever. */
export function holdsRole(person: Granted, today: CivilDate, ...roles: readonly RoleGrant['role'][]): boolean {
  return grantsOf(person, today).some((grant) => roles.includes(grant.role));
}
