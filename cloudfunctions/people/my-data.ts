/** 我的信息 (PRV-06): what is held, why and until when; who has read it; a copy to take away. */
import type { AuditRow } from '@platform/records';
import { maskIdNumber } from '@/domain/people/id-number';
import { maskMobile } from '@/domain/people/mobile';
import { isOwnerOf } from '@/domain/people/binding';
import type { Household, Person } from '@/domain/people/person';
import type { Village } from '@/domain/grid/grid';
import { areaNameIn } from '@/domain/grid/tree';
import { heldWords, processorWords, readingWords, type Held } from '@/domain/wording/people-data';
import type { Context } from '@platform/context';
import type { Where } from '@platform/store';
import { people } from './os';

const READERS = 50;

export const myData = people.myData.handler(async ({ context }) => {
  const { caller, store, settings } = context;
  context.permit('people.myData', { account: caller.account });
  const person = caller.person && (await store.get('people', caller.person.id));
  const household = person && (await store.get('households', person.householdId));
  const village = person && (await store.get('villages', person.village));
  const issues = await store.count('issues', person ? reportedBy(person, caller.person?.own === true) : { reporterAccount: caller.account, reporterId: { exists: false } });
  const held = heldWords(heldOf(context, { person, household, village, issues }), settings);
  return {
    held,
    copy: JSON.stringify(copyOf(context, { person, household, village, issues }), undefined, 2),
    readers: person ? await readersOf(context, person) : [],
    processor: processorWords(settings),
  };
});

/** A relative's phone learns not even how many matters were confided (`isConfided`). */
function reportedBy({ _id }: Person, own: boolean): Where {
  return own ? { reporterId: _id } : { reporterId: _id, restricted: false, aboutId: { exists: false } };
}

interface Parts {
  readonly person: Person | undefined;
  readonly household: Household | undefined;
  readonly village: Village | undefined;
  readonly issues: number;
}

function heldOf({ caller, sealer }: Context, { person, household, village, issues }: Parts): Held {
  if (person === undefined) return { account: caller.account, issues };
  return {
    account: caller.account,
    issues,
    person: {
      name: person.name,
      sex: person.sex,
      bornOn: person.bornOn,
      idMasked: maskIdNumber(sealer.open(person.idSealed)),
      phoneMasked: person.phoneSealed === undefined ? undefined : maskMobile(sealer.open(person.phoneSealed)),
      phoneShown: person.phoneShown,
      household: household === undefined ? '' : `${household.number} ${household.address}`.trim(),
      grid: village === undefined ? '' : `${village.name}${areaNameIn(village, person.grid)}`,
      roles: person.roles.map(({ role }) => role),
      level: caller.person?.level,
    },
  };
}

/**
 * The copy. What is sealed is opened for its owner alone, and only when the account surely is that person: whoever knows a
 * name and four digits must not learn the other fourteen.
 */
function copyOf(context: Context, parts: Parts): Readonly<Record<string, unknown>> {
  const { caller, sealer } = context;
  const { person } = parts;
  const held = heldOf(context, parts);
  if (person === undefined) return { ...held };
  const surely = caller.person?.level === 'VERIFIED' && isOwnerOf(caller.account, person);
  if (!surely) return { ...held };
  return {
    ...held,
    person: {
      ...held.person,
      idNumber: sealer.open(person.idSealed),
      ...(person.phoneSealed === undefined ? {} : { phone: sealer.open(person.phoneSealed) }),
      roles: person.roles.map(({ role, area, from, to }) => ({ role, area, from, to })),
      boundAt: person.account?.at,
      changedAt: person.changedAt,
    },
  };
}

/** Who looked at the record or changed it, latest first; the person's own doings left out. */
async function readersOf({ caller, store }: Context, person: Person): Promise<{ at: number; who: string; what: string }[]> {
  const { items } = await store.find('audit', { where: { target: `person:${person._id}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: READERS });
  const others = items.filter((row) => row.account !== caller.account && row.person !== person._id);
  const ids = [...new Set(others.flatMap((row) => row.person ?? []))];
  const readers = ids.length === 0 ? [] : (await store.find('people', { where: { _id: { in: ids } }, limit: READERS })).items;
  return others.map((row) => ({ at: row.at, who: whoWas(row, readers), what: readingWords(row.action) }));
}

function whoWas(row: AuditRow, readers: readonly Person[]): string {
  if (row.account === 'clock' || row.account === 'import' || row.account === 'operator') return readingWords(row.account);
  return readers.find((person) => person._id === row.person)?.name ?? readingWords('account');
}
