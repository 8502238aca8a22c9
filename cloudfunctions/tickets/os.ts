import { implementing } from '@platform/implement';
import { ticketsContract } from '@/contract/tickets';

/** The `tickets` part of the contract, to be implemented a file a use case. */
export const tickets = implementing(ticketsContract);
