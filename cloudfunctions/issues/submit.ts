import { fileReport } from './file-report';
import { issues } from './os';
import { readLine } from '@platform/texts';

const NAMELESS_VISITOR = '一位访客';

/** Files a report with whoever must answer for it (EVT-01..05). A visitor may report too, and says where. */
export const submit = issues.submit.handler(({ input: { visitorName, ...input }, context }) => {
  context.permit('issues.submit');
  const { account, person } = context.caller;
  const reporter = {
    ...(person === undefined ? {} : { reporterId: person.id }),
    reporterAccount: account,
    reporterName: person?.name ?? readLine(visitorName) ?? NAMELESS_VISITOR,
  };
  return fileReport(context, { action: 'issues.submit', input, reporter, home: person?.grid, operations: 0 });
});
