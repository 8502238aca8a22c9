import { implementing } from '@platform/implement';
import { deskContract } from '@/contract/desk';

/** The `desk` part of the contract, to be implemented a file a use case. */
export const desk = implementing(deskContract);
