import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip, type Tone } from '@/components/chip';
import { DataTable } from '@/components/desk/data-table';
import { FilterTiles } from '@/components/filter-tiles';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { civilDateOf, formatDay, yearOf } from '@/domain/basics/civil-time';
import { APPRAISAL_STAGE_WORDS } from '@/domain/wording/appraisals';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { usePages } from '@/hooks/use-pages';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import { partyTownOf } from '@/services/branch-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { ClaimCard } from '../claim-card';
import { openBranch } from '../links';
import { SaySheet } from '../say-sheet';
import { WaitingEntries } from '../waiting-entries';

const SHOWN = ['ABOVE', 'APPEAL', 'VETOES', 'BRANCHES'] as const;
type Shown = (typeof SHOWN)[number];
type VetoRow = Awaited<ReturnType<typeof api.points.vetoes>>['items'][number];

/** The town's Party office: what was sent up to it, and how far each branch is; outcomes, by name, no league table (PTY-01, 06, 09, BUR-01, 04). */
export default function TownParty(): ReactNode {
  const me = useMe();
  const office = partyTownOf(me.data);
  return (
    <DeskPage title="党委组织办" {...(office === undefined ? {} : { line: office.name })} at="town-party">
      <Loaded page={me}>{() => (office === undefined ? <NoDesk /> : <Town town={office.town} />)}</Loaded>
    </DeskPage>
  );
}

function Town({ town }: { readonly town: string }): ReactNode {
  const [picked, setPicked] = useState<Shown>();
  const above = usePageData(`town:${town}:above`, () => api.points.queueAbove({ town, step: 'ABOVE' }), { keep: false });
  const appeals = usePageData(`town:${town}:appeals`, () => api.points.queueAbove({ town, step: 'APPEAL' }), { keep: false });
  const vetoes = usePageData(`town:${town}:vetoes`, () => api.points.vetoes({ town }), { keep: false });
  const branches = usePages(`town:${town}:branches`, (input) => api.points.branches({ town, ...input }));
  useReachBottom(() => void branches.more());
  const counts: Readonly<Record<Shown, number>> = {
    ABOVE: above.data?.items.length ?? 0,
    APPEAL: appeals.data?.items.length ?? 0,
    VETOES: vetoes.data?.items.filter(({ veto }) => veto.state === 'WAITING').length ?? 0,
    BRANCHES: branches.items.length,
  };
  const texts: Readonly<Record<Shown, string>> = { ABOVE: '等我审', APPEAL: '申诉', VETOES: '一票否决', BRANCHES: '支部' };
  const value = picked ?? SHOWN.find((one) => counts[one] > 0) ?? 'BRANCHES';
  const again = () => { void above.reload(); void appeals.reload(); void vetoes.reload(); };
  return (
    <>
      <FilterTiles<Shown> label="看哪些" value={value} onChange={setPicked} tiles={SHOWN.map((one) => ({ value: one, count: counts[one], text: texts[one], ...(one === 'BRANCHES' ? {} : { tone: 'you' as const }) }))} />
      {value === 'ABOVE' ? <WaitingEntries name={`town:${town}:queue:ABOVE`} step="ABOVE" load={(input) => api.points.queueAbove({ town, step: 'ABOVE', ...input })} empty={{ title: '没有报上来的', line: '支部书记自己的积分，由镇里来审。' }} onChanged={again} /> : null}
      {value === 'APPEAL' ? <WaitingEntries name={`town:${town}:queue:APPEAL`} step="APPEAL" load={(input) => api.points.queueAbove({ town, step: 'APPEAL', ...input })} empty={{ title: '没有申诉', line: '支部答复不了的、过了期限的，会到这里。' }} onChanged={again} /> : null}
      {value === 'VETOES' ? <Loaded page={vetoes} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有一票否决的事', line: '支部报上来，镇党委确认了才算。', icon: 'ok' }}>{({ items }) => items.map((row) => <Veto key={row.veto.id} row={row} onChanged={again} />)}</Loaded> : null}
      {value === 'BRANCHES' ? <Branches town={town} list={branches} /> : null}
    </>
  );
}

const STATE: Readonly<Record<VetoRow['veto']['state'], { readonly tone: Tone; readonly text: string }>> = {
  WAITING: { tone: 'you', text: '等您确认' }, CONFIRMED: { tone: 'bad', text: '确认了' }, REFUSED: { tone: 'idle', text: '没确认' }, LIFTED: { tone: 'ok', text: '撤了' },
};

/** One event of the veto list, as the branch entered it (PTY-09). */
function Veto({ row: { personId, name, cycle, veto }, onChanged }: { readonly row: VetoRow; readonly onChanged: () => void }): ReactNode {
  const [saying, setSaying] = useState<'REFUSED' | 'LIFTED'>();
  const decide = useAct((requestId, { decision, reason }: { readonly decision: 'CONFIRMED' | 'REFUSED' | 'LIFTED'; readonly reason?: string }) => api.points.decideVeto({ requestId, personId, cycle, vetoId: veto.id, decision, ...(reason === undefined ? {} : { reason }) }), { done: () => { setSaying(undefined); onChanged(); }, said: '定了' });
  return (
    <>
      <ClaimCard
        who={name}
        title={veto.name}
        lines={[`${cycle}年，${formatDay(veto.decidedOn)}定的`]}
        chips={[STATE[veto.state]]}
        evidence={<View className="l-stack"><View className="t-read">{veto.evidence}</View>{veto.reason === undefined ? null : <View className="t-hint">{veto.reason}</View>}</View>}
        {...(veto.state === 'WAITING' ? {
          acts: <><Button small kind="line" icon="check" text="确认" label={`确认：${name} ${veto.name}`} busy={decide.busy ? '正在记…' : undefined} onTap={() => void decide.run({ decision: 'CONFIRMED' })} /><Button small text="不确认" label={`不确认：${name} ${veto.name}`} onTap={() => setSaying('REFUSED')} /></>,
        } : veto.state === 'CONFIRMED' ? { acts: <Button small text="撤掉" label={`撤掉：${name} ${veto.name}`} onTap={() => setSaying('LIFTED')} /> } : {})}
      />
      {saying === undefined ? null : <SaySheet key={saying} title={saying === 'REFUSED' ? '不确认' : '撤掉一票否决'} line={`${name}：${veto.name}`} question="为什么" button={saying === 'REFUSED' ? '不确认' : '撤掉'} told="支部和本人都会知道" act={decide} onSend={(reason) => void decide.run({ decision: saying, reason })} onClose={() => setSaying(undefined)} />}
    </>
  );
}

interface Listed {
  readonly items: readonly Awaited<ReturnType<typeof api.points.branches>>['items'][number][];
  readonly first: ReturnType<typeof usePages<Awaited<ReturnType<typeof api.points.branches>>>>['first'];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => Promise<void>;
}

/** How far each branch is, in the order of names; of members nothing stands here. */
function Branches({ town, list }: { readonly town: string; readonly list: Listed }): ReactNode {
  const year = yearOf(civilDateOf(serverNow()));
  const appraisals = usePageData(`town:${town}:appraisals:${year}`, () => api.appraisals.ofTown({ town, year }));
  return (
    <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有支部', line: '支部书记开了积分，就会列在这里。' }}>
      {() => (
        <>
          <Card>
            <DataTable
              caption="各支部走到哪一步"
              rows={list.items}
              rowKey={({ village }) => village}
              columns={[
                { key: 'name', head: '支部', cell: ({ name }) => name },
                { key: 'cycle', head: '积分', cell: ({ cycle, settled }) => (cycle === undefined ? <Chip tone="idle" text="还没开" /> : <Chip tone={settled ? 'ok' : 'idle'} icon={settled ? 'ok' : 'clock'} text={settled ? `${cycle}年，类别定了` : `${cycle}年，类别没定`} />) },
                { key: 'published', head: '公示', cell: ({ published, overdue }) => (overdue ? <Chip tone="bad" text="该公示没公示" /> : published.length === 0 ? '还没有' : `第 ${published.join('、')} 期`) },
                { key: 'appraisal', head: `${year}年评议`, cell: ({ village }) => appraisalOf(appraisals.data?.items.find((one) => one.village === village)) },
                { key: 'look', head: '', cell: ({ village, name }) => (appraisals.data?.items.some((one) => one.village === village && one.stage === 'REPORTED') === true ? <Button small text="看评议" label={`看评议：${name}`} onTap={() => openBranch('appraisal', { village, year: String(year) })} /> : '') },
              ]}
            />
          </Card>
          {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          <Note tone="plain" icon="info">按支部名排，不排名次。党员的积分只在支部里看。</Note>
        </>
      )}
    </Loaded>
  );
}

function appraisalOf(one: Awaited<ReturnType<typeof api.appraisals.ofTown>>['items'][number] | undefined): string {
  if (one === undefined) return '还没开';
  return one.stage === 'DECIDE' ? `评定了 ${one.decided}/${one.members}` : APPRAISAL_STAGE_WORDS[one.stage];
}
