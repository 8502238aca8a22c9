import { useSyncExternalStore } from 'react';
import { allDrafts, onDrafts, type Draft } from '@/services/drafts';

/** The drafts of this phone as they change. */
export function useDrafts(): readonly Draft[] {
  return useSyncExternalStore(onDrafts, allDrafts, allDrafts);
}
