import type { ReactNode } from 'react';
import { DataTable } from '@/components/desk/data-table';
import { TextButton } from '@/components/button';
import { pointsWords, signedPoints } from '@/domain/wording/party';
import type { ListedMember } from '@/services/views';
import { categoryName, type Scheme } from '../use-scheme';

interface MembersTableProps {
  readonly caption: string;
  readonly members: readonly ListedMember[];
  readonly scheme: Scheme | undefined;
  /** Absent on paper. */
  readonly onOpen?: (member: ListedMember) => void;
}

/** The branch's members by name, never by points (BUR-01). */
export function MembersTable({ caption, members, scheme, onOpen }: MembersTableProps): ReactNode {
  return (
    <DataTable
      caption={caption}
      rows={members}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', head: '姓名', cell: (member) => (onOpen === undefined ? member.name : <TextButton text={member.name} label={`看${member.name}的一年`} onTap={() => onOpen(member)} />) },
        { key: 'group', head: '小组', cell: ({ group }) => group ?? '' },
        { key: 'category', head: '类别', cell: ({ category }) => categoryName(scheme, category) },
        { key: 'pledges', head: '承诺', cell: pledgesWords },
        { key: 'base', head: '基础', cell: ({ score }) => pointsWords(score.base), numeric: true },
        { key: 'bonus', head: '加分', cell: ({ score }) => signedPoints(score.bonus), numeric: true },
        { key: 'deducted', head: '扣分', cell: ({ score }) => signedPoints(-Math.abs(score.deducted)), numeric: true },
        { key: 'pending', head: '待核', cell: ({ score }) => (score.pending === 0 ? '' : signedPoints(score.pending)), numeric: true },
        { key: 'total', head: '现在', cell: ({ score }) => pointsWords(score.total), numeric: true },
        { key: 'note', head: '备注', cell: ({ left, vetoed }) => [left ? '已离开' : '', vetoed ? '一票否决' : ''].filter(Boolean).join('，') },
      ]}
    />
  );
}

/** 做到 2/3, and what still waits for the branch. */
export function pledgesWords({ pledges: { confirmed, kept, waiting } }: Pick<ListedMember, 'pledges'>): string {
  const parts = [confirmed === 0 ? '' : `做到 ${kept}/${confirmed}`, waiting === 0 ? '' : `${waiting} 条等确认`].filter(Boolean);
  return parts.length === 0 ? '还没有承诺' : parts.join('，');
}
