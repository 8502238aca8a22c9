import type { ReactNode } from 'react';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { QueueRow } from '@/components/queue-row';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { formatDue } from '@/domain/basics/civil-time';
import { stageWords } from '@/domain/wording/issues';
import { limitChip } from '@/packages/desk/due';
import { openMatter } from '@/packages/desk/menu';
import { copyText } from '@/services/copy-text';
import { serverNow } from '@/services/server-clock';
import type { TicketItem } from '@/services/views';

/** One ticket: the matter it became, by when the hotline is to be answered; once it is done the answer is a tap away. */
export function TicketRow({ item }: { readonly item: TicketItem }): ReactNode {
  const { number, answerBy, linked, issue, answer } = item;
  const now = serverNow();
  if (issue === undefined) return <Row icon="lock" tone="plain" title={`工单 ${number}`} line="这件事不给镇上看，由专人办" />;
  const facts = [`工单 ${number}`, `${issue.village}，${issue.owner}${issue.open ? '在办' : '办的'}${linked ? '，和报过的是一件' : ''}`, `最晚${formatDue(answerBy, now)}答复`];
  // Of a matter that nobody here can rate it is enough that it is done.
  const over = issue.stage === 'REJECTED' || linked ? stageWords(issue.stage) : '办结了';
  const chip = issue.open ? limitChip(answerBy, now) : { tone: 'ok' as const, text: over, icon: 'ok' as const };
  return (
    <QueueRow
      icon={CATEGORY_ICON[issue.category]}
      title={issue.title}
      facts={facts}
      chip={chip}
      act={answer === undefined ? '看进度' : '复制答复'}
      onTap={() => openMatter(issue.issueId)}
      {...(answer === undefined ? {} : { onAct: () => void copyText(answer).then(toast) })}
    />
  );
}
