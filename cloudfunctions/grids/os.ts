import { implementing } from '@platform/implement';
import { gridsContract } from '@/contract/grids';

/** The `grids` part of the contract, to be implemented a file a use case. */
export const grids = implementing(gridsContract);
