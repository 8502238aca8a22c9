import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { formatDay } from '@/domain/basics/civil-time';
import { HEADING_WORDS, MEASURE_WORDS, VERDICT_WORDS } from '@/domain/wording/deputies';
import { GRADE_WORDS, legalWayWords } from '@/domain/wording/voting';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { DeputyPageView, SuggestionView } from '@/services/views';
import { call, openDeputies } from '../links';
import { compositeLine, countsLine, intervalLine, ratingLine } from '../rating-words';
import { SendOpinion } from '../send-opinion';
import { outcomeWords, Who, YearFigures } from '../year';

/** One deputy: how to reach them, their year, what came of it, what voters said (DEP-03, 09, 17). */
export default function Deputy(): ReactNode {
  const { town = '', id = '' } = useRouter().params;
  const page = usePageData(`deputy:${id}`, () => api.deputies.deputy({ town, mandate: id }));
  const me = useMe();
  const [telling, setTelling] = useState(false);
  return (
    <Page title="人大代表" staleAt={page.staleAt}>
      <Loaded page={page}>
        {(view) => (
          <>
            <Card className="l-stack3">
              <Who deputy={view.deputy} photo={view.deputy.photo} />
              {view.deputy.suspended ? <View className="l-line"><Chip tone="idle" icon="pause" text="暂停执行职务" /></View> : null}
              <YearFigures year={view.year} />
              <View className="t-small">{view.year.year}年，自己记的和主席团记的</View>
            </Card>
            <Reach view={view} />
            {me.data?.person === undefined || view.deputy.own ? null : <Button wide kind="line" icon="speak" text={`向${view.deputy.name}反映`} onTap={() => setTelling(true)} />}
            {view.ratings.map((rating) => <Rating key={rating.year} rating={rating} />)}
            {view.setAside.map((one) => <Note key={one.year} tone="plain" icon="info" title={`${one.year}年选民评议没有作数`}>{`票数对不上，没有公布。${one.reason}`}</Note>)}
            <Suggestions suggestions={view.suggestions} />
            <Entries entries={view.entries} />
            {view.deputy.level === 'TOWN' || view.deputy.level === 'COUNTY' ? <Note tone="plain" icon="info" title="想罢免代表">{legalWayWords(view.deputy.level === 'TOWN' ? 'RECALL_TOWN_DEPUTY' : 'RECALL_COUNTY_DEPUTY')}</Note> : null}
            {telling ? <SendOpinion town={town} deputy={view.deputy} onClose={() => setTelling(false)} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Reach({ view: { phone, station, deputy } }: { readonly view: DeputyPageView }): ReactNode {
  const number = phone ?? station?.phone;
  return (
    <Section title={`怎么找${deputy.name}`}>
      <Card className="l-stack">
        {deputy.hours === undefined ? null : <View>{deputy.hours}</View>}
        {station === undefined ? null : <View className="t-hint">{`${station.name}，${station.address}，${station.hours}`}</View>}
        {number === undefined ? null : <Button wide kind="quiet" icon="phone" text={phone === undefined ? `打联络站 ${number}` : `打电话给${deputy.name}`} onTap={() => call(number)} />}
        {phone === undefined ? <View className="t-small">本人没有公开电话，打联络站就能转到。</View> : null}
      </Card>
    </Section>
  );
}

/** What the voters said, as it was published, with its counts (DEP-17). */
function Rating({ rating: { year, rating, confirmed, boxId } }: { readonly rating: DeputyPageView['ratings'][number] }): ReactNode {
  const interval = intervalLine(rating);
  const counts = countsLine(rating);
  return (
    <Section title={`${year}年选民评议`}>
      <Card className="l-stack">
        {confirmed.grade === undefined ? null : <View className="t-question">{GRADE_WORDS[confirmed.grade]}</View>}
        <View>{ratingLine(rating)}</View>
        {counts === undefined ? null : <View className="t-hint">{counts}</View>}
        {interval === undefined ? null : <View className="t-hint">{interval}</View>}
        {confirmed.composite === undefined ? null : <View className="t-hint">{compositeLine(confirmed.composite)}主席团打分的理由：{confirmed.composite.reason}</View>}
        {confirmed.reason === undefined ? null : <View className="t-hint">主席团说明：{confirmed.reason}</View>}
        {confirmed.measures.length === 0 ? null : <View className="t-hint">主席团决定：{confirmed.measures.map((one) => MEASURE_WORDS[one]).join('、')}{confirmed.rectifyBy === undefined ? '' : `，${formatDay(confirmed.rectifyBy)}前`}</View>}
        <View className="t-small">选民按名单一人一票评的，由镇人大主席团确认。</View>
        {rating.verdict === 'HIDDEN' ? null : <Button wide icon="ticket" text="查我的票在不在里面" onTap={() => openDeputies('receipt', { box: boxId })} />}
      </Card>
    </Section>
  );
}

function Suggestions({ suggestions }: { readonly suggestions: readonly SuggestionView[] }): ReactNode {
  if (suggestions.length === 0) return null;
  return (
    <Section title="提的建议，结果怎样" count={`${suggestions.length} 条`}>
      {suggestions.map((one) => (
        <Card key={one.opinionId} className="l-stack">
          <View className="t-label">{one.title}</View>
          <View className="t-hint">{outcomeWords(one)}{one.verdicts.length === 0 ? '' : `，代表评：${one.verdicts.map((verdict) => VERDICT_WORDS[verdict]).join('、再评')}`}</View>
          {one.replies.map((reply) => <View key={reply.at} className="t-hint">{reply.by}：{reply.text}</View>)}
        </Card>
      ))}
    </Section>
  );
}

function Entries({ entries }: { readonly entries: DeputyPageView['entries'] }): ReactNode {
  if (entries.length === 0) return null;
  return (
    <Section title="一件件看">
      <Card flush>{entries.map((one, index) => <Row key={index} icon="calendar" tone="plain" title={one.title} line={`${formatDay(one.on)}，${HEADING_WORDS[one.heading]}${one.came ? '' : '，没到'}`} />)}</Card>
    </Section>
  );
}
