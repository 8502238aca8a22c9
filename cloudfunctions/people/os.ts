import { implementing } from '@platform/implement';
import { peopleContract } from '@/contract/people';

/** The `people` part of the contract, to be implemented a file a use case. */
export const people = implementing(peopleContract);
