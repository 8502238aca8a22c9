/** Who works for a Party branch, and who for the town's Party office. The server decides; this only chooses what to offer. */
import type { Role } from '@/domain/people/roles';
import { hasPoints } from './party-duties';
import type { Me } from './views';

/** 支部书记、支部委员、党小组长: the first of them that a person is names them. */
const OFFICES = [['BRANCH_SECRETARY', '支部书记'], ['BRANCH_COMMITTEE', '支部委员'], ['BRANCH_VERIFIER', '党小组长']] as const satisfies readonly (readonly [Role, string])[];

export interface BranchOffice {
  /** The branch is the village's. */
  readonly village: string;
  readonly name: string;
  readonly duty: string;
  readonly secretary: boolean;
  /** Second eyes, categories, objections, opinions (PTY-06). */
  readonly approves: boolean;
}

/** The branches for which this person looks at what members did. */
export function branchOfficesOf(me: Me | undefined): readonly BranchOffice[] {
  const roles = hasPoints(me) ? me?.person?.roles ?? [] : [];
  const held = roles.filter(({ role }) => OFFICES.some(([office]) => office === role));
  return [...new Set(held.map(({ area }) => area))].map((village) => {
    const here = held.filter(({ area }) => area === village);
    const has = (role: Role) => here.some((one) => one.role === role);
    return {
      village,
      name: here[0]?.areaName ?? '',
      duty: OFFICES.find(([role]) => has(role))?.[1] ?? '',
      secretary: has('BRANCH_SECRETARY'),
      approves: has('BRANCH_SECRETARY') || has('BRANCH_COMMITTEE'),
    };
  });
}

/** The town of whose Party office this person is. */
export function partyTownOf(me: Me | undefined): { readonly town: string; readonly name: string } | undefined {
  const office = hasPoints(me) ? me?.person?.roles.find(({ role }) => role === 'TOWN_PARTY') : undefined;
  return office && { town: office.area, name: office.areaName };
}

/** Whether this person keeps the county's scheme of points. */
export function keepsScheme(me: Me | undefined): boolean {
  return hasPoints(me) && (me?.person?.roles.some(({ role }) => role === 'COUNTY_CLERK') ?? false);
}
