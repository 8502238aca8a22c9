import type { ReactNode } from 'react';
import { Note } from '@/components/note';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { serverNow } from '@/services/server-clock';

interface HandOverProps {
  readonly holder: string;
  readonly since: string;
}

/** Who holds the post now, and what becomes of their open matters (HHL-07). */
export function HandOver({ holder, since }: HandOverProps): ReactNode {
  return (
    <Note tone="plain" icon="transfer" title={`现在是${holder}，${formatDay(since, civilDateOf(serverNow()))}起`}>
      没办完的事跟着岗位走，一件一件交给接班的人，双方都会收到通知。
    </Note>
  );
}
