/** Which acts a reader is offered: what the state leaves open, of that what the access table gives them. */
import type { IssueAct } from '@/contract/issues';
import type { ActName, Actor } from '@/domain/issues/acts';
import type { Issue } from '@/domain/issues/issue';
import { standsRightly } from '@/domain/issues/machine';
import { targetOf, type Judged } from '@/domain/issues/target';
import { openActs } from '@/domain/issues/transitions';
import { isReporter } from '@/domain/issues/view';
import type { Action } from '@/domain/people/access';
import { isSurelyOwn } from '@platform/caller';
import type { Context } from '@platform/context';

/** The access table's name of each act, and whose work it judges. */
export const ACTIONS: Readonly<Record<ActName, { readonly action: Action; readonly judged?: Judged }>> = {
  ADD: { action: 'issues.add' },
  REMIND: { action: 'issues.remind' },
  WITHDRAW: { action: 'issues.withdraw' },
  ANSWER: { action: 'issues.answer', judged: 'QUESTION' },
  RATE: { action: 'issues.rate' },
  SUPPORT: { action: 'issues.support' },
  ACCEPT: { action: 'issues.accept' },
  REJECT: { action: 'issues.reject' },
  ASK: { action: 'issues.ask' },
  PROGRESS: { action: 'issues.progress' },
  HAND_UP: { action: 'issues.handUp' },
  ASK_EXTENSION: { action: 'issues.askExtension' },
  DECIDE_EXTENSION: { action: 'issues.decideExtension', judged: 'EXTENSION' },
  SUSPEND: { action: 'issues.suspend' },
  RESUME: { action: 'issues.resume' },
  FINISH: { action: 'issues.finish' },
  DISPATCH: { action: 'issues.dispatch' },
  OBJECT: { action: 'issues.object' },
  DECIDE_OBJECTION: { action: 'issues.decideObjection', judged: 'OBJECTION' },
  URGE: { action: 'issues.urge' },
};

export function actorOf(issue: Issue, { caller }: Pick<Context, 'caller'>): Actor {
  const { account, person } = caller;
  return {
    name: person?.name ?? issue.reporterName,
    ...(person === undefined ? {} : { personId: person.id }),
    account,
    posts: person?.posts ?? [],
    reporter: isReporter(issue, { account, ...(person === undefined ? {} : { personId: person.id }), surelyOwn: isSurelyOwn({ person }) }),
  };
}

export function actsOf(issue: Issue, context: Context): IssueAct[] {
  const by = actorOf(issue, context);
  return openActs(issue, context.now, context.settings).filter((act) => {
    const { action, judged } = ACTIONS[act];
    return standsRightly(issue, act, by) && !(act === 'SUPPORT' && isInItAlready(issue, by)) && context.may(action, targetOf(issue, judged));
  });
}

/** Who reported it, joined it or answers for it has no need to say that they met with it too. */
function isInItAlready(issue: Issue, by: Actor): boolean {
  return by.reporter || by.posts.includes(issue.owner.post) || (by.personId !== undefined && issue.supporters.includes(by.personId));
}
