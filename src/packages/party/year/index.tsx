import type { ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { DutyRow } from '@/components/points/duty-row';
import { LedgerRow } from '@/components/points/ledger-row';
import { ScoreCard } from '@/components/points/score-card';
import { Row } from '@/components/row';
import { civilDateOf } from '@/domain/basics/civil-time';
import { POINTS_ARE_INPUT } from '@/domain/wording/party';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { partyDuties } from '@/services/party-duties';
import { serverNow } from '@/services/server-clock';
import type { OwnYear } from '@/services/views';
import { openParty } from '../links';
import { OwnYearLoaded } from '../own-year';
import { useOwnYear } from '../use-own-year';
import { Households } from './households';
import { Pledges } from './pledges';
import { Vetoes } from './vetoes';

const ENTRIES_SHOWN = 4;

/** A member's year on one page (PTY-14): points and what they are made of, pledges, households, ledger, and what waits on whom. */
export default function MyPoints(): ReactNode {
  const { cycle } = useRouter().params;
  const page = useOwnYear(cycle === undefined ? undefined : Number(cycle));
  const open = page.data !== undefined && !page.data.closed;
  return (
    <Page
      title={cycle === undefined ? '我的积分' : `${cycle} 年积分`}
      staleAt={page.staleAt}
      {...(open ? { bar: <Bar main={{ text: '报一件做了的事', icon: 'plus', onTap: () => openParty('claim') }} /> } : {})}
    >
      <OwnYearLoaded page={page}>{(year) => <Year year={year} readAt={page.staleAt ?? serverNow()} />}</OwnYearLoaded>
    </Page>
  );
}

interface YearProps {
  readonly year: OwnYear;
  /** Epoch ms of what is shown. */
  readonly readAt: number;
}

function Year({ year, readAt }: YearProps): ReactNode {
  const { cycle, entries, posted, settled, categoryName, closed, branch } = year;
  const now = serverNow();
  const today = civilDateOf(now);
  const duties = partyDuties(year);
  return (
    <>
      <ScoreCard year={year} upTo={civilDateOf(readAt)} />
      {settled || closed ? null : <Note tone="plain" icon="info">{`您现在按“${categoryName}”算。支部还没定，定下来会告诉您。`}</Note>}
      <Vetoes vetoes={year.vetoes} />
      {duties.length === 0 ? null : (
        <Section title="等您办的" count={`${duties.length} 件`} countTone="you">
          <Card flush>{duties.map((duty) => <DutyRow key={`${duty.kind}:${'entryId' in duty ? duty.entryId : 'pledgeId' in duty ? duty.pledgeId : ''}`} duty={duty} />)}</Card>
        </Section>
      )}
      <Pledges year={year} today={today} />
      {closed ? null : <Households year={year} now={now} />}
      <Section title="积分明细" {...(entries.length > 0 ? { more: { text: posted > ENTRIES_SHOWN ? `看全部 ${posted} 笔` : '看全部', onTap: () => openParty('ledger', { cycle: String(cycle) }) } } : {})}>
        {entries.length === 0
          ? <Note tone="plain" icon="info">今年还没有记分。做了事报上来，两个人看过就记上。</Note>
          : <Card flush>{entries.slice(0, ENTRIES_SHOWN).map((entry) => <LedgerRow key={entry.entryId} entry={entry} now={now} onTap={() => openParty('entry', { id: entry.entryId })} />)}</Card>}
      </Section>
      <Note tone="plain" icon="info">{POINTS_ARE_INPUT}</Note>
      <Card flush>
        <Row icon="people" title="支部名单" line={`${branch.name}，按姓名排`} onTap={() => openParty('branch', { village: branch.village })} />
        <Row icon="board" title="积分公示" line="每季度公布一次，可以提异议" onTap={() => openParty('publication', { village: branch.village })} />
        <AppraisalRow village={branch.village} />
      </Card>
      <OtherYears year={year} />
    </>
  );
}

/** Persimmon only while it waits for the reader. */
function AppraisalRow({ village }: { readonly village: string }): ReactNode {
  const mine = usePageData('appraisals:mine', () => api.appraisals.mine(), { keep: false });
  const waits = mine.data === undefined ? undefined : mine.data.selfDue ? '写一写今年的自评' : mine.data.boxes > 0 ? `还有 ${mine.data.boxes} 位等您测评` : undefined;
  return (
    <Row
      icon="ballot"
      title="民主评议"
      tone={waits === undefined ? 'go' : 'you'}
      line={waits ?? '自评、互评、测评和结果'}
      lineTone={waits === undefined ? 'plain' : 'you'}
      onTap={() => openParty('appraisal', { village })}
    />
  );
}

function OtherYears({ year: { cycle, cycles } }: { readonly year: OwnYear }): ReactNode {
  const others = cycles.filter((other) => other !== cycle);
  if (others.length === 0) return null;
  return (
    <Section title="别的年份">
      <Card flush>{others.map((other) => <Row key={other} icon="calendar" tone="plain" title={`${other} 年积分`} onTap={() => openParty('year', { cycle: String(other) })} />)}</Card>
    </Section>
  );
}
