import { refusal } from '@platform/refuse';
import { assert } from '@/domain/basics/assert';
import { fileReport } from './file-report';
import { issues } from './os';

/**
 * 代填: a head or an officer writes a report down for someone who agreed to it; how they agreed is recorded (A11Y-09). It is
 * the villager's own report: they follow and rate it, whoever wrote it down does not.
 */
export const submitFor = issues.submitFor.handler(async ({ input, context }) => {
  const person = await context.store.get('people', input.personId);
  context.permit('issues.submitFor', person === undefined ? {} : { area: person.grid });
  if (person?.status !== 'ACTIVE') throw refusal('NOT_FOUND');
  const writer = context.caller.person;
  assert(writer !== undefined, 'only a person holds a post');
  const reporter = {
    reporterId: person._id,
    // Nobody's account stands for a person who has none: the report is found by the person.
    reporterAccount: person.account?.id ?? `person:${person._id}`,
    reporterName: person.name,
    onBehalf: { by: writer.id, byName: writer.name, consent: input.consent, at: context.now },
  };
  return fileReport(context, { action: 'issues.submitFor', input, reporter, home: person.grid, operations: 1 });
});
