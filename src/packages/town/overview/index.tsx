import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { Picker, View } from '@tarojs/components';
import { Card } from '@/components/card';
import { RateCard } from '@/components/desk/rate-card';
import { TrendChart } from '@/components/desk/trend-chart';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Tap } from '@/components/tap';
import { useSteadyList } from '@/components/village-picker';
import { addCivilMonths, civilDateOf, formatDay, formatMoment, monthOf } from '@/domain/basics/civil-time';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import { isCounty, overseenArea } from '@/packages/desk/desks';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { ByCategory, ByVillage } from './breakdown';
import { Export } from './export';
import { GridPosts } from './grid-posts';
import { OverdueCard } from './overdue-card';
import { changeOf, percentOf, permilleOf } from './rates';
import type { Overview } from './view';
import './index.scss';

/** How many months back can be looked at. */
const MONTHS = 12;

/** A town's, village's or the county's outcomes of a month: three rates with what they were made of, never a league table (EVT-15, BUR-01, BUR-04). */
export default function TownOverview(): ReactNode {
  const me = useMe();
  const { area: asked } = useRouter().params;
  const area = asked ?? overseenArea(me.data);
  const [month, setMonth] = useState(() => monthOf(civilDateOf(serverNow())));
  const page = usePageData(`overview:${area ?? ''}:${month}`, () => api.issues.overview({ month, ...(area === undefined ? {} : { area }) }));
  const { data } = page;
  return (
    <DeskPage
      title="总览"
      at="overview"
      {...(data === undefined ? {} : { line: `${data.area.name}，${formatDay(data.from)} — ${formatDay(data.to)}${data.area.villages > 1 ? `，${data.area.villages} 个村（社区）` : ''}` })}
      staleAt={page.staleAt}
      actions={<><MonthPicker month={month} onChange={setMonth} /><Export area={area} month={month} /></>}
    >
      <Loaded page={page}>{(overview) => <Figures overview={overview} area={area} />}</Loaded>
    </DeskPage>
  );
}

function MonthPicker({ month, onChange }: { readonly month: string; readonly onChange: (month: string) => void }): ReactNode {
  const thisMonth = monthOf(civilDateOf(serverNow()));
  const months = Array.from({ length: MONTHS }, (_, back) => monthOf(addCivilMonths(`${thisMonth}-01`, -back)));
  const names = useSteadyList(months.map(monthWords));
  return (
    <Picker mode="selector" range={names} value={Math.max(0, months.indexOf(month))} onChange={({ detail }) => onChange(months[Number(detail.value)] ?? month)}>
      <View className="p-overview__month"><Icon name="calendar" size="sm" /><View>{month === thisMonth ? '本月' : monthWords(month)}</View><Icon name="down" size="xs" /></View>
    </Picker>
  );
}

function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

interface FiguresProps {
  readonly overview: Overview;
  readonly area: string | undefined;
}

function Figures({ overview, area }: FiguresProps): ReactNode {
  const { now, before, weeks } = overview;
  const shownWeeks = weeks.filter((_, at) => at >= weeks.length - MONTHS);
  const last = shownWeeks.at(-1);
  return (
    <>
      <View className="p-overview__rates">
        <RateCard title="响应率" {...percentOf(now.responded)} {...permilleOf(now.responded)} line={`按时签收 ${now.responded.numerator} ÷ 全部 ${now.responded.denominator}`} {...changeOf(now.responded, before.responded)} />
        <RateCard title="解决率" {...percentOf(now.solved)} {...permilleOf(now.solved)} line={`村民说解决了 ${now.solved.numerator} ÷ 已评价 ${now.solved.denominator}`} {...changeOf(now.solved, before.solved)} />
        <RateCard title="满意率" {...percentOf(now.satisfied)} {...permilleOf(now.satisfied)} line={`满意 ${now.satisfied.numerator} ÷ 已评价 ${now.satisfied.denominator}；未评价 ${now.satisfied.left} 件不算`} {...changeOf(now.satisfied, before.satisfied)} />
      </View>
      <View className="p-overview__more t-hint">
        <View>{`按期办结 ${now.onTime.numerator} ÷ 已办结 ${now.onTime.denominator}`}</View>
        <View>{`重办 ${now.reopened.numerator} ÷ 已办结 ${now.reopened.denominator}`}</View>
        {overview.countedAt === undefined ? null : <View>{`统计到 ${formatMoment(overview.countedAt, serverNow())}`}</View>}
      </View>
      <View className="p-overview__split">
        <View className="p-overview__main">
          <Card>
            <View className="t-title">{`近 ${shownWeeks.length} 周，新报和办结（件）`}</View>
            <TrendChart
              label={last === undefined ? '还没有可画的数' : `最近一周新报 ${last.reported} 件，办结 ${last.done} 件`}
              ticks={shownWeeks.map(({ from }) => `${Number(from.slice(5, 7))}-${from.slice(8)}`)}
              series={[{ name: '新报', values: shownWeeks.map(({ reported }) => reported) }, { name: '办结', values: shownWeeks.map(({ done }) => done) }]}
            />
          </Card>
          <GridPosts grids={overview.grids} />
        </View>
        <View className="p-overview__side">
          {isCounty(area) ? null : <OverdueCard area={area} />}
          {overview.topics.map(({ topicId, village, title, count, days }) => (
            <Tap key={topicId} label={`${days} 天里 ${count} 件同类事，${village}${title}`} onTap={() => void Taro.navigateTo({ url: '/packages/town/topics/index' })}>
              <Note tone="plain" icon="people" title={`${days} 天里 ${count} 件同类事`}>{`${village}“${title}”，可以开一次议事会`}</Note>
            </Tap>
          ))}
        </View>
      </View>
      <ByVillage villages={overview.villages} />
      <ByCategory categories={overview.categories} />
      {overview.villages.length > 1 ? <Note tone="plain" icon="info">按村名排，不排名次。数的是办成没有，不数登录、走访和点赞。</Note> : null}
    </>
  );
}
