/** Verified binding by a code that one officer issued and another confirmed (architecture section 4). */
import { readBindingCode } from '@/domain/people/binding-code';
import { afterWrongTry, newAccount, triesLeft } from '@/domain/people/binding';
import { tapRow } from '@platform/once';
import { answerBinding, bindFamily, bindSelf, mayBecome, settle, type BindingOutcome } from './binding-steps';
import { codeKeyOf } from '@platform/code-key';
import { people } from './os';
import { standingView } from './standing-view';

export const bindByCode = people.bindByCode.handler(async ({ input, context, errors }) => {
  context.permit('people.bindByCode');
  const { caller, settings, sealer, now, today } = context;
  const perDay = settings.binding.triesPerDay;
  // What cannot be a code is looked for like one: a wrong code is a wrong code, however it is wrong.
  const codeKey = codeKeyOf(sealer, readBindingCode(input.code) ?? input.code);
  const row = tapRow(context, 'people.bindByCode', input, { target: `code:${codeKey}`, detail: { relation: input.relation } });

  const outcome = await settle(context, async (tx): Promise<BindingOutcome> => {
    const account = (await tx.get('accounts', caller.account)) ?? newAccount(caller.account);
    if (triesLeft(account.tries, today, perDay) === 0) return { kind: 'TOO_MANY' };
    const code = await tx.get('bindingCodes', codeKey);
    if (code === undefined) {
      const tries = afterWrongTry(account.tries, today, codeKey);
      await tx.replace('accounts', { ...account, tries });
      return { kind: 'NO_MATCH', left: triesLeft(tries, today, perDay) };
    }
    if (code.usedAt !== undefined) {
      // A lost reply: the same account asks again with the code that it used.
      return code.usedBy === caller.account ? { kind: 'BOUND', standing: standingView(account, await tx.get('people', code.personId)) } : { kind: 'EXPIRED' };
    }
    if (code.expiresAt <= now) return { kind: 'EXPIRED' };

    const bindings = { context, account, level: 'VERIFIED' as const, row };
    const use = { set: { usedAt: now, usedBy: caller.account } };
    if (input.relation === 'FAMILY') {
      await tx.update('bindingCodes', codeKey, use);
      return bindFamily(tx, { id: code.personId, name: code.personName }, bindings);
    }
    const person = await tx.get('people', code.personId);
    // A phone that is another person already does not use up somebody's code.
    if (person?.status !== 'ACTIVE' || !mayBecome(account, person._id, caller.person)) return { kind: 'EXPIRED' };
    const bound = await bindSelf(tx, person, bindings);
    if (bound.kind === 'BOUND') await tx.update('bindingCodes', codeKey, use);
    return bound;
  });
  return answerBinding(outcome, errors, today);
});
