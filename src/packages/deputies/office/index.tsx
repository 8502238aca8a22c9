import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { formatDay, formatDue, formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { officeTownOf, openDeputies } from '../links';

type Rounds = Awaited<ReturnType<typeof api.deputies.rounds>>;

/** What the presidium and its station keep: the year's rating, the directory, the archive (DEP-01..03, 09, 10). */
export default function Office(): ReactNode {
  const { town = '' } = useRouter().params;
  const me = useMe();
  const presides = officeTownOf(me.data, 'PRESIDIUM') === town;
  const page = usePageData(`rounds:${town}`, () => api.deputies.rounds({ town }), { keep: false });
  return (
    <Page title="代表工作台" wide>
      <Loaded page={page}>
        {(rounds) => <RoundsOf town={town} rounds={rounds} presides={presides} onChanged={() => void page.reload()} />}
      </Loaded>
      <Section title="录入">
        <Card flush>
          {presides ? <Row icon="calendar" title="往档案里加一条" line="会议、视察、培训、述职、荣誉" onTap={() => openDeputies('enter', { town, what: 'entry' })} /> : null}
          <Row icon="pin" title="联络站" line="加一个，或者改地址、时间、电话" onTap={() => openDeputies('enter', { town, what: 'station' })} />
          {presides ? <Row icon="grid" title="加一个选区" line="哪几个村，几个名额" onTap={() => openDeputies('enter', { town, what: 'constituency' })} /> : null}
          {presides ? <Row icon="deputy" title="加一位代表" line="换届、补选以后" onTap={() => openDeputies('enter', { town, what: 'deputy' })} /> : null}
          {presides ? <Row icon="camera" title="代表的照片" line="放上、换掉、拿下来" onTap={() => openDeputies('enter', { town, what: 'photo' })} /> : null}
          {presides ? <Row icon="save" title="用表格录入" line="联络站、选区、代表，一次装进来" onTap={() => openDeputies('sheet', { town })} /> : null}
          {presides ? <Row icon="pause" title="暂停、恢复、离任" line="写上日子，年终评议照着算" onTap={() => openDeputies('enter', { town, what: 'standing' })} /> : null}
        </Card>
      </Section>
    </Page>
  );
}

interface RoundsProps {
  readonly town: string;
  readonly rounds: Rounds;
  readonly presides: boolean;
  readonly onChanged: () => void;
}

function RoundsOf({ town, rounds, presides, onChanged }: RoundsProps): ReactNode {
  const [opening, setOpening] = useState(false);
  const thisYear = rounds.items.some(({ year }) => year === rounds.year);
  return (
    <Section title="年终选民评议">
      {thisYear ? null : <Note tone="plain" icon="info">{`${rounds.year}年的还没开。名单先公示五天，再开始评。`}</Note>}
      {rounds.items.length === 0 ? null : <Card flush>{rounds.items.map((one) => <Row key={one.year} icon="ballot" title={`${one.year}年，评 ${one.rated} 位`} line={lineOf(one)} onTap={() => openDeputies('round', { town, year: String(one.year) })} />)}</Card>}
      {thisYear || !presides ? null : <Button wide kind="fill" icon="ballot" text={`开${rounds.year}年的评议`} onTap={() => setOpening(true)} />}
      {opening ? <OpenRound town={town} rounds={rounds} onClose={() => setOpening(false)} onDone={() => { setOpening(false); onChanged(); }} /> : null}
    </Section>
  );
}

function lineOf({ opensAt, closesAt, publishedAt, rated, confirmed }: Rounds['items'][number]): string {
  const now = serverNow();
  if (publishedAt !== undefined) return `${formatMoment(publishedAt, now)}公布的`;
  if (now < opensAt) return `名单公示，${formatMoment(opensAt, now)}开始`;
  return now < closesAt ? `正在评，最晚${formatDue(closesAt, now)}` : `评完了，定了 ${confirmed}/${rated} 位`;
}

function OpenRound({ town, rounds: { year, usual }, onClose, onDone }: { readonly town: string; readonly rounds: Rounds; readonly onClose: () => void; readonly onDone: () => void }): ReactNode {
  const [opensOn, setOpensOn] = useState(usual.opensOn);
  const [closesOn, setClosesOn] = useState(usual.closesOn);
  const open = useAct((requestId, dates: { readonly opensOn: string; readonly closesOn: string }) => api.deputies.openRound({ requestId, town, year, ...dates }), { done: onDone, said: '开了，名单开始公示', quiet: true });
  return (
    <Sheet open title={`开${year}年的评议`} line="评选民直接选的镇、县代表；上级代表不在这里评" onClose={onClose} busy={open.busy} error={open.errorLine} bar={<Bar main={{ text: '公示名单', busy: open.busy ? '正在开…' : undefined, onTap: () => void open.run({ opensOn, closesOn }) }} hint={`${formatDay(opensOn)}到${formatDay(closesOn)}，开了就不能改日子`} />}>
      <Field label="哪天开始评"><DateLine label="选哪一天" value={opensOn} onChange={setOpensOn} from={`${year}-01-01`} to={`${year}-12-31`} /></Field>
      <Field label="哪天截止"><DateLine label="选哪一天" value={closesOn} onChange={setClosesOn} from={opensOn} to={`${year}-12-31`} /></Field>
    </Sheet>
  );
}
