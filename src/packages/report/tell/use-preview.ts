import { useEffect, useState } from 'react';
import { api } from '@/services/client';
import type { Draft } from '@/services/drafts';

interface Preview {
  /** Who gets it first and how soon they must accept it: one line under the button. */
  readonly hint: string | undefined;
  /** Where it may belong instead (EVT-10, EVT-11). */
  readonly elsewhere: readonly { readonly code: string; readonly phone?: string | undefined }[];
  readonly emergency: boolean;
}

const NOTHING: Preview = { hint: undefined, elsewhere: [], emergency: false };
/** After the last letter, so that a bad line is not asked at every one. */
const PAUSE_MS = 900;

/** Where the report would go, asked again when what decides it has changed. */
export function usePreview(draft: Draft): Preview {
  const [preview, setPreview] = useState<Preview>(NOTHING);
  const { category, urgency, text, place, sensitive, aboutId } = draft;
  // Whoever takes a ticket in has no home there: until a place is chosen nobody knows whose it will be.
  const unplaced = draft.ticket !== undefined && place === undefined;
  useEffect(() => {
    if (category === undefined || unplaced) return;
    let there = true;
    const timer = setTimeout(() => {
      const input = { category, urgency, text: text.trim(), place: place ?? { kind: 'HOME' as const }, sensitive, ...(aboutId === undefined ? {} : { aboutId }) };
      api.issues.preview(input).then(
        ({ owner, acceptMinutes, elsewhere, emergency }) => {
          if (there) setPreview({ hint: `先给${owner.duty}${owner.name}，${withinWords(acceptMinutes)}会接`, elsewhere, emergency });
        },
        () => {
          // A preview is a courtesy; without it the report goes all the same.
          if (there) setPreview(NOTHING);
        },
      );
    }, PAUSE_MS);
    return () => {
      there = false;
      clearTimeout(timer);
    };
  }, [category, urgency, text, place, sensitive, aboutId, unplaced]);
  return preview;
}

function withinWords(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟内`;
  const hours = Math.round(minutes / 60);
  // Over a weekend nobody counts in hours.
  return hours <= 48 ? `${hours} 小时内` : `${Math.ceil(hours / 24)} 天内`;
}
