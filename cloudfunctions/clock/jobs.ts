/** Everything the clock does, in the order it does it: what people wait for first, cleaning up last. */
import { boxJobs } from './box-jobs';
import { deputyJobs } from './deputy-jobs';
import { issueJobs } from './issue-jobs';
import type { Job } from './job';
import { forgetAccounts } from './left-accounts';
import { postJobs } from './post-jobs';
import { rosterJobs } from './roster-jobs';
import { sendOutbox } from './send-outbox';
import { sweepCodes, sweepMediaChecks, sweepTries } from './sweep-expired';
import { sweepUploads } from './sweep-uploads';

export const jobs: readonly Job[] = [...issueJobs, sendOutbox, ...deputyJobs, ...boxJobs, postJobs, sweepUploads, sweepCodes, sweepTries, sweepMediaChecks, forgetAccounts, ...rosterJobs];
