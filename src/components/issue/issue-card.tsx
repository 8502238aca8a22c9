import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { StageRail } from '@/components/stage-rail';
import { serverNow } from '@/services/server-clock';
import type { IssueCard as IssueCardView } from '@/services/views';
import { isUnderWay, railAt, railOf, stageChip, statusLine } from './progress';
import { Chip } from '@/components/chip';
import './issue-card.scss';

/** Opens the page on which one issue is followed. */
export function openIssue(issueId: string): void {
  void Taro.navigateTo({ url: `/packages/issue/progress/index?id=${encodeURIComponent(issueId)}` });
}

interface IssueCardProps {
  readonly issue: IssueCardView;
}

/** One issue in a list: what it is, who has it and by when, and where it is in the loop. */
export function IssueCard({ issue }: IssueCardProps): ReactNode {
  const now = serverNow();
  const status = statusLine(issue, now);
  return (
    <Card onTap={() => openIssue(issue.issueId)} label={`${issue.title}，${status}`}>
      <View className="l-between l-top">
        <View className="t-label l-grow">{issue.title}</View>
        <Icon name="right" size="sm" className="c-row__arrow" />
      </View>
      <View className="t-hint c-issue-card__status">{status}</View>
      {isUnderWay(issue.stage) || issue.stage === 'DONE'
        ? <StageRail stages={railOf(issue)} at={railAt(issue.stage)} {...(issue.side === 'REOPENED' ? { returned: '重新办' } : {})} />
        : <Chip {...stageChip(issue, now)} />}
      {issue.supporters > 0 ? <View className="t-small c-issue-card__others">还有 {issue.supporters} 户也遇到了</View> : null}
    </Card>
  );
}
