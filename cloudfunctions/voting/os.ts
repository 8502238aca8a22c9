import { implementing } from '@platform/implement';
import { votingContract } from '@/contract/voting';

/** The `voting` part of the contract, to be implemented a file a use case. */
export const voting = implementing(votingContract);
