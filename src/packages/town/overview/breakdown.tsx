import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { TextButton } from '@/components/button';
import { Card } from '@/components/card';
import { DataTable } from '@/components/desk/data-table';
import { categoryWords } from '@/domain/wording/issues';
import { rateCell } from './rates';
import type { Overview } from './view';

/** The three rates by village, in the order of names (BUR-01: no league table). */
export function ByVillage({ villages }: { readonly villages: Overview['villages'] }): ReactNode {
  if (villages.length === 0) return null;
  return (
    <Card>
      <View className="t-title">按村看</View>
      <DataTable
        caption="各村本月的响应率、解决率、满意率，按村名排"
        rows={villages}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', head: '村（社区）', cell: ({ code, name }) => (villages.length === 1 ? name : <TextButton text={name} onTap={() => void Taro.navigateTo({ url: `/packages/town/overview/index?area=${code}` })} />) },
          { key: 'open', head: '在办', numeric: true, cell: ({ open }) => open },
          { key: 'overdue', head: '超期', numeric: true, cell: ({ overdue }) => overdue },
          { key: 'responded', head: '响应率', numeric: true, cell: ({ rates }) => rateCell(rates.responded) },
          { key: 'solved', head: '解决率', numeric: true, cell: ({ rates }) => rateCell(rates.solved) },
          { key: 'satisfied', head: '满意率', numeric: true, cell: ({ rates }) => rateCell(rates.satisfied) },
        ]}
      />
    </Card>
  );
}

/** The same by category. */
export function ByCategory({ categories }: { readonly categories: Overview['categories'] }): ReactNode {
  if (categories.length === 0) return null;
  return (
    <Card>
      <View className="t-title">按类别看</View>
      <DataTable
        caption="各类事本月的响应率、解决率、满意率"
        rows={categories}
        rowKey={({ category }) => category}
        columns={[
          { key: 'category', head: '类别', cell: ({ category }) => categoryWords(category) },
          { key: 'reported', head: '件数', numeric: true, cell: ({ rates }) => rates.responded.denominator },
          { key: 'responded', head: '响应率', numeric: true, cell: ({ rates }) => rateCell(rates.responded) },
          { key: 'solved', head: '解决率', numeric: true, cell: ({ rates }) => rateCell(rates.solved) },
          { key: 'satisfied', head: '满意率', numeric: true, cell: ({ rates }) => rateCell(rates.satisfied) },
        ]}
      />
    </Card>
  );
}
