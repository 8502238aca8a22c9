import { implementing } from '@platform/implement';
import { consultationsContract } from '@/contract/consultations';

/** The `consultations` part of the contract, to be implemented a file a use case. */
export const consultations = implementing(consultationsContract);
