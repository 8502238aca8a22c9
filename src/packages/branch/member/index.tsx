import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip, type Tone } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { LedgerRow } from '@/components/points/ledger-row';
import { PledgeRow } from '@/components/points/pledge-row';
import { ScoreCard } from '@/components/points/score-card';
import { Row } from '@/components/row';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useBusy } from '@/hooks/use-busy';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { EntryView, MemberYearView, PledgeView } from '@/services/views';
import { openBranch, read } from '../links';
import { SaySheet } from '../say-sheet';
import { useBranch } from '../use-branch';
import { useScheme, type Scheme } from '../use-scheme';
import { ChangeSheet } from './change-sheet';
import { LeaveSheet } from './leave-sheet';
import { VetoSheet } from './veto-sheet';

type Open = 'change' | 'leave' | 'veto' | { readonly returning: PledgeView };

/** A member's year for the branch's committee: pledges to confirm, every entry, category, vetoes (PTY-02, 04, 09, 14). */
export default function Member(): ReactNode {
  const params = useRouter().params;
  const personId = read(params['id']) ?? '';
  const cycle = params['cycle'] === undefined ? undefined : Number(params['cycle']);
  const { me, offices } = useBranch();
  const ask = (after?: string) => api.points.member({ personId, ...(cycle === undefined ? {} : { cycle }), ...(after === undefined ? {} : { after }) });
  const page = usePageData(`branch:member:${personId}:${cycle ?? ''}`, () => ask(), { keep: false });
  const scheme = useScheme(page.data?.cycle);
  const office = offices.find(({ village }) => village === page.data?.branch.village);
  return (
    <DeskPage title={page.data?.name ?? '党员的一年'} {...(page.data === undefined ? {} : { line: [page.data.branch.name, page.data.group].filter(Boolean).join('，') })} at="members" staleAt={page.staleAt}>
      <Loaded page={page}>
        {(year) => <Year key={year.personId} year={year} scheme={scheme.data} approves={office?.approves === true && me.data?.person?.id !== year.personId} secretary={office?.secretary === true} more={ask} onChanged={() => void page.reload()} />}
      </Loaded>
    </DeskPage>
  );
}

interface YearProps {
  readonly year: MemberYearView;
  readonly scheme: Scheme | undefined;
  /** Whether the reader decides about this member: nobody does about themselves (PTY-06). */
  readonly approves: boolean;
  readonly secretary: boolean;
  readonly more: (after: string) => Promise<MemberYearView>;
  readonly onChanged: () => void;
}

function Year({ year, scheme, approves, secretary, more, onChanged }: YearProps): ReactNode {
  const now = serverNow();
  const today = civilDateOf(now);
  const { personId, cycle, branch: { village }, pledges, entries, vetoes, settled, categoryName, closed } = year;
  const [open, setOpen] = useState<Open>();
  const branch = usePageData(`branch:${village}`, () => api.points.branch({ village, cycle }), { keep: false });
  const changed = () => { setOpen(undefined); onChanged(); };
  const decide = useAct((requestId, { pledgeId, reason }: { readonly pledgeId: string; readonly reason?: string }) => api.points.decidePledge({ requestId, personId, cycle, pledgeId, decision: reason === undefined ? { kind: 'CONFIRMED' } : { kind: 'RETURNED', reason } }), { done: changed, said: '定了', quiet: true });
  return (
    <>
      <ScoreCard year={year} upTo={today} />
      <Card flush>
        <Row icon="people" title={`类别：${categoryName}`} line={settled ? '定下来了，要改得有支部会议' : '还没定'} {...(approves && !closed ? { end: '改', onTap: () => setOpen('change') } : {})} />
      </Card>
      {decide.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{decide.errorLine}</Note>}
      <Section title="承诺" count={`${pledges.length} 条`}>
        {pledges.length === 0 ? <Note tone="plain" icon="info">今年还没有承诺。</Note> : pledges.map((pledge) => (
          <Card key={pledge.id} flush>
            <PledgeRow pledge={pledge} today={today} />
            {pledge.state === 'SENT' && approves ? (
              <Row title="等支部确认" end={<Chips><Button small kind="line" text="确认" label={`确认：${pledge.text}`} busy={decide.busy ? '正在记…' : undefined} onTap={() => void decide.run({ pledgeId: pledge.id })} /><Button small text="退回" label={`退回：${pledge.text}`} onTap={() => setOpen({ returning: pledge })} /></Chips>} />
            ) : null}
          </Card>
        ))}
      </Section>
      <Ledger key={entries[0]?.entryId ?? ''} year={year} now={now} more={more} />
      {vetoes.length === 0 ? null : (
        <Section title="一票否决">
          <Card flush>{vetoes.map((veto) => <Row key={veto.id} icon="alert" tone="plain" title={veto.name} line={[`${formatDay(veto.decidedOn)}定的`, veto.evidence, veto.reason ?? ''].filter(Boolean).join('，')} end={<Chip {...VETO_CHIP[veto.state]} />} />)}</Card>
        </Section>
      )}
      {closed || !approves ? null : (
        <Card flush>
          <Row icon="edit" title="给他记一笔" line="扣分、加分" onTap={() => openBranch('record', { village })} />
          <Row icon="alert" tone="plain" title="有一票否决的事" line="写清依据，报镇党委确认" onTap={() => setOpen('veto')} />
          {secretary ? <Row icon="transfer" tone="plain" title="离开支部" line="组织关系转走、去世、不再是党员" onTap={() => setOpen('leave')} /> : null}
        </Card>
      )}
      {open === 'change' ? <ChangeSheet year={year} groups={branch.data?.groups ?? []} scheme={scheme} onClose={() => setOpen(undefined)} onDone={changed} /> : null}
      {open === 'leave' ? <LeaveSheet year={year} onClose={() => setOpen(undefined)} onDone={changed} /> : null}
      {open === 'veto' ? <VetoSheet year={year} kinds={scheme?.vetoes ?? []} onClose={() => setOpen(undefined)} onDone={changed} /> : null}
      {typeof open === 'object' ? <SaySheet title="退回承诺" line={open.returning.text} question="请他怎么改" button="退回去" told="他改好了再交上来" act={decide} onSend={(reason) => void decide.run({ pledgeId: open.returning.id, reason })} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

const VETO_CHIP: Readonly<Record<MemberYearView['vetoes'][number]['state'], { readonly tone: Tone; readonly text: string }>> = {
  WAITING: { tone: 'idle', text: '等镇党委' },
  CONFIRMED: { tone: 'bad', text: '确认了' },
  REFUSED: { tone: 'idle', text: '没确认' },
  LIFTED: { tone: 'ok', text: '撤了' },
};

function Chips({ children }: { readonly children: ReactNode }): ReactNode {
  return <>{children}</>;
}

/** Every entry, newest first; more pages as they are wanted. */
function Ledger({ year, now, more }: Pick<YearProps, 'year' | 'more'> & { readonly now: number }): ReactNode {
  const [rest, setRest] = useState<{ readonly entries: readonly EntryView[]; readonly next: string | undefined }>({ entries: [], next: year.next });
  const reading = useBusy(async () => {
    if (rest.next === undefined) return;
    const page = await more(rest.next);
    setRest({ entries: [...rest.entries, ...page.entries], next: page.next });
  });
  const entries = [...year.entries, ...rest.entries];
  return (
    <Section title="积分明细" count={`${year.posted} 笔`}>
      {entries.length === 0 ? <Note tone="plain" icon="info">今年还没有记分。</Note> : <Card flush>{entries.map((entry) => <LedgerRow key={entry.entryId} entry={entry} now={now} onTap={() => openBranch('entry', { id: entry.entryId })} />)}</Card>}
      {reading.error === undefined ? null : <Note tone="bad" said="alert">后面的没拿到，再试一次。</Note>}
      {rest.next === undefined ? null : <Button wide text="再看一些" busy={reading.busy ? '正在拿…' : undefined} onTap={() => void reading.run()} />}
    </Section>
  );
}
