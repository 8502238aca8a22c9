import type { ReactNode } from 'react';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { QueueRow } from '@/components/queue-row';
import { deskActsOf, deskActWords } from '@/domain/wording/desk-acts';
import { urgencyWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { QueueItem } from '@/services/views';
import { dueChip } from '../due';
import { openMatter } from '../menu';

interface MatterRowProps {
  readonly item: QueueItem;
  /** The village is worth naming only where there are several. */
  readonly withVillage: boolean;
  readonly onAccept: (issueId: string) => void;
  readonly accepting: boolean;
}

/** One matter of the queue. It is accepted from here with one tap (BUR-07). */
export function MatterRow({ item, withVillage, onAccept, accepting }: MatterRowProps): ReactNode {
  const accepts = item.nextAct === 'ACCEPT';
  return (
    <QueueRow
      icon={CATEGORY_ICON[item.category]}
      title={item.title}
      facts={factsOf(item, withVillage)}
      chip={dueChip(item, serverNow())}
      act={actOf(item)}
      onTap={() => openMatter(item.issueId)}
      {...(accepts ? { onAct: () => onAccept(item.issueId) } : {})}
      acting={accepting ? '正在签收…' : undefined}
    />
  );
}

/** Where it is, who reported it, and how pressing it is. */
export function factsOf(item: QueueItem, withVillage: boolean): readonly string[] {
  return [
    withVillage && !item.place.startsWith(item.village) ? `${item.village}${item.place}` : item.place,
    item.reporter,
    ...(item.onBehalfBy === undefined ? [] : [`代报：${item.onBehalfBy}`]),
    ...(item.urgency === 'NORMAL' ? [] : [urgencyWords(item.urgency)]),
    ...(item.supporters > 0 ? [`还有 ${item.supporters} 户遇到`] : []),
  ];
}

/** The next act in the row's words. */
function actOf(item: QueueItem): string {
  const [act] = deskActsOf(item.nextAct === undefined ? [] : [item.nextAct]);
  if (act === undefined) return '看一看';
  if (act === 'PROGRESS' || act === 'FINISH') {
    if (item.due === 'OVERDUE') return '马上办';
    return item.category === 'CONSULT' ? '去答复' : '记进展';
  }
  return deskActWords(act);
}
