import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Skeleton } from '@/components/skeleton';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { OverdueRow } from '../overdue/overdue-row';

/** As many as stand beside the chart. */
const SHOWN = 6;

/** The matters that are late, each with 督办. */
export function OverdueCard({ area }: { readonly area: string | undefined }): ReactNode {
  const page = usePageData(`overdue:${area ?? ''}`, () => api.issues.overdue(area === undefined ? {} : { area }));
  const count = page.data === undefined ? '' : `${page.data.items.length}${page.data.next === undefined ? '' : '+'}`;
  return (
    <Section title="超期的事" count={count} countTone="bad" more={{ text: '全部', onTap: () => void Taro.navigateTo({ url: `/packages/town/overdue/index${area === undefined ? '' : `?area=${area}`}` }) }}>
      <Loaded page={page} skeleton={<Skeleton cards={1} onRetry={() => void page.reload()} />}>
        {({ items }) => (items.length === 0
          ? <Note tone="ok" icon="ok">现在没有超期的事。</Note>
          : <Card flush>{items.slice(0, SHOWN).map((issue) => <OverdueRow key={issue.issueId} issue={issue} onChanged={() => void page.reload()} />)}</Card>)}
      </Loaded>
    </Section>
  );
}
