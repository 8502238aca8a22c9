import { implementing } from '@platform/implement';
import { deputiesContract } from '@/contract/deputies';

/** The `deputies` part of the contract, to be implemented a file a use case. */
export const deputies = implementing(deputiesContract);
