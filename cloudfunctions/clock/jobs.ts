/** Everything the clock does, in the order it does it: what people wait for first, cleaning up last. */
import { appraisalJobs } from './appraisal-jobs';
import { boxJobs } from './box-jobs';
import { consultJobs } from './consult-jobs';
import { deputyJobs } from './deputy-jobs';
import { issueJobs } from './issue-jobs';
import type { Job } from './job';
import { forgetAccounts } from './left-accounts';
import { pointJobs } from './point-jobs';
import { postJobs } from './post-jobs';
import { rosterJobs } from './roster-jobs';
import { sendOutbox } from './send-outbox';
import { sweepAskings } from './sweep-askings';
import { sweepCodes, sweepMediaChecks, sweepTries } from './sweep-expired';
import { keepOldOpinions, sweepAudit, sweepContacts, sweepIssues, sweepNotices, sweepOpinions } from './sweep-old';
import { sweepUploads } from './sweep-uploads';

export const jobs: readonly Job[] = [...issueJobs, ...consultJobs, sendOutbox, ...deputyJobs, ...pointJobs, ...appraisalJobs, ...boxJobs, postJobs, sweepUploads, sweepAskings, sweepCodes, sweepTries, sweepMediaChecks, sweepContacts, keepOldOpinions, sweepOpinions, sweepIssues, sweepNotices, sweepAudit, forgetAccounts, ...rosterJobs];
