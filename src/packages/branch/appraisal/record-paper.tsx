import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { DataTable } from '@/components/desk/data-table';
import { formatDay, formatDateTime } from '@/domain/basics/civil-time';
import { APPRAISAL_STAGE_WORDS, MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { POINTS_ARE_INPUT } from '@/domain/wording/party';
import { serverNow } from '@/services/server-clock';
import type { AppraisalView } from '@/services/views';
import { measuredWords, suggestedWords } from './words';

/** 民主评议党员登记表 as an office files it: each input beside the decision, the minutes, room to sign. */
export function RecordPaper({ appraisal: { branch, year, stage, items, meeting } }: { readonly appraisal: AppraisalView }): ReactNode {
  return (
    <View className="p-paper">
      <View className="p-paper__title">{`${branch}${year}年民主评议党员登记表`}</View>
      <View className="p-paper__line">{`${formatDateTime(serverNow())} 打印，${APPRAISAL_STAGE_WORDS[stage]}。按姓名排。${POINTS_ARE_INPUT}`}</View>
      <DataTable
        caption="民主评议党员登记表"
        rows={items}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', head: '姓名', cell: ({ name }) => name },
          { key: 'self', head: '自评', cell: ({ self }) => (self === undefined ? '没写' : MEMBER_GRADE_WORDS[self.grade]) },
          { key: 'measured', head: '民主测评', cell: measuredWords },
          { key: 'suggested', head: '积分参考', cell: suggestedWords },
          { key: 'opinion', head: '支委会意见', cell: ({ opinion }) => (opinion === undefined ? '' : [opinion.grade === undefined ? '' : MEMBER_GRADE_WORDS[opinion.grade], opinion.text].filter(Boolean).join('：')) },
          { key: 'decided', head: '支部评定', cell: ({ decided }) => (decided === undefined ? '' : MEMBER_GRADE_WORDS[decided.grade]) },
          { key: 'reason', head: '说明', cell: ({ decided, plan }) => [decided?.reason ?? '', plan === undefined ? '' : `整改：${plan.text}（${formatDay(plan.due)}前）`].filter(Boolean).join('；') },
        ]}
      />
      {meeting === undefined ? null : (
        <>
          <View className="p-paper__part">党员大会</View>
          <View className="p-paper__line">{`${formatDay(meeting.on)}，主持：${meeting.host}，记录：${meeting.recorder}，应到 ${meeting.called} 人，实到 ${meeting.came} 人`}</View>
          <View>{meeting.text}</View>
        </>
      )}
      <View className="p-paper__sign">支部书记（签字）：　　　　　　　镇党委（盖章）：　　　　　　　　　年　　月　　日</View>
    </View>
  );
}
