import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Pill } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Cta } from '@/components/cta';
import { ElderOffer } from '@/components/elder-offer';
import { IssueCard, openIssue } from '@/components/issue/issue-card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { Skeleton } from '@/components/skeleton';
import { TabBar } from '@/components/tab-bar';
import { KeptReports } from '@/components/report/kept-reports';
import { civilDateOf, formatDayFromNow, formatTime } from '@/domain/basics/civil-time';
import { roleName } from '@/domain/wording/grid-duties';
import { useAfterSending } from '@/hooks/use-after-sending';
import { useMe } from '@/hooks/use-me';
import { useMode } from '@/hooks/use-mode';
import { usePageData } from '@/hooks/use-page-data';
import { useReportAtHand } from '@/hooks/use-report-at-hand';
import { hasBallots } from '@/services/box-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { nearestFirst } from '@/services/nearest-first';
import { isPartyMember } from '@/services/party-duties';
import { loadsRosters, ROSTER_DESK } from '@/services/roster-duties';
import type { IssueCard as IssueCardView, Me } from '@/services/views';
import { BallotsWaiting } from './ballots';
import { PartyWaiting } from './party';
import { CallStrip, ElderCall } from './people';

/** 长辈版 shows at most this many things that wait (ui.md section 5). */
const MOST_WAITING_IN_ELDER = 2;

/** The first tab: the way to report, what waits for the reader, what is under way, and whom to call. */
export default function Home(): ReactNode {
  const me = useMe();
  useReportAtHand();
  return (
    <Page title={me.data?.title ?? '村里事'} staleAt={me.staleAt} tight tabs={<TabBar at="/pages/home/index" />}>
      <ElderOffer />
      <Loaded page={me}>{(who) => <Welcome me={who} />}</Loaded>
    </Page>
  );
}

function Welcome({ me }: { readonly me: Me }): ReactNode {
  const { elder, setMode } = useMode();
  const { person } = me;
  const hello = person === undefined ? '您好' : elder ? person.name : `${person.name}，${greeting()}`;
  const where = person === undefined ? me.county : elder ? `${person.village.name}${person.grid.name}` : `${person.village.town} · ${person.village.name} · ${person.grid.name}`;
  return (
    <>
      <View className="l-between">
        <View className="l-grow">
          <View className="t-question">{hello}</View>
          <View className="t-hint">{where}</View>
        </View>
        <Pill icon="textsize" text={elder ? '普通版' : '长辈版'} onTap={() => setMode(elder ? 'standard' : 'elder')} />
      </View>
      <Cta
        title="我要报事"
        line={elder ? '点这里，说话就行' : '路坏了、邻里有矛盾，都能说'}
        icon={elder ? 'mic' : 'report'}
        onTap={() => void Taro.navigateTo({ url: '/packages/report/what/index' })}
      />
      <KeptReports />
      {person === undefined ? <Unbound applied={me.applied} waiting={me.family.length > 0} /> : null}
      <DeskRow me={me} />
      <View className="l-slot"><MyIssues bound={person !== undefined} unread={me.unread} /></View>
      {/* Below what stands there already: what comes late must not move a row from under a finger. */}
      {person === undefined || !hasBallots(me) ? null : <View className="l-slot"><BallotsWaiting /></View>}
      {isPartyMember(me) ? <View className="l-slot"><PartyWaiting /></View> : null}
      {person === undefined ? null : <View className="l-slot"><MyPeople /></View>}
    </>
  );
}

/** A visitor can report at once; what binding adds is said, never demanded (WX-05). */
function Unbound({ applied, waiting }: { readonly applied: boolean; readonly waiting: boolean }): ReactNode {
  const [title, line] = waiting ? ['村里把您加上了', '点这里认一认，就能用了']
    : applied ? ['村里正在看您的申请', '加进名册后会告诉您']
    : ['告诉我们您是哪一家', '能看到谁管您家，报事也不用选地方'];
  return (
    <Card flush>
      <Row
        icon="me"
        title={title}
        line={line}
        {...(waiting ? { tone: 'you' as const } : {})}
        onTap={() => void Taro.navigateTo({ url: '/packages/people/bind/index' })}
      />
    </Card>
  );
}

/** The way to the queue of one's posts; the county's clerk has no queue, and their desk is the roster's. */
function DeskRow({ me }: { readonly me: Me }): ReactNode {
  const duties = [...new Set(me.person?.desks.map(({ duty }) => duty))];
  if (duties.length === 0 && !loadsRosters(me)) return null;
  const [line, url] = duties.length > 0 ? [duties.join('、'), '/packages/desk/queue/index'] : [roleName('COUNTY_CLERK'), ROSTER_DESK];
  return (
    <Card flush>
      <Row icon="desk" title="工作台" line={line} onTap={() => void Taro.navigateTo({ url })} />
    </Card>
  );
}

function MyIssues({ bound, unread }: { readonly bound: boolean; readonly unread: number }): ReactNode {
  const mine = usePageData('issues:mine', () => api.issues.mine({}));
  useAfterSending(() => void mine.reload());
  const { elder } = useMode();
  if (mine.state === 'loading') return <Skeleton cards={2} onRetry={() => void mine.reload()} />;
  const items = mine.data?.items ?? [];
  const waiting = items.filter(({ yourMove }) => yourMove !== undefined);
  const shown = elder ? waiting.slice(0, MOST_WAITING_IN_ELDER) : waiting;
  const current = items.find(({ mine: own, stage }) => own && stage !== 'WITHDRAWN') ?? items[0];
  return (
    <>
      {mine.data === undefined ? <Note tone="plain" icon="alert" title="您报的事暂时看不到">不是您的问题，网好了会自己出来。</Note> : null}
      {shown.length === 0 ? null : (
        <Section title="等您办的" count={`${waiting.length} 件`} countTone="you">
          <Card flush>{shown.map((issue) => <WaitingRow key={issue.issueId} issue={issue} />)}</Card>
        </Section>
      )}
      {unread === 0 ? null : (
        <Card flush>
          <Row icon="bell" title={`${unread} 条新通知`} onTap={() => void Taro.navigateTo({ url: '/packages/inbox/list/index' })} />
        </Card>
      )}
      {current === undefined ? null : (
        <View className="extra">
          <Section title="我报的事" more={{ text: '全部', onTap: () => void Taro.reLaunch({ url: '/pages/issues/index' }) }}>
            <IssueCard issue={current} />
          </Section>
        </View>
      )}
      {mine.data !== undefined && current === undefined && bound ? <Note tone="plain" icon="info">您还没报过事。村里的路、水、垃圾、邻里的事，都能报。</Note> : null}
    </>
  );
}

function WaitingRow({ issue }: { readonly issue: IssueCardView }): ReactNode {
  const rate = issue.yourMove === 'RATE';
  return (
    <Row
      icon={rate ? 'smile' : 'edit'}
      tone="you"
      title={rate ? `${issue.title}，评一评` : `${issue.title}，有话问您`}
      line={rate ? `${issue.owner.name} ${formatDayFromNow(civilDateOf(issue.changedAt), serverNow())}办好的` : `${issue.owner.name}想再问清楚`}
      onTap={() => (rate ? openRating(issue.issueId) : openIssue(issue.issueId))}
    />
  );
}

/** Straight to the question; the matter itself is shown once it is answered. */
function openRating(issueId: string): void {
  void Taro.navigateTo({ url: `/packages/issue/rate/index?id=${encodeURIComponent(issueId)}&from=home` });
}

function MyPeople(): ReactNode {
  const contacts = usePageData('contacts', () => api.people.contacts());
  const lines = nearestFirst(contacts.data?.lines ?? []);
  if (lines.length === 0) return null;
  return (
    <>
      <View className="extra">
        <Section title="有事找他们" more={{ text: '我的联系人', onTap: openContacts }}>
          <CallStrip contacts={lines} />
        </Section>
      </View>
      <View className="only-elder"><ElderCall contacts={lines} onTap={openContacts} /></View>
    </>
  );
}

function openContacts(): void {
  void Taro.navigateTo({ url: '/packages/people/contacts/index' });
}

function greeting(): string {
  const hour = Number(formatTime(serverNow()).split(':')[0]);
  if (hour < 6) return '夜深了';
  if (hour < 12) return '上午好';
  return hour < 18 ? '下午好' : '晚上好';
}
