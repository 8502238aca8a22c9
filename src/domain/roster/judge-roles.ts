/** The sheet of roles: who is what in a village, a town or the county, and who sits at the desks. */
import type { PersonId } from '../basics/ids';
import type { Officer, PostHolder } from '../grid/grid';
import { postOf } from '../grid/posts';
import { grantKey, grantsOf, type Role, type RoleGrant } from '../people/roles';
import { placeOf, reportOn } from './cells';
import { checkName, emptyTally, type Changes, type Court, type Known, type WhoIsWho } from './judge';
import { countHolder, kept } from './judge-heads';
import { HEAD_ROLES } from './role-words';
import type { RoleRow, Sheets } from './rows';
import type { Granted, HolderTarget, OfficerTarget } from './target';

export interface JudgedRoles {
  readonly granted: readonly (readonly [PersonId, Granted])[];
  /** Of a village. */
  readonly desk: readonly HolderTarget[];
  /** Of a town or the county. */
  readonly officers: readonly OfficerTarget[];
  readonly posts: Changes;
  readonly roles: Changes;
}

interface Granting {
  readonly row: RoleRow;
  readonly known: Known;
  readonly grant: RoleGrant;
}

/**
 * The roles the sheet gives. A role it no longer lists is kept and reported: it ends by a day in 截止日期, never by a line
 * that is missing.
 */
export function judgeRoles(sheets: Sheets, court: Court, who: WhoIsWho): JudgedRoles {
  const { report, today } = court;
  const seen = new Map<string, RoleRow>();
  const grantings: Granting[] = [];
  const roles = emptyTally();
  for (const row of sheets.roles) {
    const known = who.find(row.raw, 'idNumber', row.id);
    if (known === undefined) {
      if (!who.isLeftOut(row.id, row.name)) reportOn(report, row.raw, 'idNumber', 'ROLE_PERSON_UNKNOWN');
      continue;
    }
    if (!checkName(row.raw, 'name', row.name, known, report)) continue;
    const key = `${known.id} ${grantKey(row)}`;
    const first = seen.get(key);
    if (first !== undefined) {
      reportOn(report, row.raw, 'role', 'ROLE_TWICE', placeOf(first.raw));
      continue;
    }
    seen.set(key, row);
    const before = known.before?.roles.find((grant) => grantKey(grant) === grantKey(row) && grant.standInFor === undefined && (grant.to === undefined || grant.to >= today));
    const grant = grantOf(row, before, today);
    grantings.push({ row, known, grant });
    if (postOf(grant) !== undefined) continue;
    if (before === undefined) roles.add += 1;
    else if (before.from === grant.from && before.to === grant.to) roles.same += 1;
    else roles.change += 1;
  }
  const desks = judgeDesks(grantings, court);
  roles.leave = reportUnlisted(sheets, court, seen);
  reportOfficers(sheets, court, desks.posts.leave);
  return { granted: grantings.map(({ row, known, grant }) => [known.id, { grants: [grant], mobile: row.mobile, phoneShown: row.phoneShown }]), ...desks, roles };
}

/** A sheet without days leaves the stored ones; a new role begins today. */
function grantOf(row: RoleRow, before: RoleGrant | undefined, today: string): RoleGrant {
  const { role, area, unit } = row;
  const to = row.to ?? before?.to;
  return { role, area, from: row.from ?? before?.from ?? today, ...(to !== undefined && { to }), ...(unit !== undefined && { unit }) };
}

function judgeDesks(grantings: readonly Granting[], { stored, today }: Court): Pick<JudgedRoles, 'desk' | 'officers' | 'posts'> {
  const posts = emptyTally();
  const named = new Set(grantings.map(({ known, grant }) => `${known.id} ${grantKey(grant)}`));
  const desk: HolderTarget[] = [];
  const officers: OfficerTarget[] = [];
  for (const { known, row, grant } of grantings) {
    const isDesk = grant.role === 'VILLAGE_DUTY';
    // In a village only the desk is a post of the sheet of roles.
    if (!isDesk && grant.area.length >= 12) continue;
    const before = isDesk ? stored.village?.desk.find((officer) => officer.personId === known.id && officer.standInFor === undefined) : stored.office?.officers.find((officer) => officer.personId === known.id && officer.role === grant.role && officer.unit === grant.unit);
    const holder: HolderTarget = { ...kept(before, known.id), personId: known.id, name: row.name, since: grant.from, ...(grant.to !== undefined && { to: grant.to }) };
    if (postOf(grant) !== undefined) countHolder(posts, before, holder);
    if (grant.to !== undefined && grant.to < today) continue;
    if (isDesk) desk.push(holder);
    else officers.push({ ...holder, role: grant.role, ...(grant.unit !== undefined && { unit: grant.unit }) });
  }
  const isNamed = (officer: PostHolder, role: Role, area: string, unit?: string) => named.has(`${officer.personId} ${grantKey({ role, area, unit })}`);
  const { village, office } = stored;
  const staying = (village?.desk ?? []).filter((officer) => officer.standInFor !== undefined || !isNamed(officer, 'VILLAGE_DUTY', village?._id ?? ''));
  const stayingOfficers = (office?.officers ?? []).filter((officer: Officer) => officer.standInFor !== undefined || !isNamed(officer, officer.role, office?._id ?? '', officer.unit));
  if (grantings.length > 0) posts.leave = [...staying, ...stayingOfficers].filter(({ standInFor }) => standInFor === undefined).length;
  return { desk: [...staying, ...desk], officers: [...stayingOfficers, ...officers], posts };
}

/** Of a town's or the county's officers the sheet no longer lists; a village's are among its people's roles. */
function reportOfficers(sheets: Sheets, { unit, report }: Court, count: number): void {
  const first = sheets.roles[0]?.raw;
  if (first === undefined || count === 0 || unit.length >= 12) return;
  report({ at: { source: first.source, row: 0 }, kind: 'ROLES', value: '', code: 'ROLES_NOT_ON_SHEET', data: { count } });
}

function reportUnlisted(sheets: Sheets, court: Court, seen: ReadonlyMap<string, RoleRow>): number {
  const first = sheets.roles[0]?.raw;
  if (first === undefined) return 0;
  const { stored, unit, today, report } = court;
  const unlisted = stored.people.flatMap((person) =>
    person.status !== 'ACTIVE'
      ? []
      : grantsOf(person, today).filter((grant) => grant.area.startsWith(unit) && !HEAD_ROLES.has(grant.role) && grant.standInFor === undefined && !seen.has(`${person._id} ${grantKey(grant)}`)),
  );
  if (unlisted.length > 0) report({ at: { source: first.source, row: 0 }, kind: 'ROLES', value: '', code: 'ROLES_NOT_ON_SHEET', data: { count: unlisted.length } });
  return unlisted.length;
}
