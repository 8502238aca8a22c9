/**
 * Who may do what: one table, action -> role, how that role must stand to the target, and which conflicts exclude.
 *
 * Deny by default: an action that is not here, or no rule of which fits, is refused. Handlers name their action and its
 * target; they contain no role logic. The golden table in `tests/domain/people/access-golden.ts` is written by hand from
 * the rulebook's section 11; changing one cell here must fail there.
 */
import { isWithin, levelOf, type AreaCode, type VillageCode } from '../areas/code';
import type { AccountId, HouseholdId, PersonId } from '../basics/ids';
import { areaOfPost, isDepartment, postOf, type PostKey } from '../grid/posts';
import type { ActionRules, Conflict, Relation, Rule } from './access-rule';
import { ACCESS, type Action } from './access-table';
import type { BindingLevel } from './person';
import type { RoleGrant } from './roles';

export type { Action } from './access-table';

/** What the table needs to know of who asks. */
export interface AccessCaller {
  readonly account: AccountId;
  /** Whose own phone it is, also while it acts for a relative. */
  readonly phoneOf?: PersonId;
  readonly person?: {
    readonly id: PersonId;
    readonly level: BindingLevel;
    /** The phone acts for its owner, not for a family member. */
    readonly own: boolean;
    readonly village: VillageCode;
    readonly householdId: HouseholdId;
    /** In force today; none of an office while the binding is weak. */
    readonly roles: readonly RoleGrant[];
    readonly posts: readonly PostKey[];
  };
  /** The session of a browser at a computer; absent on a phone. */
  readonly desk?: string;
  /** A browser that nobody signed in yet. It has no account, and may do only what is `open`. */
  readonly nobody?: true;
}

/** What the table needs to know of what is asked for. What is left out fits no relation that asks for it. */
export interface Target {
  readonly area?: AreaCode;
  /** The Party branch to which alone it belongs; then it lies in no `area` for anybody else. */
  readonly branch?: VillageCode;
  /** The person it is about, or whose record it is. */
  readonly personId?: PersonId;
  readonly account?: AccountId;
  readonly householdId?: HouseholdId;
  readonly reporterId?: PersonId;
  readonly reporterAccount?: AccountId;
  /** Of what must stay with whoever reported it: the account it came from. Any other is the reporter's only where it surely is them. */
  readonly sentFrom?: AccountId;
  readonly ownerPost?: PostKey;
  readonly formerPosts?: readonly PostKey[];
  readonly assistants?: readonly PostKey[];
  readonly deciderPost?: PostKey;
  /** Shown to the village. */
  readonly published?: boolean;
  /** EVT-14. */
  readonly restricted?: boolean;
  /** COMPLAINT: the person complained of, and the posts that must never see it. */
  readonly aboutId?: PersonId;
  readonly barredPosts?: readonly PostKey[];
  /** Persons whose own work it is: whoever handled it, or issued it. */
  readonly workOf?: readonly PersonId[];
  /** The accounts that it was done from: they judge it for nobody, whoever is bound to them by now. */
  readonly workFrom?: readonly AccountId[];
}

/** `OWN_WORK`: nothing else is against it, so that somebody else can be found. */
export type Decision = 'ALLOWED' | 'NOT_SIGNED_IN' | 'PHONE_ONLY' | 'NOT_BOUND' | 'NOT_VERIFIED' | 'FORBIDDEN' | 'NOT_FOUND' | 'OWN_WORK';

/** Decides one action on one target. */
export function decide(caller: AccessCaller, action: Action, target: Target = {}): Decision {
  const entry: ActionRules | undefined = Object.hasOwn(ACCESS, action) ? ACCESS[action] : undefined;
  if (entry === undefined) return 'FORBIDDEN';
  if (caller.nobody === true) return entry.open === true ? 'ALLOWED' : 'NOT_SIGNED_IN';
  if (caller.desk !== undefined && entry.phoneOnly === true) return 'PHONE_ONLY';
  const fitting = entry.rules.filter((rule) => fits(caller, rule, target));
  const against = fitting.map((rule) => entry.conflicts.filter((conflict) => excludes(conflict, caller, rule, target)));
  if (against.some((conflicts) => conflicts.length === 0)) return 'ALLOWED';
  if (against.some((conflicts) => conflicts.every((conflict) => conflict === 'OWN_WORK'))) return 'OWN_WORK';
  if (entry.hidden) return 'NOT_FOUND';
  if (caller.person === undefined) return 'NOT_BOUND';
  if (caller.person.level === 'WEAK' && !entry.rules.some((rule) => rule.role === 'VILLAGER' || rule.role === 'VISITOR')) return 'NOT_VERIFIED';
  return 'FORBIDDEN';
}

function fits(caller: AccessCaller, rule: Rule, target: Target): boolean {
  const { role, relation } = rule;
  if (role === 'VISITOR') return stands(caller, undefined, relation, target);
  if (caller.person === undefined) return false;
  if (role === 'VILLAGER') return stands(caller, undefined, relation, target);
  if (caller.person.level !== 'VERIFIED') return false;
  if (role === 'VERIFIED') return stands(caller, undefined, relation, target);
  return caller.person.roles.some((grant) => grant.role === role && stands(caller, grant, relation, target));
}

function stands(caller: AccessCaller, grant: RoleGrant | undefined, relation: Relation, target: Target): boolean {
  const { person } = caller;
  switch (relation) {
    case 'ANY':
      return true;
    case 'SELF':
      return same(target.account, caller.account) || same(target.personId, person?.id);
    case 'OWN_PHONE':
      return same(target.personId, person?.id) && same(caller.phoneOf, person?.id);
    case 'REPORTER':
      return same(target.reporterAccount, caller.account) || (same(target.reporterId, person?.id) && isConfidant(caller, target));
    case 'SAME_HOUSEHOLD':
      return same(target.householdId, person?.householdId);
    case 'PUBLIC_IN_VILLAGE':
      return target.published === true && inVillage(target.area, person?.village);
    case 'OWN_VILLAGE':
      return inVillage(target.area, person?.village);
    case 'AREA':
      return grant !== undefined && target.area !== undefined && isWithin(target.area, grant.area);
    case 'BRANCH':
      return grant !== undefined && same(target.branch, grant.area);
    case 'BELOW':
      return grant !== undefined && target.area !== undefined && target.area !== grant.area && isWithin(target.area, grant.area);
    case 'OWNER':
      return grant !== undefined && same(target.ownerPost, postOf(grant));
    case 'FORMER_OWNER':
      return grant !== undefined && (target.formerPosts ?? []).some((post) => same(post, postOf(grant)));
    case 'CALLED_DEPARTMENT':
      return isDepartment(target.ownerPost ?? '') && stands(caller, grant, 'FORMER_OWNER', target);
    case 'ASSISTANT':
      return grant !== undefined && (target.assistants ?? []).some((post) => same(post, postOf(grant)));
    case 'ABOVE_OWNER':
      return grant !== undefined && target.ownerPost !== undefined && isAbove(grant.area, target);
    case 'DECIDER':
      return grant !== undefined && same(target.deciderPost, postOf(grant));
  }
}

/**
 * Whether an area lies above the owner's in the matter's own chain: it contains both the owner's area and the matter's. Of
 * what lies below its towns and departments the county has figures and no matters (rulebook section 11).
 */
function isAbove(area: AreaCode, target: Target): boolean {
  const owner = areaOfPost(target.ownerPost ?? '');
  if (levelOf(area) === 'COUNTY' && levelOf(owner) !== 'TOWN' && levelOf(owner) !== 'COUNTY') return false;
  if (target.area === undefined || !isWithin(target.area, area)) return false;
  // A department's post stands in the county and below its office.
  return target.ownerPost !== area && isWithin(owner, area);
}

function excludes(conflict: Conflict, caller: AccessCaller, rule: Rule, target: Target): boolean {
  const { person } = caller;
  switch (conflict) {
    case 'BARRED':
      if (rule.relation === 'REPORTER') return false;
      return same(target.aboutId, person?.id) || (target.barredPosts ?? []).some((post) => holds(person, post));
    case 'RESTRICTED':
      if (rule.relation === 'REPORTER' || rule.role === 'TOWN_LEGAL' || rule.role === 'POLICE_LIAISON') return false;
      return target.restricted === true;
    case 'OWN_WORK':
      return (target.workOf ?? []).some((worker) => worker === person?.id || worker === caller.phoneOf) || (target.workFrom ?? []).includes(caller.account);
    case 'OWN_RECORD':
      return same(target.personId, person?.id);
  }
}

/** A phone that acts for the reporter, or that anybody could have bound by a name and four digits, is not taken into confidence. */
function isConfidant({ account, person }: AccessCaller, { sentFrom }: Target): boolean {
  return sentFrom === undefined || sentFrom === account || (person?.own === true && person.level === 'VERIFIED');
}

function holds(person: AccessCaller['person'], post: PostKey): boolean {
  return person !== undefined && person.posts.includes(post);
}

function inVillage(area: AreaCode | undefined, village: VillageCode | undefined): boolean {
  return area !== undefined && village !== undefined && isWithin(area, village);
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
