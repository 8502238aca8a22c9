import { implementing } from '@platform/implement';
import { filesContract } from '@/contract/files';

/** The `files` part of the contract, to be implemented a file a use case. */
export const files = implementing(filesContract);
