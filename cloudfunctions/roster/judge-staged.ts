/** Takes the staged rows of one unit and judges them against the store: the same for the dry run and for the load. */
import type { AreaCode } from '@/domain/areas/code';
import type { PersonId } from '@/domain/basics/ids';
import { villagesOf, type Directory } from '@/domain/roster/directory';
import type { Keys, Stored } from '@/domain/roster/judge';
import { judgeUnit } from '@/domain/roster/judge-unit';
import { parseRows } from '@/domain/roster/parse-rows';
import type { Finding } from '@/domain/roster/problem';
import type { Judgement } from '@/domain/roster/target';
import { householdIdOf, personIdOf, phoneKeyOf } from '@platform/person-keys';
import type { RosterLoad, RosterVillage } from '@platform/records';
import { stagedRows } from './staged-rows';
import { readAliases, readStored } from './stored';
import { todayOf, type Tools } from './tools';

export interface Judged {
  readonly judgement: Judgement;
  readonly stored: Stored;
  readonly findings: readonly Finding[];
}

/**
 * Judges a unit of a load. The store is read, never written. `isLoading`: whether a resident is on another village's
 * roster is not asked again; the write finds it out.
 */
export async function judgeStaged(tools: Tools, load: RosterLoad, part: RosterVillage, directory: Directory, isLoading = false): Promise<Judged> {
  const unit = part.village;
  const today = todayOf(tools);
  const villages = villagesOf(directory, load.area);
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const rows = await stagedRows(tools, load._id, unit, part.batches);
  const sheets = parseRows(rows, { unit, today, villages, departments: tools.settings.departments }, report);
  const keys = keysOf(tools, unit, await readAliases(tools.store));
  const stored = await readStored(tools.store, unit, sheets, keys.personId, !isLoading);
  const judgement = judgeUnit(sheets, { unit, nameOf: villages.nameOf, today, settings: tools.settings.grid, keys, stored, report });
  return { judgement, stored, findings };
}

/** Each key is asked for several times a row; computing it once is most of the work saved. */
function keysOf({ sealer }: Pick<Tools, 'sealer'>, unit: AreaCode, aliases: ReadonlyMap<PersonId, PersonId>): Keys {
  const ids = new Map<string, PersonId>();
  function idKey(idNumber: string): PersonId {
    const known = ids.get(idNumber) ?? personIdOf(sealer, unit, idNumber);
    ids.set(idNumber, known);
    return known;
  }
  return {
    idKey,
    personId: (idNumber) => aliases.get(idKey(idNumber)) ?? idKey(idNumber),
    phoneKey: (mobile) => phoneKeyOf(sealer, mobile),
    householdId: householdIdOf,
  };
}
