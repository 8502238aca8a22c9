import type { ReactNode } from 'react';
import { Blank } from '@/components/blank';

/** Somebody opened a desk's page who has no such desk; the server would answer nothing either. */
export function NoDesk(): ReactNode {
  return <Blank kind="empty" icon="lock" title="这一页不归您用" line="管这一片的人才看得到。岗位刚换过的，请退出去重新打开。" />;
}
