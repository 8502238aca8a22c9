import { implementing } from '@platform/implement';
import { appraisalsContract } from '@/contract/appraisals';

/** The `appraisals` part of the contract, to be implemented a file a use case. */
export const appraisals = implementing(appraisalsContract);
