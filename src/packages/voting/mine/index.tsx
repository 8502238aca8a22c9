import type { ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { castWords, leftWords } from '@/domain/wording/voting';
import { ROLL_WORDS } from '@/domain/wording/voting-roll';
import { usePageData } from '@/hooks/use-page-data';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { MyBallot } from '@/services/views';

/**
 * The boxes on whose roll I am: to vote, to see whether I have, and what came out; and the rolls that hang out around here,
 * for who is missing from one. Nothing of it is kept on the phone.
 */
export default function MyBallots(): ReactNode {
  const list = usePages('ballots', api.voting.mine, { keep: false });
  useReachBottom(() => void list.more());
  const mine = list.items.map(({ boxId }) => boxId);
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
      {list.first.data === undefined ? null : <Board besides={list.hasMore ? undefined : mine} />}
      {list.first.data === undefined ? null : <Card flush><Row icon="speak" tone="plain" title={ROLL_WORDS.mine} onTap={() => void Taro.navigateTo({ url: '/packages/voting/objections/index' })} /></Card>}
    </Page>
  );
}

/** The rolls hung out around my village on which I am not: each says why (VOTE-11). */
function Board({ besides }: { readonly besides: readonly string[] | undefined }): ReactNode {
  const board = usePageData('ballot-board', api.voting.nearby, { keep: false });
  const others = board.data?.items.filter(({ boxId }) => besides?.includes(boxId) === false) ?? [];
  if (others.length === 0) return null;
  return (
    <Section title="村里别的票">
      <Card flush>{others.map(({ boxId, title }) => <Row key={boxId} icon="people" tone="plain" title={title} line="我为什么不在名单上" onTap={() => void Taro.navigateTo({ url: rollPage(boxId) })} />)}</Card>
    </Section>
  );
}

function rollPage(boxId: string): string {
  return `/packages/voting/roll/index?id=${encodeURIComponent(boxId)}`;
}

function BallotRow({ ballot }: { readonly ballot: MyBallot }): ReactNode {
  const { ballotId, boxId, title, state, opensAt, closesAt, cast } = ballot;
  const now = serverNow();
  const open = now >= opensAt && now < closesAt && state === 'OPEN';
  const waits = open && cast === false;
  const url = state === 'PUBLISHED'
    ? `/packages/voting/result/index?id=${encodeURIComponent(boxId)}`
    : state === 'SHOWN' ? rollPage(boxId) : `/packages/voting/ballot/index?id=${encodeURIComponent(ballotId)}`;
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
