import type { Standing } from '@/contract/people';
import { actingBinding } from '@/domain/people/standing';
import { levelFor } from '@/domain/people/binding';
import type { Account, Person } from '@/domain/people/person';
import type { CallerPerson } from '@platform/caller';

/** For whom an account acts after a change, told from the persons the change has read; nobody where it may act for none. */
export function standingView(account: Account, ...known: readonly (Person | undefined)[]): Standing {
  const binding = actingBinding(account);
  const person = known.find((one) => one !== undefined && one._id === binding?.personId);
  const level = person && levelFor(account, person);
  return person && level ? { person: { id: person._id, name: person.name, level } } : {};
}

/** The same while it goes on acting for whom it acted before. */
export function unchangedStanding(person: Pick<CallerPerson, 'id' | 'name' | 'level'> | undefined): Standing {
  return person ? { person: { id: person.id, name: person.name, level: person.level } } : {};
}
