import { useState } from 'react';
import { forgetKeysFrom, keep, kept } from '@/hooks/phone-storage';

/** Under `page:`, so that it goes with everything else a person has read when another person takes over the phone. */
const PREFIX = 'page:desk-words:';

interface Words {
  readonly text: string;
  readonly write: (text: string) => void;
  /** The server has them. */
  readonly forget: () => void;
}

/**
 * What is being written on a matter. It outlives a closed sheet, a change of mind about the act, and a closed app;
 * `keeps` is false for restricted matters, whose words must not lie on a phone (EVT-14).
 */
export function useKeptWords(issueId: string, keeps: boolean): Words {
  const key = `${PREFIX}${issueId}:`;
  const [text, setText] = useState(() => (keeps ? kept<string>(key) ?? '' : ''));
  return {
    text,
    write(next) {
      setText(next);
      if (keeps) keep(key, next);
    },
    forget() {
      setText('');
      forgetKeysFrom(key);
    },
  };
}
