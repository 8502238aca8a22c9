import { implementing } from '@platform/implement';
import { issuesContract } from '@/contract/issues';

/** The `issues` part of the contract, to be implemented a file a use case. */
export const issues = implementing(issuesContract);
