import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { castWords } from '@/domain/wording/voting';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { readAll } from '@/services/read-all';
import { serverNow } from '@/services/server-clock';
import type { AppraisalView, MyBallot } from '@/services/views';

/** 民主测评: a secret ballot on each of the others, one after the other (PTY-11). */
export function Ballots({ appraisal: { measure, items, opensAt, closesAt, stage } }: { readonly appraisal: AppraisalView }): ReactNode {
  const now = serverNow();
  if (measure === 'PAPER') return stage === 'MEASURE' ? <Note tone="plain" icon="ballot" title="民主测评在会上投纸票">不用写名字，当场两个人数票。</Note> : null;
  if (stage !== 'SELF' && stage !== 'MEASURE') return null;
  if (opensAt !== undefined && now < opensAt) return <Note tone="plain" icon="clock" title="民主测评">{`${formatMoment(opensAt, now)}开始，不记名。`}</Note>;
  if (stage === 'SELF') return null;
  return <Waiting names={new Map(items.flatMap(({ boxId, own, name }) => (own || boxId === undefined ? [] : [[boxId, name] as const])))} closesAt={closesAt} now={now} />;
}

interface WaitingProps {
  /** Whom each box is about. */
  readonly names: ReadonlyMap<string, string>;
  readonly closesAt: number | undefined;
  readonly now: number;
}

function Waiting({ names, closesAt, now }: WaitingProps): ReactNode {
  // To the end: how many wait is counted, and a branch has more members than a page.
  const list = usePageData('ballots:all', () => readAll((after) => api.voting.mine(after === undefined ? {} : { after })), { keep: false });
  const mine = (list.data ?? []).filter(({ boxId }) => names.has(boxId));
  const waiting = mine.filter((ballot) => waits(ballot, now));
  const [next] = waiting;
  return (
    <Section title="民主测评" {...(waiting.length === 0 ? {} : { count: `${waiting.length} 位等您`, countTone: 'you' as const })}>
      <Note tone="plain" icon="lock">{`不记名，谁也看不到您投了哪个${closesAt === undefined ? '' : `；最晚${formatDue(closesAt, now)}`}。`}</Note>
      {next === undefined ? null : <Button wide kind="fill" icon="ballot" text={`测评${names.get(next.boxId) ?? ''}`} onTap={() => openBallot(next)} />}
      {mine.length === 0 ? null : <Card flush>{mine.map((ballot) => <BallotRow key={ballot.ballotId} name={names.get(ballot.boxId) ?? ''} ballot={ballot} now={now} />)}</Card>}
    </Section>
  );
}

function BallotRow({ name, ballot, now }: { readonly name: string; readonly ballot: MyBallot; readonly now: number }): ReactNode {
  const you = waits(ballot, now);
  return <Row icon="ballot" tone={you ? 'you' : 'plain'} title={name} line={castWords(ballot, now)} lineTone={you ? 'you' : 'plain'} {...(you ? { onTap: () => openBallot(ballot) } : {})} />;
}

function waits({ state, cast, opensAt, closesAt }: MyBallot, now: number): boolean {
  return state === 'OPEN' && cast === false && opensAt <= now && now < closesAt;
}

/** `back` leads here again, where the next one stands on top. */
function openBallot({ ballotId }: MyBallot): void {
  void Taro.navigateTo({ url: `/packages/voting/ballot/index?id=${encodeURIComponent(ballotId)}&back=1` });
}
