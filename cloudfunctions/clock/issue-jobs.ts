/** What the clock does about issues; see the files for each. */
import type { Job } from './job';
import { runDueIssues } from './issues-due';
import { countIssues } from './issues-count';

export const issueJobs: readonly Job[] = [runDueIssues, countIssues];
