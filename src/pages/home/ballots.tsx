import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { leftWords } from '@/domain/wording/voting';
import { useMode } from '@/hooks/use-mode';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { MyBallot } from '@/services/views';

/** More stand in 我的票; so many leave room for what else waits. */
const MOST_SHOWN = 3;
const MOST_IN_ELDER = 1;
const MINE = '/packages/voting/mine/index';

/** The ballots that wait for the reader, one tap away; nothing once all are cast. None of it is kept on the phone. */
export function BallotsWaiting(): ReactNode {
  const waiting = usePageData('voting:waiting', () => api.voting.waiting(), { keep: false });
  const { elder } = useMode();
  const now = serverNow();
  const items = waiting.data?.items.filter(({ closesAt }) => now < closesAt) ?? [];
  const deputies = items.filter(({ kind }) => kind === 'DEPUTY');
  const others = items.filter(({ kind }) => kind !== 'DEPUTY');
  if (items.length === 0) return null;
  const shown = others.slice(0, elder ? MOST_IN_ELDER : MOST_SHOWN);
  return (
    <Section title="等您投票" count={`${items.length} 张`} countTone="you">
      <Card flush>
        {shown.map((ballot) => <BallotRow key={ballot.ballotId} title={ballot.title} ballot={ballot} now={now} url={`/packages/voting/ballot/index?id=${encodeURIComponent(ballot.ballotId)}`} />)}
        {others.length > shown.length ? <Row icon="ballot" tone="plain" title={`还有 ${others.length - shown.length} 张票`} onTap={() => open(MINE)} /> : null}
        {deputies[0] === undefined ? null : <BallotRow title={`评一评人大代表，${deputies.length} 位等您`} ballot={deputies[0]} now={now} url="/packages/deputies/directory/index" />}
      </Card>
    </Section>
  );
}

interface BallotRowProps {
  readonly title: string;
  /** The first of them to close. */
  readonly ballot: MyBallot;
  readonly now: number;
  readonly url: string;
}

function BallotRow({ title, ballot, now, url }: BallotRowProps): ReactNode {
  return <Row icon="ballot" tone="you" title={title} line={leftWords(ballot.closesAt, now)} lineTone="you" onTap={() => open(url)} />;
}

function open(url: string): void {
  void Taro.navigateTo({ url });
}
