import type { ReactNode } from 'react';
import { Note } from '@/components/note';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

interface HandOverProps {
  readonly holder: string;
  readonly since: string;
  /** Code of the post's area. */
  readonly area: string;
}

/** Who holds the post now, and how many open matters go over to the next holder (HHL-07). */
export function HandOver({ holder, since, area }: HandOverProps): ReactNode {
  const page = usePageData(`hand-over:${area}`, () => api.issues.queue({ show: 'ALL', area }), { keep: false });
  const open = page.data?.counts.all;
  return (
    <Note tone="plain" icon="transfer" title={`现在是${holder}，${formatDay(since, civilDateOf(serverNow()))}起`}>
      {open === undefined ? '没办完的事会交给接班的人。' : open === 0 ? '这一片现在没有没办完的事。' : `这一片有 ${open} 件没办完，会交给接班的人。`}
    </Note>
  );
}
