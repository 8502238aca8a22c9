import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { IssueDetail } from '@/services/views';

interface ActsProps {
  readonly issue: IssueDetail;
  readonly onChanged: (issue: IssueDetail) => void;
}

/** The lesser acts of a reader: 我也遇到了 for a neighbour, 撤回 for the reporter before work began (EVT-16). */
export function Acts({ issue, onChanged }: ActsProps): ReactNode {
  const support = useAct((requestId, issueId: string) => api.issues.support({ requestId, issueId }), { done: onChanged, said: '记上了，有进展会告诉您' });
  const withdraw = useAct((requestId, issueId: string) => api.issues.withdraw({ requestId, issueId }), { done: onChanged, said: '撤回了' });

  async function confirmWithdraw(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '撤回这件事', content: '撤回以后村里就不办了，还想办要再报一次。', confirmText: '撤回', cancelText: '不撤' });
    if (confirm) await withdraw.run(issue.issueId);
  }

  return (
    <>
      {issue.acts.includes('SUPPORT') ? <Button wide icon="people" text="我也遇到了" busy={support.busy ? '正在记…' : undefined} onTap={() => void support.run(issue.issueId)} /> : null}
      {issue.acts.includes('WITHDRAW') ? <Button wide kind="soft" text="不用办了，撤回" busy={withdraw.busy ? '正在撤回…' : undefined} onTap={() => void confirmWithdraw()} /> : null}
    </>
  );
}
