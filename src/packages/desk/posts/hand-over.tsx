import type { ReactNode } from 'react';
import { Note } from '@/components/note';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

interface HandOverProps {
  readonly holder: string;
  readonly since: string;
  readonly village: string;
  readonly post: string;
}

/** Who holds the post now, and how many open matters the next holder takes over (HHL-07). */
export function HandOver({ holder, since, village, post }: HandOverProps): ReactNode {
  const page = usePageData(`hand-over:${post}`, () => api.grids.village({ village, openOf: post }), { keep: false });
  const open = page.data?.open;
  return (
    <Note tone="plain" icon="transfer" title={`现在是${holder}，${formatDay(since, civilDateOf(serverNow()))}起`}>
      {open === 0 ? '手上没有没办完的事。' : `${open === undefined ? '' : `手上有 ${open} 件没办完。`}没办完的跟着岗位走，一件一件交给接班的人，双方都会收到通知。`}
    </Note>
  );
}
