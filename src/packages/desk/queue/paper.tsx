import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { DataTable } from '@/components/desk/data-table';
import { formatDateTime } from '@/domain/basics/civil-time';
import { categoryWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { QueueItem } from '@/services/views';
import { dueChip } from '../due';
import { factsOf } from './matter-row';

interface PaperProps {
  readonly title: string;
  readonly items: readonly QueueItem[];
}

/** The queue as it is printed: one line a matter, room to write beside it. Names stand as the desk reads them. */
export function Paper({ title, items }: PaperProps): ReactNode {
  const now = serverNow();
  return (
    <View className="p-paper">
      <View className="p-paper__title">{title}</View>
      <View className="p-paper__line">{`${formatDateTime(now)} 打印，共 ${items.length} 件。用完请收好，不要外传。`}</View>
      <DataTable
        caption={title}
        rowKey={({ issueId }) => issueId}
        rows={items}
        columns={[
          { key: 'number', head: '编号', cell: ({ number }) => number },
          { key: 'category', head: '类别', cell: ({ category }) => categoryWords(category) },
          { key: 'title', head: '什么事', cell: (item) => item.title },
          { key: 'facts', head: '地点、报事人', cell: (item) => factsOf(item, true).join('，') },
          { key: 'due', head: '期限', cell: (item) => dueChip(item, now).text },
          { key: 'owner', head: '谁在办', cell: ({ owner }) => owner.name },
          { key: 'note', head: '记一笔', cell: () => '　　　　　　' },
        ]}
      />
    </View>
  );
}
