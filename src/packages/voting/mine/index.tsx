import type { ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { castWords, leftWords } from '@/domain/wording/voting';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { MyBallot } from '@/services/views';

/** The boxes on whose roll I am: to vote, to see whether I have, and what came out. Nothing of it is kept on the phone. */
export default function MyBallots(): ReactNode {
  const list = usePages('ballots', api.voting.mine, { keep: false });
  useReachBottom(() => void list.more());
  return (
    <Page title="我的票">
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '现在没有要您投的票', line: '村里要听大家的意见、评代表的时候，会写在这里。', icon: 'ballot' }}>
        {() => (
          <>
            <Card flush>{list.items.map((ballot) => <BallotRow key={ballot.ballotId} ballot={ballot} />)}</Card>
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function BallotRow({ ballot }: { readonly ballot: MyBallot }): ReactNode {
  const { ballotId, boxId, title, state, opensAt, closesAt, cast } = ballot;
  const now = serverNow();
  const open = now >= opensAt && now < closesAt && state === 'OPEN';
  const waits = open && cast === false;
  const url = state === 'PUBLISHED' ? `/packages/voting/result/index?id=${encodeURIComponent(boxId)}` : `/packages/voting/ballot/index?id=${encodeURIComponent(ballotId)}`;
  return (
    <Row
      icon="ballot"
      tone={waits ? 'you' : 'plain'}
      strong={waits}
      title={title}
      line={waits ? `${castWords(ballot, now)}，${leftWords(closesAt, now)}` : castWords(ballot, now)}
      lineTone={waits ? 'you' : 'plain'}
      onTap={() => void Taro.navigateTo({ url })}
    />
  );
}
