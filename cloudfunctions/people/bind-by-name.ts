/** Weak binding: name and last four, within the county; one and the same answer for wrong, unknown and not unique. */
import { tidyCell } from '@/domain/basics/text';
import { afterWrongTry, newAccount, triesLeft } from '@/domain/people/binding';
import { parseName } from '@/domain/people/name';
import type { Person } from '@/domain/people/person';
import type { Context } from '@platform/context';
import { tapRow } from '@platform/once';
import { weakKeyOf } from '@platform/person-keys';
import { invalidField, refusal } from '@platform/refuse';
import { answerBinding, bindFamily, bindSelf, mayBecome, settle } from './binding-steps';
import { people } from './os';

/** As many persons of one name and last four as are looked at; two who are on the roster are already too many. */
const LOOKED_AT = 10;

export const bindByName = people.bindByName.handler(async ({ input, context, errors }) => {
  context.permit('people.bindByName');
  const { caller, settings, sealer, today } = context;
  const { name, lastFour } = read(input);
  if (input.relation === 'FAMILY' && caller.person === undefined) throw refusal('NOT_BOUND');
  const weakKey = weakKeyOf(sealer, settings.countyCode, name, lastFour);
  const match = await theOnlyOne(context, weakKey, input.relation);
  const perDay = settings.binding.triesPerDay;
  // The target is the name: with it in hand one could go through all ten thousand endings.
  const targetId = `${today}:${sealer.key('tries', settings.countyCode, name).slice(0, 32)}`;
  const row = tapRow(context, 'people.bindByName', input, { target: `person:${match?._id ?? ''}`, detail: { relation: input.relation } });

  const outcome = await settle(context, async (tx) => {
    const account = (await tx.get('accounts', caller.account)) ?? newAccount(caller.account);
    const target = await tx.get('tries', targetId);
    if (triesLeft(account.tries, today, perDay) === 0 || triesLeft(target, today, perDay) === 0) return { kind: 'TOO_MANY' };
    if (match === undefined || (input.relation === 'SELF' && !mayBecome(account, match._id, caller.person))) {
      const tries = afterWrongTry(account.tries, today, weakKey);
      const counted = { _id: targetId, ...afterWrongTry(target, today, weakKey) };
      await tx.replace('accounts', { ...account, tries });
      await tx.replace('tries', counted);
      return { kind: 'NO_MATCH', left: Math.min(triesLeft(tries, today, perDay), triesLeft(counted, today, perDay)) };
    }
    const bindings = { context, account, level: 'WEAK' as const, row };
    if (input.relation === 'FAMILY') return bindFamily(tx, { id: match._id, name: match.name }, bindings);
    const person = await tx.get('people', match._id);
    if (person?.status !== 'ACTIVE' || person.weakKey !== weakKey) throw refusal('CHANGED_MEANWHILE');
    return bindSelf(tx, person, bindings);
  });
  return answerBinding(outcome, errors, today);
});

/** The one active person a name and last four stand for. As family only somebody of the household the phone acts for. */
async function theOnlyOne(context: Context, weakKey: string, relation: 'SELF' | 'FAMILY'): Promise<Person | undefined> {
  const { items } = await context.store.find('people', { where: { weakKey }, limit: LOOKED_AT });
  const [first, ...others] = items.filter((person) => person.status === 'ACTIVE');
  if (first === undefined || others.length > 0) return undefined;
  return relation === 'SELF' || first.householdId === context.caller.person?.householdId ? first : undefined;
}

function read(input: { readonly name: string; readonly idLast4: string }): { readonly name: string; readonly lastFour: string } {
  const name = parseName(input.name);
  if (!name.ok) throw invalidField('name', name.reason.code);
  const lastFour = tidyCell(input.idLast4).replace(/ /g, '').toUpperCase();
  if (!/^\d{3}[\dX]$/.test(lastFour)) throw invalidField('idLast4', 'ID_LAST_4');
  return { name: name.value, lastFour };
}
