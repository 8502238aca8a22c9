/** The words in which the access table is written. */
import type { Role } from './roles';

/** How a caller must stand to the target. */
export type Relation =
  /** Nothing asked. */
  | 'ANY'
  /** It is the caller's own record, or the caller's account's. */
  | 'SELF'
  /** It is the caller's own, and so is the phone: nobody does this for them. */
  | 'OWN_PHONE'
  | 'REPORTER'
  | 'SAME_HOUSEHOLD'
  /** Published, and of the caller's own village. */
  | 'PUBLIC_IN_VILLAGE'
  | 'OWN_VILLAGE'
  /** The grant's area contains the target's. */
  | 'AREA'
  /** The grant is over the very branch to which it belongs. */
  | 'BRANCH'
  /** The grant's area contains the target's and is not the same: what lies below. */
  | 'BELOW'
  /** The grant gives the post that answers for it. */
  | 'OWNER'
  | 'FORMER_OWNER'
  /** A department answers now; the grant's post held the matter or gave it there (EVT-07). */
  | 'CALLED_DEPARTMENT'
  | 'ASSISTANT'
  /** The grant's post lies above the owner's, in the same chain; the county's only above towns and departments. */
  | 'ABOVE_OWNER'
  /** The grant gives the post that decides. */
  | 'DECIDER';

/** What excludes a caller whom a rule would allow. */
export type Conflict =
  /** The caller is complained of, or holds a post that the matter must never reach. */
  | 'BARRED'
  /** EVT-14: only the two restricted roles and the reporter. */
  | 'RESTRICTED'
  /** Nobody judges their own work, nor as the relative for whom their phone acts, nor once it is that relative's alone (ORG-08). */
  | 'OWN_WORK'
  /** Nobody acts on their own record in office. */
  | 'OWN_RECORD';

export interface Rule {
  /** `VISITOR` is every account; `VILLAGER` everyone bound to a person, `VERIFIED` everyone surely bound. */
  readonly role: Role | 'VISITOR' | 'VILLAGER' | 'VERIFIED';
  readonly relation: Relation;
}

/** One rule for each of some roles, all standing to the target alike. */
export function each(roles: readonly Rule['role'][], relation: Relation): readonly Rule[] {
  return roles.map((role) => ({ role, relation }));
}

export interface ActionRules {
  readonly rules: readonly Rule[];
  readonly conflicts: readonly Conflict[];
  /** A refusal says NOT_FOUND, so that nobody learns that the target exists. */
  readonly hidden?: true;
  /** Never at a computer, where somebody else may sit down: what decides whose phone it is, and what a phone answers for. */
  readonly phoneOnly?: true;
  /** For a browser that nobody signed in yet, and for nobody else. */
  readonly open?: true;
}
