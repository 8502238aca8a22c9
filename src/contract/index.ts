/** All contexts; the keys are the cloud functions' names. */
import { appraisalsContract } from './appraisals';
import { consultationsContract } from './consultations';
import { deputiesContract } from './deputies';
import { deskContract } from './desk';
import { filesContract } from './files';
import { gridsContract } from './grids';
import { issuesContract } from './issues';
import { ledgersContract } from './ledgers';
import { noticesContract } from './notices';
import { peopleContract } from './people';
import { pointsContract } from './points';
import { rosterContract } from './roster';
import { ticketsContract } from './tickets';
import { votingContract } from './voting';

export const contract = {
  appraisals: appraisalsContract,
  consultations: consultationsContract,
  deputies: deputiesContract,
  desk: deskContract,
  files: filesContract,
  grids: gridsContract,
  issues: issuesContract,
  ledgers: ledgersContract,
  notices: noticesContract,
  people: peopleContract,
  points: pointsContract,
  roster: rosterContract,
  tickets: ticketsContract,
  voting: votingContract,
};

export type Contract = typeof contract;
export type ContextName = keyof Contract;
