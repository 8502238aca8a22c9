import type { ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { DeskPage } from '../desk-page';
import { keptVillageOf } from '../desks';
import { NoDesk } from '../no-desk';
import { useDesk } from '../use-desk';
import { ReviewCard } from './review-card';

/** What is meant for the village and got no answer from the content check, for the desk to look at (WX-09). */
export default function Review(): ReactNode {
  const { me } = useDesk();
  const village = keptVillageOf(me.data);
  return (
    <DeskPage title="公开前看一看" line="村民选了给村里人看，机器没看出好坏，等人定" at="review">
      <Loaded page={me}>{() => (village === undefined ? <NoDesk /> : <Waiting village={village} />)}</Loaded>
    </DeskPage>
  );
}

function Waiting({ village }: { readonly village: string }): ReactNode {
  const list = usePages(`review:${village}`, ({ after }) => api.issues.toReview({ village, ...(after === undefined ? {} : { after }) }), { keep: false });
  useReachBottom(() => void list.more());
  return (
    <Loaded page={list.first} isEmpty={() => list.items.length === 0 && !list.hasMore} empty={{ title: '没有等您看的', line: '半个钟头还没查出结果的话和照片，会到这里。' }}>
      {() => (
        <>
          {list.items.map((item) => <ReviewCard key={item.issueId} item={item} onDone={() => void list.first.reload()} />)}
          {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
        </>
      )}
    </Loaded>
  );
}
