import type { QueueItem } from '@/services/views';

export interface Group {
  readonly due: QueueItem['due'];
  readonly title: string;
  readonly tone: 'plain' | 'you' | 'bad';
  readonly items: readonly QueueItem[];
  /** False while more of this group may follow on a later page; its number is then not yet known. */
  readonly whole: boolean;
}

const TITLES: Readonly<Record<QueueItem['due'], { readonly title: string; readonly tone: Group['tone'] }>> = {
  OVERDUE: { title: '已超期', tone: 'bad' },
  TODAY: { title: '今天到期', tone: 'you' },
  LATER: { title: '还有时间', tone: 'plain' },
  NONE: { title: '没有期限', tone: 'plain' },
};
const ORDER: readonly QueueItem['due'][] = ['OVERDUE', 'TODAY', 'LATER', 'NONE'];

/** The queue by when it falls due: what is late first. Groups without a matter are left out. */
export function groupsOf(items: readonly QueueItem[], hasMore: boolean): readonly Group[] {
  const last = items.at(-1)?.due;
  return ORDER.flatMap((due) => {
    const own = items.filter((item) => item.due === due);
    return own.length === 0 ? [] : [{ due, ...TITLES[due], items: own, whole: !hasMore || due !== last }];
  });
}
