import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { DataTable } from '@/components/desk/data-table';
import { formatDateTime } from '@/domain/basics/civil-time';
import type { WholeSheet } from './whole-sheet';

/** The sheet as it stands on the screen and on paper alike. */
export function SheetPaper({ sheet }: { readonly sheet: WholeSheet }): ReactNode {
  const { title, printedAt, posts, households } = sheet;
  return (
    <View className="l-blocks">
      <View>
        <View className="t-title">{title}</View>
        <View className="t-hint">{`${formatDateTime(printedAt)}，${households.length} 户`}</View>
      </View>
      <Card>
        <DataTable
          caption="谁管这一片"
          rows={posts}
          rowKey={({ duty, name }) => `${duty} ${name}`}
          columns={[
            { key: 'duty', head: '岗位', cell: ({ duty }) => duty },
            { key: 'name', head: '姓名', cell: ({ name }) => (name === '' ? '空着' : name) },
            { key: 'phone', head: '电话', cell: ({ name, phone }) => phone ?? (name === '' ? '' : '没公开') },
          ]}
        />
      </Card>
      <Card>
        <DataTable
          caption="各户"
          rows={households}
          rowKey={({ number }) => number}
          columns={[
            { key: 'number', head: '户号', cell: ({ number }) => number },
            { key: 'head', head: '户主', cell: ({ head }) => head },
            { key: 'members', head: '人口', cell: ({ members }) => members, numeric: true },
            { key: 'address', head: '住址', cell: ({ address }) => address },
            { key: 'phone', head: '电话', cell: ({ phone }) => phone ?? '' },
          ]}
        />
      </Card>
    </View>
  );
}
