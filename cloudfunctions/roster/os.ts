import { implementing } from '@platform/implement';
import { rosterContract } from '@/contract/roster';

/** The `roster` part of the contract, to be implemented a file a use case. */
export const roster = implementing(rosterContract);
