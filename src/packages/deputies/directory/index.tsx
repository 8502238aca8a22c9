import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { LEVEL_WORDS } from '@/domain/wording/deputies';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { readAll } from '@/services/read-all';
import { serverNow } from '@/services/server-clock';
import type { DeputyCard, DirectoryView, Me } from '@/services/views';
import { answersSuggestions, call, officeTownOf, openDeputies } from '../links';
import { SendOpinion } from '../send-opinion';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** Stations, constituencies and deputies of a town, open to everybody (DEP-01..03). */
export default function Directory(): ReactNode {
  const asked = useRouter().params.town;
  const [picked, setPicked] = useState<string>();
  const me = useMe();
  const towns = usePageData('deputies:towns', () => api.deputies.towns());
  const only = towns.data?.items.length === 1 ? towns.data.items[0]?.town : undefined;
  const town = picked ?? asked ?? towns.data?.own ?? only;
  return (
    <Page title="人大代表" staleAt={towns.staleAt}>
      <Loaded page={towns} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有录入代表', line: '镇人大主席团录好以后，这里看得到联络站和代表。' }}>
        {({ items }) => (town === undefined
          ? <Section title="看哪个镇"><Card flush>{items.map((one) => <Row key={one.town} icon="pin" title={one.name} onTap={() => setPicked(one.town)} />)}</Card></Section>
          : <OfTown key={town} town={town} me={me.data} />)}
      </Loaded>
    </Page>
  );
}

function OfTown({ town, me }: { readonly town: string; readonly me: Me | undefined }): ReactNode {
  const page = usePageData(`deputies:${town}`, () => api.deputies.directory({ town }));
  return (
    <Loaded page={page}>
      {(directory) => (
        <>
          {me?.person === undefined ? null : <ToRate town={town} />}
          <MyOffice town={town} me={me} directory={directory} />
          <Stations directory={directory} />
          <Deputies directory={directory} />
          {me?.person === undefined ? null : <Tell town={town} />}
        </>
      )}
    </Loaded>
  );
}

/** Ballots on deputies, mine alone; whether I have cast them is told on my own phone. */
function ToRate({ town }: { readonly town: string }): ReactNode {
  const mine = usePageData('voting:mine', () => readAll((after) => api.voting.mine(after === undefined ? {} : { after })), { keep: false });
  const now = serverNow();
  const ballots = (mine.data ?? []).filter(({ kind, subject }) => kind === 'DEPUTY' && subject.startsWith(`deputy:${town}:`));
  if (ballots.length === 0) return null;
  const waiting = ballots.filter(({ state, cast }) => state === 'OPEN' && cast !== true).length;
  return (
    <Section title="年终评代表" {...(waiting === 0 ? {} : { count: `${waiting} 位等您评`, countTone: 'you' as const })}>
      <Card flush>
        {ballots.map((one) => {
          const open = one.state === 'OPEN' && now >= one.opensAt && now < one.closesAt;
          const line = one.cast === true ? '您投过了，看查票码' : open ? `最晚${formatDue(one.closesAt, now)}` : now < one.opensAt ? `名单公示，${formatMoment(one.opensAt, now)}开始评` : one.state === 'PUBLISHED' ? '数完了，可以查票' : '已经截止，正在数票';
          return <Row key={one.ballotId} icon="ballot" tone={open && one.cast !== true ? 'you' : 'plain'} lineTone={open && one.cast !== true ? 'you' : 'plain'} title={one.title} line={line} onTap={() => (one.cast === true || now >= one.closesAt ? openDeputies('receipt', { box: one.boxId }) : openDeputies('rate', { ballot: one.ballotId }))} />;
        })}
      </Card>
    </Section>
  );
}

function MyOffice({ town, me, directory }: { readonly town: string; readonly me: Me | undefined; readonly directory: DirectoryView }): ReactNode {
  const own = directory.deputies.find((one) => one.own);
  const keeps = officeTownOf(me, 'PRESIDIUM', 'STATION_OFFICER') === town;
  const answers = answersSuggestions(me);
  if (own === undefined && !keeps && !answers) return null;
  return (
    <Section title="我的工作">
      <Card flush>
        {own === undefined ? null : <Row icon="edit" title="记一次联系" line="走访、接待、约见，点两下就好" onTap={() => openDeputies('record', { town, id: own.mandate })} />}
        {own === undefined ? null : <Row icon="home" title="我联系的户，记过的联系" line="只有您自己看得到" onTap={() => openDeputies('mine', { town, id: own.mandate })} />}
        {own === undefined ? null : <Row icon="speak" title="我听到的意见" line="分给谁办，答复满意不满意" onTap={() => openDeputies('opinions', { town, id: own.mandate })} />}
        {keeps ? <Row icon="speak" title="意见和建议" line="联络站分、主席团交办" onTap={() => openDeputies('opinions', { town })} /> : null}
        {keeps ? <Row icon="desk" title="代表工作台" line="录入、档案、年终评议" onTap={() => openDeputies('office', { town })} /> : null}
        {answers ? <Row icon="inbox" title="交给我单位的代表建议" onTap={() => openDeputies('opinions', { town, unit: '1' })} /> : null}
      </Card>
    </Section>
  );
}

function Stations({ directory: { stations, receptionDow } }: { readonly directory: DirectoryView }): ReactNode {
  return (
    <Section title="代表联络站" aside={`每周${WEEKDAYS[receptionDow - 1] ?? ''}接待`}>
      {stations.map((one) => (
        <Card key={one.id} className="l-stack">
          <View className="t-title">{one.name}</View>
          <View className="t-hint">{one.address}</View>
          <View className="t-hint">{one.hours}</View>
          {one.duty === undefined ? null : <View className="t-hint">{one.duty}</View>}
          {one.phone === undefined ? null : <Button wide kind="quiet" icon="phone" text={`打电话 ${one.phone}`} label={`打电话给${one.name}`} onTap={() => call(one.phone ?? '')} />}
        </Card>
      ))}
    </Section>
  );
}

function Deputies({ directory: { deputies, town } }: { readonly directory: DirectoryView }): ReactNode {
  const groups = [...new Set(deputies.map(({ group = '' }) => group))].sort((one, other) => one.localeCompare(other, 'zh-CN'));
  return (
    <>
      {groups.map((group) => {
        const members = deputies.filter((one) => (one.group ?? '') === group);
        return (
          <Section key={group} title={group === '' ? '代表' : group} count={`${members.length} 位`}>
            <Card flush>{members.map((one) => <Row key={one.mandate} mark={<Avatar name={one.name} photo={one.photo} />} title={one.name} line={lineOf(one)} onTap={() => openDeputies('deputy', { town, id: one.mandate })} />)}</Card>
          </Section>
        );
      })}
    </>
  );
}

function lineOf({ level, constituency, job, suspended }: DeputyCard): string {
  return [LEVEL_WORDS[level], constituency, suspended ? '暂停执行职务' : job].filter(Boolean).join('，');
}

function Tell({ town }: { readonly town: string }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Note tone="plain" icon="info">不在名单上、评不了代表的，也可以把话说给联络站，一天内有人看。</Note>
      <Button wide kind="line" icon="speak" text="向联络站说一说" onTap={() => setOpen(true)} />
      <Card flush><Row icon="inbox" title="我说过的" line="谁在办，怎么答的" onTap={() => openDeputies('opinions', { mine: '1' })} /></Card>
      {open ? <SendOpinion town={town} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
