import { useState, type ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { IssueCard } from '@/components/issue/issue-card';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { KeptReports } from '@/components/report/kept-reports';
import { TabBar } from '@/components/tab-bar';
import { useAfterSending } from '@/hooks/use-after-sending';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import type { IssueCard as IssueCardView } from '@/services/views';

type Side = 'MINE' | 'VILLAGE';

const SIDES = [
  { value: 'MINE', title: '我报的' },
  { value: 'VILLAGE', title: '村里的' },
] as const;

/** The second tab: what I reported or met too, and what the village may see. */
export default function Issues(): ReactNode {
  const [side, setSide] = useState<Side>('MINE');
  return (
    <Page title="报事" tabs={<TabBar at="/pages/issues/index" />}>
      <Button kind="fill" wide icon="report" text="我要报事" onTap={report} />
      <Options label="看哪些事" layout="two" options={SIDES} value={side} onChange={setSide} />
      <KeptReports />
      {side === 'MINE' ? <IssueList key="mine" of="issues:mine" load={api.issues.mine} emptyTitle="您还没报过事" emptyLine="路坏了、水停了、邻里有矛盾，都能报。" /> : null}
      {side === 'VILLAGE' ? <IssueList key="village" of="issues:village" load={api.issues.village} emptyTitle="村里还没有公开的事" emptyLine="报事时选“村里人都能看”，就会出现在这里。" /> : null}
    </Page>
  );
}

interface IssueListProps {
  readonly of: string;
  readonly load: (input: { after?: string }) => Promise<{ readonly items: readonly IssueCardView[]; readonly next?: string | undefined }>;
  readonly emptyTitle: string;
  readonly emptyLine: string;
}

function IssueList({ of, load, emptyTitle, emptyLine }: IssueListProps): ReactNode {
  const list = usePages(of, load);
  useAfterSending(() => void list.first.reload());
  useReachBottom(() => void list.more());
  return (
    <Loaded
      page={list.first}
      isEmpty={(page) => page.items.length === 0}
      empty={{ title: emptyTitle, line: emptyLine, action: { text: '我要报事', onTap: report } }}
    >
      {() => (
        <View className="l-stack3">
          {list.items.map((issue) => <IssueCard key={issue.issueId} issue={issue} />)}
          {list.hasMore ? <Button text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} wide /> : null}
        </View>
      )}
    </Loaded>
  );
}

function report(): void {
  void Taro.navigateTo({ url: '/packages/report/what/index' });
}
