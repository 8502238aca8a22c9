import { useEffect, type ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { openTopic } from '@/components/consult/open';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { appraisalPageOf } from '@/domain/wording/appraisal-notices';
import { branchPageOf } from '@/domain/wording/branch-ways';
import { consultPageOf } from '@/domain/wording/consult-notices';
import { deputyPageOf } from '@/domain/wording/deputy-notices';
import { noticeWords } from '@/domain/wording/notices';
import { partyPageOf } from '@/domain/wording/party-ways';
import { peoplePageOf } from '@/domain/wording/people-notices';
import { votingPageOf } from '@/domain/wording/voting-notices';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { NoticeView } from '@/services/views';

/** Every notice, whether or not WeChat delivered a message for it (WX-07). Opening the list marks it seen. */
export default function Inbox(): ReactNode {
  const list = usePages('inbox', api.notices.list);
  const newest = list.items[0]?.at;
  useReachBottom(() => void list.more());
  useEffect(() => {
    // Not being able to mark it seen must not disturb reading: it stays unread and is marked next time.
    if (newest !== undefined) void api.notices.seen({ upTo: newest }).catch(() => undefined);
  }, [newest]);
  return (
    <Page title="收件箱" staleAt={list.first.staleAt}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有通知', line: '有人接了您的事、办好了，都会写在这里。' }}>
        {() => (
          <>
            <Card flush>{list.items.map((notice) => <NoticeRow key={notice.noticeId} notice={notice} />)}</Card>
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NoticeRow({ notice }: { readonly notice: NoticeView }): ReactNode {
  const now = serverNow();
  const { title, desk } = noticeWords(notice.kind, notice.data, now);
  const when = formatMoment(notice.at, now);
  return (
    <Row
      icon={desk ? 'desk' : 'bell'}
      tone={notice.unread ? 'go' : 'plain'}
      strong={notice.unread}
      title={title}
      line={notice.unread ? `${when} · 新` : when}
      {...wayFrom(notice, desk)}
    />
  );
}

/** Where a notice leads: to its matter, to what is talked over, to what it says of the deputies or of an appraisal, or to where it is answered. */
function wayFrom({ issueId, consultationId, kind, data }: NoticeView, desk: boolean): { readonly onTap?: () => void } {
  if (kind === 'ISSUE_UNCHECKED' || kind === 'CONSULT_UNCHECKED') return { onTap: openReview };
  if (issueId !== undefined) return { onTap: () => open(issueId, desk) };
  if (consultationId !== undefined) return { onTap: () => openTopic(consultationId, desk) };
  const page = appraisalPageOf(kind, data) ?? branchPageOf(kind, data) ?? consultPageOf(kind) ?? deputyPageOf(kind, data) ?? partyPageOf(kind, data) ?? peoplePageOf(kind) ?? votingPageOf(kind, data);
  return page === undefined ? {} : { onTap: () => void Taro.navigateTo({ url: page }) };
}

/** Words that wait for people are looked at all in one place (WX-09). */
function openReview(): void {
  void Taro.navigateTo({ url: '/packages/desk/review/index' });
}

function open(issueId: string, desk: boolean): void {
  const page = desk ? '/packages/desk/handle/index' : '/packages/issue/progress/index';
  void Taro.navigateTo({ url: `${page}?id=${encodeURIComponent(issueId)}` });
}
