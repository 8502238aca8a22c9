import { isCivilDate } from '@/domain/basics/civil-time';
import { problemOfMandate, type Mandate } from '@/domain/deputies/congress';
import { withGrant } from '@/domain/people/grants';
import { congressToChange, saveCongress } from '@platform/congresses';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { invalidField } from '@platform/refuse';
import { deputies } from './os';
import { needLine, readLine } from '@platform/texts';

/**
 * Enters a deputy's mandate, after an election or a by-election in the middle of a year; one in the past is entered for the
 * record (DEP-01, 03). The person has the role of a deputy from the same moment.
 */
export const saveDeputy = deputies.saveDeputy.handler(async ({ input, context, errors }) => {
  const { town, personId, level, constituencyId, stationId, from } = input;
  const { now, today, settings } = context;
  context.permit('deputies.saveDeputy', { area: town, personId });
  if (!isCivilDate(from) || from > today) throw invalidField('from', 'DATE');
  const id = derivedId('mandate', context.caller.account, input.requestId);
  const job = needLine('job', input.job);
  const term = needLine('term', input.term);
  const group = readLine(input.group);
  const hours = readLine(input.hours);
  return once(context, 'deputies.saveDeputy', input, { target: `mandate:${id}`, area: town, detail: { level } }, async (tx) => {
    const congress = await congressToChange(tx, town);
    const person = await tx.get('people', personId);
    if (person?.status !== 'ACTIVE' || !person.village.startsWith(settings.countyCode)) throw invalidField('personId', 'NO_PERSON');
    const mandate: Mandate = {
      id, personId, name: person.name, level, term, stationId, job, from, suspensions: [],
      ...(constituencyId === undefined ? {} : { constituencyId }),
      ...(group === undefined ? {} : { group }),
      ...(hours === undefined ? {} : { hours }),
    };
    const problem = problemOfMandate(mandate, congress);
    if (problem !== undefined) throw errors.DIRECTORY_PROBLEM({ data: { problem } });
    await saveCongress(tx, congress, { mandates: [...congress.mandates, mandate] }, context);
    const { roles, withdrawn } = withGrant(person, { role: 'DEPUTY', area: town, from });
    await tx.replace('people', { ...person, roles, withdrawn, changedAt: now });
    return { mandate: id };
  }, () => Promise.resolve({ mandate: id }));
});
