import type { ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { formatDue } from '@/domain/basics/civil-time';
import { ANSWER_WORDS, stateWords } from '@/domain/wording/voting-roll';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { watchesBoxes } from '@/services/box-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { DeskPage } from '../desk-page';
import { NoDesk } from '../no-desk';

type Watched = Awaited<ReturnType<typeof api.voting.watched>>['items'][number];

/** The boxes whose rolls and results this officer answers for, or watches over (VOTE-11, CON-12). */
export default function Rolls(): ReactNode {
  const me = useMe();
  return <DeskPage title="投票名单" at="rolls"><Loaded page={me}>{(who) => (watchesBoxes(who) ? <List /> : <NoDesk />)}</Loaded></DeskPage>;
}

function List(): ReactNode {
  const list = usePages('watched-boxes', ({ after }) => api.voting.watched(after === undefined ? {} : { after }), { keep: false });
  useReachBottom(() => void list.more());
  return (
    <>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有投过票', line: '要投票的事定了日子，名单会自动排好，写在这里。', icon: 'ballot' }}>
        {() => <Card flush>{list.items.map((box) => <BoxRow key={box.boxId} box={box} />)}</Card>}
      </Loaded>
      {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
    </>
  );
}

function BoxRow({ box }: { readonly box: Watched }): ReactNode {
  const now = serverNow();
  const { waiting, answerBy } = box;
  const line = waiting > 0 && answerBy !== undefined
    ? `${ANSWER_WORDS.waiting(waiting)}，${formatDue(answerBy, now)}前要回`
    : stateWords(box, now);
  return (
    <Row
      icon="ballot"
      tone={waiting > 0 ? 'you' : 'plain'}
      strong={waiting > 0}
      title={box.title}
      line={line}
      lineTone={answerBy !== undefined && now >= answerBy ? 'bad' : waiting > 0 ? 'you' : 'plain'}
      onTap={() => void Taro.navigateTo({ url: `/packages/desk/objections/index?id=${encodeURIComponent(box.boxId)}` })}
    />
  );
}
