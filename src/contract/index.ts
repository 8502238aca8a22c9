/** All contexts; the keys are the cloud functions' names. */
import { consultationsContract } from './consultations';
import { deputiesContract } from './deputies';
import { deskContract } from './desk';
import { filesContract } from './files';
import { gridsContract } from './grids';
import { issuesContract } from './issues';
import { noticesContract } from './notices';
import { peopleContract } from './people';
import { rosterContract } from './roster';
import { votingContract } from './voting';

export const contract = {
  consultations: consultationsContract,
  deputies: deputiesContract,
  desk: deskContract,
  files: filesContract,
  grids: gridsContract,
  issues: issuesContract,
  notices: noticesContract,
  people: peopleContract,
  roster: rosterContract,
  voting: votingContract,
};

export type Contract = typeof contract;
export type ContextName = keyof Contract;
