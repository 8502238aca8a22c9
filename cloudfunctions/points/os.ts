import { implementing } from '@platform/implement';
import { pointsContract } from '@/contract/points';

/** The `points` part of the contract, to be implemented a file a use case. */
export const points = implementing(pointsContract);
