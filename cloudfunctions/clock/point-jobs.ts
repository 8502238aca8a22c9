/** What the clock does about points; see the files for each. */
import type { Job } from './job';
import { stepBranches } from './point-branches';
import { makeRecordings, runEntries } from './point-entries';
import { sweepOldYears, sweepPartyContacts } from './point-sweeps';

export const pointJobs: readonly Job[] = [makeRecordings, stepBranches, runEntries, sweepPartyContacts, sweepOldYears];
