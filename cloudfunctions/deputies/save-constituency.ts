import { addCivilDays, isCivilDate } from '@/domain/basics/civil-time';
import { problemOfConstituency, type Constituency } from '@/domain/deputies/congress';
import { congressToChange, saveCongress } from '@platform/congresses';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { deputies } from './os';
import { needLine } from '@platform/texts';

/** Enters a constituency; the one it replaces ends the day before, with its name and borders as they were (DEP-01). */
export const saveConstituency = deputies.saveConstituency.handler(async ({ input, context, errors }) => {
  const { town, level, areas, roll, seats, from, replaces } = input;
  context.permit('deputies.saveConstituency', { area: town });
  if (!isCivilDate(from)) throw invalidField('from', 'DATE');
  const id = derivedId('constituency', context.caller.account, input.requestId);
  const one: Constituency = { id, name: needLine('name', input.name), level, areas, roll, seats, from };
  const problem = problemOfConstituency(one, town);
  if (problem !== undefined) throw errors.DIRECTORY_PROBLEM({ data: { problem } });
  return once(context, 'deputies.saveConstituency', input, { target: `constituency:${id}`, area: town }, async (tx) => {
    const congress = await congressToChange(tx, town);
    const before = congress.constituencies.find((other) => other.id === replaces);
    if (replaces !== undefined && (before === undefined || before.to !== undefined)) throw refusal('NOT_FOUND');
    if (before !== undefined && from <= before.from) throw invalidField('from', 'DATE');
    const kept = congress.constituencies.map((other) => (other.id === replaces ? { ...other, to: addCivilDays(from, -1) } : other));
    await saveCongress(tx, congress, { constituencies: [...kept, one] }, context);
    return { constituencyId: id };
  }, () => Promise.resolve({ constituencyId: id }));
});
