import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button, TextButton } from '@/components/button';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import type { IssueDetail } from '@/services/views';

interface ActsProps {
  readonly issue: IssueDetail;
  readonly onChanged: (issue: IssueDetail) => void;
}

/** 我也遇到了, for a neighbour. */
export function Support({ issue, onChanged }: ActsProps): ReactNode {
  const support = useAct((requestId, issueId: string) => api.issues.support({ requestId, issueId }), { done: onChanged, said: '记上了，有进展会告诉您' });
  if (!issue.acts.includes('SUPPORT')) return null;
  return <Button wide icon="people" text="我也遇到了" busy={support.busy ? '正在记…' : undefined} onTap={() => void support.run(issue.issueId)} />;
}

/** 撤回, for the reporter before work began (EVT-16). Few want it, so it stands last and small. */
export function Withdraw({ issue, onChanged }: ActsProps): ReactNode {
  const withdraw = useAct((requestId, issueId: string) => api.issues.withdraw({ requestId, issueId }), { done: onChanged, said: '撤回了' });

  async function confirmWithdraw(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '撤回这件事', content: '撤回以后村里就不办了，还想办要再报一次。', confirmText: '撤回', cancelText: '不撤' });
    if (confirm) await withdraw.run(issue.issueId);
  }

  if (!issue.acts.includes('WITHDRAW')) return null;
  return <View className="t-center"><TextButton text={withdraw.busy ? '正在撤回…' : '不用办了，撤回'} onTap={() => { if (!withdraw.busy) void confirmWithdraw(); }} /></View>;
}
