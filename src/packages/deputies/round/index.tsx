import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { MEASURE_WORDS, NOT_RATED_WORDS } from '@/domain/wording/deputies';
import { GRADE_WORDS } from '@/domain/wording/voting';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { RoundItemView, RoundView } from '@/services/views';
import { officeTownOf } from '../links';
import { compositeLine, countsLine, intervalLine, ratingLine } from '../rating-words';
import { ConfirmSheet } from './confirm-sheet';
import { SetAsideSheet } from './set-aside-sheet';

/** A year's rating for the presidium, from the roll to the publication; in the order of names (DEP-10..17). */
export default function RoundPage(): ReactNode {
  const { town = '', year = '' } = useRouter().params;
  const me = useMe();
  const page = usePageData(`round:${town}:${year}`, () => api.deputies.round({ town, year: Number(year) }), { keep: false });
  const [confirming, setConfirming] = useState<RoundItemView>();
  const [held, setHeld] = useState<RoundItemView>();
  const presides = officeTownOf(me.data, 'PRESIDIUM') === town;
  const publish = useAct((requestId) => api.deputies.publish({ requestId, town, year: Number(year) }), { done: () => void page.reload(), said: '公布了，每位代表都会收到' });
  const round = page.data;
  const left = round?.items.filter(({ boxId, confirmed }) => boxId !== undefined && confirmed === undefined).length ?? 0;
  const over = round !== undefined && serverNow() >= round.closesAt;
  return (
    <Page
      title={`${year}年评议`}
      wide
      bar={round === undefined || !presides || !over || round.publishedAt !== undefined ? undefined : (
        <Bar main={{ text: '公布结果', reason: left > 0 ? `还有 ${left} 位没定` : undefined, busy: publish.busy ? '正在公布…' : undefined, onTap: () => void publish.run(undefined) }} hint="票数一起公布，公布了不能改" />
      )}
    >
      <Loaded page={page}>
        {(view) => (
          <>
            <Note tone="plain" icon="clock">{whenLine(view)}</Note>
            {view.items.filter(({ why }) => why === undefined).map((item) => <Item key={item.mandate} item={item} round={view} onAct={presides && view.publishedAt === undefined ? () => (item.held ? setHeld(item) : setConfirming(item)) : undefined} />)}
            <NotRated items={view.items} />
          </>
        )}
      </Loaded>
      {held === undefined ? null : <SetAsideSheet key={held.mandate} town={town} year={Number(year)} item={held} onClose={() => setHeld(undefined)} onDone={() => { setHeld(undefined); void page.reload(); }} />}
      {confirming === undefined ? null : <ConfirmSheet key={confirming.mandate} town={town} year={Number(year)} item={confirming} composite={round?.composite} onClose={() => setConfirming(undefined)} onDone={() => { setConfirming(undefined); void page.reload(); }} />}
    </Page>
  );
}

function whenLine({ opensAt, closesAt, publishedAt }: RoundView): string {
  const now = serverNow();
  if (publishedAt !== undefined) return `${formatMoment(publishedAt, now)}公布的，大家都看得到。`;
  if (now < opensAt) return `名单公示中，${formatMoment(opensAt, now)}开始评。`;
  return now < closesAt ? `正在评，最晚${formatDue(closesAt, now)}。截止以前，谁也看不到票数。` : '评完了。看过票数，一位一位定，再一起公布。';
}

function Item({ item, round, onAct }: { readonly item: RoundItemView; readonly round: RoundView; readonly onAct: (() => void) | undefined }): ReactNode {
  const { name, constituency, rating, confirmed, proposed } = item;
  const interval = rating && intervalLine(rating);
  const counts = rating && countsLine(rating);
  return (
    <Card className="l-stack">
      <View className="l-between l-wrap">
        <View className="t-title">{name}</View>
        {item.held ? <Chip tone="bad" text="票数对不上" /> : <Chip tone={confirmed !== undefined ? (confirmed.grade === undefined ? 'idle' : 'ok') : rating !== undefined ? 'you' : 'idle'} text={confirmed !== undefined ? (confirmed.grade === undefined ? '没有结果' : GRADE_WORDS[confirmed.grade]) : rating !== undefined ? '等主席团定' : serverNow() < round.closesAt ? '还没截止' : '正在数票'} />}
      </View>
      <View className="t-hint">{constituency}</View>
      {rating === undefined ? null : <View>{ratingLine(rating)}</View>}
      {counts === undefined ? null : <View className="t-hint">{counts}</View>}
      {interval === undefined ? null : <View className="t-hint">{interval}</View>}
      {rating?.suggested === undefined ? null : <View className="t-hint">按票数建议：{GRADE_WORDS[rating.suggested]}{proposed.length === 0 ? '' : `；可以考虑${proposed.map((one) => MEASURE_WORDS[one]).join('、')}`}</View>}
      {confirmed?.composite === undefined ? null : <View className="t-hint">{compositeLine(confirmed.composite)}打分的理由：{confirmed.composite.reason}</View>}
      {confirmed === undefined || confirmed.measures.length === 0 ? null : <View>主席团决定：{confirmed.measures.map((one) => MEASURE_WORDS[one]).join('、')}</View>}
      {item.held && onAct !== undefined ? <Button wide kind="line" text="这一位的票不作数" label={`不作数：${name}`} onTap={onAct} /> : null}
      {rating === undefined || onAct === undefined ? null : <Button wide kind={confirmed === undefined ? 'fill' : 'line'} text={confirmed === undefined ? '定下来' : '改一改'} label={`定下来：${name}`} onTap={onAct} />}
    </Card>
  );
}

function NotRated({ items }: { readonly items: readonly RoundItemView[] }): ReactNode {
  const left = items.filter(({ why }) => why !== undefined);
  if (left.length === 0) return null;
  return <Section title="今年不评的"><Card flush>{left.map(({ mandate, name, why, reason }) => <Row key={mandate} icon="info" tone="plain" title={name} line={why === undefined ? '' : [NOT_RATED_WORDS[why], reason].filter(Boolean).join('：')} />)}</Card></Section>;
}
