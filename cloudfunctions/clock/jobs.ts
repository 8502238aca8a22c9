/** Everything the clock does, in the order it does it: what people wait for first, cleaning up last. */
import type { Job } from './job';
import { sendOutbox } from './send-outbox';
import { sweepCodes, sweepMediaChecks, sweepTries } from './sweep-expired';
import { sweepUploads } from './sweep-uploads';

export const jobs: readonly Job[] = [sendOutbox, sweepUploads, sweepCodes, sweepTries, sweepMediaChecks];
