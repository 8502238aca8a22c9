/** Verified binding by the phone number that WeChat vouches for: it must be the one on the roster (WX-04, WX-05: never required). */
import { afterWrongTry, newAccount, ownBinding, triesLeft } from '@/domain/people/binding';
import { parseName } from '@/domain/people/name';
import { tapRow } from '@platform/once';
import { phoneKeyOf } from '@platform/person-keys';
import { invalidField, refusal } from '@platform/refuse';
import { answerBinding, bindFamily, bindSelf, mayBecome, settle, type BindingOutcome } from './binding-steps';
import { people } from './os';

/** A family often has one phone; its members are told apart by name. */
const SHARE_A_PHONE = 20;

export const bindByPhone = people.bindByPhone.handler(async ({ input, context, errors }) => {
  context.permit('people.bindByPhone');
  const { caller, store, settings, sealer, wechat, today } = context;
  const name = parseName(input.name);
  if (!name.ok) throw invalidField('name', name.reason.code);
  const phone = await wechat.phoneNumberOf(input.phoneCode);
  if (phone === undefined) throw invalidField('phoneCode', 'PHONE_CODE');

  const phoneKey = phoneKeyOf(sealer, phone);
  const { items } = await store.find('people', { where: { phoneKey }, limit: SHARE_A_PHONE });
  const [match, ...others] = items.filter((person) => person.status === 'ACTIVE' && person.name === name.value);
  const perDay = settings.binding.triesPerDay;
  // WeChat's code is another one at each try; what it stands for is the phone.
  const tap = { ...input, phoneCode: phoneKey };
  const row = tapRow(context, 'people.bindByPhone', tap, { target: `person:${match?._id ?? ''}`, detail: { relation: input.relation } });

  const outcome = await settle(context, async (tx): Promise<BindingOutcome> => {
    const account = (await tx.get('accounts', caller.account)) ?? newAccount(caller.account);
    if (triesLeft(account.tries, today, perDay) === 0) return { kind: 'TOO_MANY' };
    const fits = match !== undefined && others.length === 0
      && (input.relation === 'FAMILY' ? ownBinding(account)?.personId !== match._id : mayBecome(account, match._id, caller.person));
    if (!fits) {
      const tries = afterWrongTry(account.tries, today, sealer.key('phone-try', phoneKey, name.value));
      await tx.replace('accounts', { ...account, tries });
      return { kind: 'NO_MATCH', left: triesLeft(tries, today, perDay) };
    }
    const bindings = { context, account, level: 'VERIFIED' as const, row };
    if (input.relation === 'FAMILY') return bindFamily(tx, { id: match._id, name: match.name }, bindings);
    const person = await tx.get('people', match._id);
    if (person?.status !== 'ACTIVE' || person.phoneKey !== phoneKey) throw refusal('CHANGED_MEANWHILE');
    return bindSelf(tx, person, bindings);
  });
  return answerBinding(outcome, errors, today);
});
