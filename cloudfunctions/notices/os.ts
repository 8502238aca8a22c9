import { implementing } from '@platform/implement';
import { noticesContract } from '@/contract/notices';

/** The `notices` part of the contract, to be implemented a file a use case. */
export const notices = implementing(noticesContract);
