import { implementing } from '@platform/implement';
import { ledgersContract } from '@/contract/ledgers';

/** The `ledgers` part of the contract, to be implemented a file a use case. */
export const ledgers = implementing(ledgersContract);
