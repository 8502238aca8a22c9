import { useState, type ReactNode } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { formatDue } from '@/domain/basics/civil-time';
import { ANSWER_WORDS, objectionTitle } from '@/domain/wording/voting-roll';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { readsComments, watchesBoxes } from '@/services/box-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { OfficersObjection } from '@/services/views';
import { DeskPage } from '../desk-page';
import { NoDesk } from '../no-desk';
import { ObjectionAnswer } from './answer';
import { Comments } from './comments';

/** Objections to one box, the oldest first, and what was answered (VOTE-11, CON-12). */
export default function Objections(): ReactNode {
  const { id = '' } = useRouter().params;
  const me = useMe();
  return <DeskPage title="异议" at="rolls"><Loaded page={me}>{(who) => (watchesBoxes(who) ? <><Both id={id} />{readsComments(who) ? <Comments boxId={id} /> : null}</> : <NoDesk />)}</Loaded></DeskPage>;
}

function Both({ id }: { readonly id: string }): ReactNode {
  // Answering moves one from the first list to the second.
  const [answered, setAnswered] = useState(0);
  return (
    <>
      <List key={`open-${answered}`} id={id} open onAnswered={() => setAnswered(answered + 1)} />
      <List key={`done-${answered}`} id={id} open={false} onAnswered={() => setAnswered(answered + 1)} />
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly open: boolean;
  readonly onAnswered: () => void;
}

function List({ id, open, onAnswered }: ListProps): ReactNode {
  const list = usePages(`objections:${id}:${String(open)}`, ({ after }) => api.voting.objections({ boxId: id, open, ...(after === undefined ? {} : { after }) }), { keep: false });
  const [looking, setLooking] = useState<OfficersObjection>();
  useReachBottom(() => void list.more());
  // What was answered before is read below what waits, and says nothing while there is none.
  if (!open && list.items.length === 0) return null;
  return (
    <Section title={open ? '等着回的' : '回过的'}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有等着回的', line: '有人说名单写错了、票数不对，会到这里，三天内要回。', icon: 'speak' }}>
        {() => <Card flush>{list.items.map((one) => <ObjectionRow key={one.objectionId} objection={one} onTap={() => setLooking(one)} />)}</Card>}
      </Loaded>
      {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
      {looking === undefined ? null : <ObjectionAnswer objection={looking} onClose={() => setLooking(undefined)} onAnswered={onAnswered} />}
    </Section>
  );
}

function ObjectionRow({ objection, onTap }: { readonly objection: OfficersObjection; readonly onTap: () => void }): ReactNode {
  const now = serverNow();
  const { open, by, answerBy, accepted, answer = '', mayAnswer } = objection;
  const line = open ? `${by}提的，最晚${formatDue(answerBy, now)}回` : `${accepted === true ? ANSWER_WORDS.yes : ANSWER_WORDS.no}：${answer}`;
  return (
    <Row
      icon={open ? 'speak' : 'ok'}
      tone={open && mayAnswer ? 'you' : 'plain'}
      strong={open && mayAnswer}
      title={objectionTitle(objection)}
      line={line}
      lineTone={open && now >= answerBy ? 'bad' : 'plain'}
      onTap={onTap}
    />
  );
}
