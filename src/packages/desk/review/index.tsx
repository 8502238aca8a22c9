import type { ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { DeskPage } from '../desk-page';
import { keptVillageOf, townOfDesk } from '../desks';
import { NoDesk } from '../no-desk';
import { useDesk } from '../use-desk';
import { MatterCard, TopicCard } from './review-card';

/**
 * What is meant for the village and got no answer from the content check, for a desk to look at (WX-09): the village's, and
 * the town's where the village has nobody else for it than who wrote it.
 */
export default function Review(): ReactNode {
  const { me } = useDesk();
  const town = townOfDesk(me.data);
  const area = town ?? keptVillageOf(me.data);
  return (
    <DeskPage title="公开前看一看" line="是给村里人看的，机器没看出好坏，等人定" at="review">
      <Loaded page={me}>
        {() => (area === undefined ? <NoDesk /> : <Waiting area={area} ofTown={town !== undefined} talks={me.data?.modules['consultations'] !== false} />)}
      </Loaded>
    </DeskPage>
  );
}

interface WaitingProps {
  readonly area: string;
  readonly ofTown: boolean;
  /** The county has the module of consultation. */
  readonly talks: boolean;
}

function Waiting({ area, ofTown, talks }: WaitingProps): ReactNode {
  const matters = usePages(`review:${area}`, (page) => api.issues.toReview({ area, ...page }), { keep: false });
  const topics = usePages(`review-topics:${area}`, (page) => (talks ? api.consultations.toReview({ area, ...page }) : Promise.resolve({ items: [] })), { keep: false });
  const [next] = [matters, topics].filter(({ hasMore }) => hasMore);
  useReachBottom(() => void next?.more());
  const isEmpty = (): boolean => matters.items.length + topics.items.length === 0 && next === undefined;
  const line = ofTown ? '村里没有别人能定的话和照片，会到这里。' : '半个钟头还没查出结果的话和照片，会到这里。';
  return (
    <Loaded page={matters.first}>
      {() => (
        <Loaded page={topics.first} isEmpty={isEmpty} empty={{ title: '没有等您看的', line }}>
          {() => (
            <>
              {matters.items.map((item) => <MatterCard key={item.issueId} item={item} onDone={() => void matters.first.reload()} />)}
              {topics.items.map((item) => <TopicCard key={item.consultationId} item={item} onDone={() => void topics.first.reload()} />)}
              {next === undefined ? null : <Button wide text="再看一些" busy={next.loadingMore ? '正在拿…' : undefined} onTap={() => void next.more()} />}
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
