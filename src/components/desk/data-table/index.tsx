import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { cx } from '../../class-names';
import './index.scss';

export interface Column<R> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: R) => ReactNode;
  /** Figures stand at the right, one under another. */
  readonly numeric?: boolean;
}

interface DataTableProps<R> {
  /** What the table is; read aloud, not drawn. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
}

/** Rows for a computer and for paper. On a phone, and in WeChat, which has no tables, one block a row: its first cell, then the others with their heads. */
export function DataTable<R>({ caption, columns, rows, rowKey }: DataTableProps<R>): ReactNode {
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <View>
        {rows.map((row) => (
          <View key={rowKey(row)} className="c-table__block">
            {columns.map(({ key, head, cell }, at) => <View key={key} className="c-table__fact">{at === 0 || head === '' ? null : <View className="c-table__label">{head}</View>}{cell(row)}</View>)}
          </View>
        ))}
      </View>
    );
  }
  return (
    <div className="c-table">
      <table className="c-table__table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{columns.map(({ key, head, numeric }) => <th key={key} scope="col" className={cx('c-table__head', numeric === true && 'c-table__cell--numeric')}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, head, cell, numeric }) => <td key={key} data-head={head} className={cx('c-table__cell', head === '' && 'c-table__cell--bare', numeric === true && 'c-table__cell--numeric')}>{cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
