import { useEffect, useState, type ReactNode } from 'react';
import { canReadAloud, readAloud, stopReading } from '@/services/read-aloud';
import { TextButton } from '../button';

/** 读给我听, where the phone has a voice; nothing elsewhere. It stops when it is tapped again or the page is left. */
export function ReadAloud({ words }: { readonly words: string }): ReactNode {
  const [reading, setReading] = useState(false);
  useEffect(() => stopReading, []);
  if (!canReadAloud()) return null;
  const tap = (): void => {
    if (reading) stopReading();
    else readAloud(words, () => setReading(false));
    setReading(!reading);
  };
  return <TextButton icon="speak" text={reading ? '停下来' : '读给我听'} onTap={tap} />;
}
