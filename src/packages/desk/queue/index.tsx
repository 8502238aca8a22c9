import { useEffect, useState, type ReactNode } from 'react';
import Taro, { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button, TextButton } from '@/components/button';
import { Card, Section } from '@/components/card';
import { FilterTiles } from '@/components/filter-tiles';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { PlacePicker } from '@/components/village-picker';
import { categoryWords } from '@/domain/wording/issues';
import { useAct } from '@/hooks/use-act';
import { useBusy } from '@/hooks/use-busy';
import { useMe } from '@/hooks/use-me';
import { useWide } from '@/hooks/use-wide';
import { api } from '@/services/client';
import type { Me, QueueAnswer, QueueItem } from '@/services/views';
import { DeskPage } from '../desk-page';
import { areaOfDesk, desksOf, homeDesksOf, seesRestricted, villageOfDesk, type Desk } from '../desks';
import { openEntry } from '../menu';
import { MoreSheet } from '../more-sheet';
import { readAll } from '@/services/read-all';
import { FilterSheet } from './filter-sheet';
import { groupsOf } from './groups';
import { MatterRow } from './matter-row';
import { Paper } from './paper';
import { useQueue, type Filter, type Show } from './use-queue';

/** The desk: what is to be accepted, handled and decided, what is late first. */
export default function Queue(): ReactNode {
  const me = useMe();
  const wide = useWide();
  const [filter, setFilter] = useState<Filter>({ show: 'ALL' });
  const [sheet, setSheet] = useState<'filter' | 'more'>();
  const list = useQueue(filter, { keep: me.data !== undefined && !seesRestricted(me.data) });
  useReachBottom(() => void list.more());
  const [paper, setPaper] = useState<readonly QueueItem[]>([]);
  const printing = useBusy(async () => print(await readAll((after) => api.issues.queue({ ...filter, ...(after === undefined ? {} : { after }) }))));
  useEffect(() => { if (paper.length > 0) window.print(); }, [paper]);

  function print(items: readonly QueueItem[]): void {
    setPaper(items);
    if (items.length === 0) void Taro.showToast({ title: '没有事项可打印', icon: 'none' });
  }

  const desks = desksOf(me.data);
  const village = desks.flatMap((desk) => villageOfDesk(desk) ?? [])[0];
  const canPrint = process.env.TARO_ENV === 'h5' ? () => void printing.run() : undefined;
  const narrowed = filter.category !== undefined || filter.area !== undefined || filter.show === 'CLOSED';
  const find = { text: wide ? '按类别、地点找' : '挑着看', label: '按类别、地点找', icon: 'filter' as const, onTap: () => setSheet('filter') };

  return (
    <DeskPage
      title="工作台"
      at="queue"
      staleAt={list.first.staleAt}
      actions={wide ? <><Button small {...find} /><Button small text="打印" busy={printing.busy ? '正在拿全…' : undefined} onTap={() => void printing.run()} /></> : undefined}
      bar={wide ? undefined : <Bar main={{ ...find, kind: 'quiet' }} second={{ text: '更多', icon: 'grid', onTap: () => setSheet('more') }} />}
    >
      <View className="p-screen l-blocks">
        <Head me={me.data} posts={list.posts} filter={filter} onFilter={setFilter} />
        <Tiles counts={list.counts} show={filter.show} onShow={(show) => setFilter({ ...filter, show })} />
        {narrowed ? <View className="l-between"><View className="t-hint">{`只看${narrowWords(filter)}，上面的数是全部的`}</View><TextButton text="全部都看" onTap={() => setFilter({ show: 'ALL' })} /></View> : null}
        {printing.error === undefined ? null : <Note tone="bad" said="alert">清单没拿全，网好了再打印。</Note>}
        <Loaded
          page={list.first}
          isEmpty={() => list.items.length === 0 && !list.hasMore}
          empty={narrowed || filter.show !== 'ALL'
            ? { title: '没有这样的事', line: '换一个条件看看。', icon: 'search', action: { text: '全部都看', kind: 'quiet', onTap: () => setFilter({ show: 'ALL' }) } }
            : { title: '手上没有事', line: '有人报事会到这里，收件箱也会告诉您。' }}
        >
          {() => <Matters items={list.items} filter={filter} hasMore={list.hasMore} several={desks.some(({ kind }) => kind !== 'GRID' && kind !== 'VILLAGE')} onChanged={() => void list.first.reload()} />}
        </Loaded>
        {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
      </View>
      <Paper title={`事项清单 ${me.data?.person?.name ?? ''}`} items={paper} />
      <FilterSheet open={sheet === 'filter'} filter={filter} village={village} onClose={() => setSheet(undefined)} onChoose={setFilter} />
      <MoreSheet open={sheet === 'more'} here="queue" onClose={() => setSheet(undefined)} onPrint={canPrint} />
    </DeskPage>
  );
}

/** What is seen, in words: 办完的、卫生环境、选的那一片. */
function narrowWords({ category, area, show }: Filter): string {
  const words = [show === 'CLOSED' ? '办完的' : '', category === undefined ? '' : categoryWords(category), area === undefined ? '' : '选的那一片'];
  return words.filter((word) => word !== '').join('、');
}

interface HeadProps {
  readonly me: Me | undefined;
  readonly posts: QueueAnswer['posts'];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Whose desk it is. Who holds several posts can look at one of them. */
function Head({ me, posts, filter, onFilter }: HeadProps): ReactNode {
  const desks = desksOf(me);
  const [post, setPost] = useState('');
  const chosen = posts.find((one) => one.post === post) ?? (posts.length === 1 ? posts[0] : undefined);
  const all = { code: '', name: `全部 ${desks.length} 个岗位` };
  const choices = [all, ...desks.map((desk) => ({ code: desk.post, name: `${desk.duty} · ${desk.area}` }))];

  function choose(code: string): void {
    setPost(code);
    const desk: Desk | undefined = desks.find((one) => one.post === code);
    const { area: _, ...rest } = filter;
    onFilter(desk === undefined ? rest : { ...rest, area: areaOfDesk(desk) });
  }

  return (
    <>
      <View className="l-between l-wrap">
        <View className="l-grow">
          <View className="t-question">{[me?.person?.name, chosen?.area].filter(Boolean).join(' · ')}</View>
          <View className="t-hint">{headLine(desks, chosen)}</View>
        </View>
        {homeDesksOf(me).length === 0 ? null : <Button kind="line" icon="plus" text="代报" label="替人报事" onTap={() => openEntry('for-whom', false)} />}
      </View>
      {desks.length < 2 ? null : <PlacePicker label={all.name} places={choices} chosen={choices.find(({ code }) => code === post)} onChange={({ code }) => choose(code)} />}
    </>
  );
}

function headLine(desks: readonly Desk[], post: QueueAnswer['posts'][number] | undefined): string {
  if (post === undefined) return [...new Set(desks.map(({ duty }) => duty))].join('、');
  const size = [post.households === undefined ? '' : `${post.households} 户`, post.people === undefined ? '' : `${post.people} 人`].filter(Boolean).join(' ');
  return [post.duty, size].filter(Boolean).join('，');
}

interface TilesProps {
  readonly counts: QueueAnswer['counts'] | undefined;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}

function Tiles({ counts, show, onShow }: TilesProps): ReactNode {
  if (counts === undefined) return null;
  return (
    <FilterTiles
      label="看哪些"
      value={show}
      onChange={onShow}
      tiles={[
        { value: 'ALL', count: counts.all, text: '全部' },
        { value: 'OVERDUE', count: counts.overdue, text: '超期', tone: 'bad' },
        { value: 'TODAY', count: counts.today, text: '今天到期', tone: 'you' },
        { value: 'UNACCEPTED', count: counts.unaccepted, text: '待签收', tone: 'you' },
        // Only an upper level has something to decide, and not often.
        ...(counts.decide > 0 || show === 'DECIDE' ? [{ value: 'DECIDE' as const, count: counts.decide, text: '等我定', tone: 'you' as const }] : []),
      ]}
    />
  );
}

interface MattersProps {
  readonly items: readonly QueueItem[];
  readonly filter: Filter;
  readonly hasMore: boolean;
  readonly several: boolean;
  readonly onChanged: () => void;
}

function Matters({ items, filter, hasMore, several, onChanged }: MattersProps): ReactNode {
  const [accepting, setAccepting] = useState<string>();
  const accept = useAct((requestId, issueId: string) => api.issues.accept({ requestId, issueId }), { done: () => undefined, said: '签收了，报事人会知道' });

  async function take(issueId: string): Promise<void> {
    setAccepting(issueId);
    await accept.run(issueId);
    setAccepting(undefined);
    // After a refusal too: whoever else accepted it is then to be seen.
    onChanged();
  }

  const row = (item: QueueItem) => <MatterRow key={item.issueId} item={item} withVillage={several} onAccept={(id) => void take(id)} accepting={accepting === item.issueId} />;
  if (filter.show === 'CLOSED') return <Section title="办完的"><Card flush>{items.map(row)}</Card></Section>;
  return groupsOf(items, hasMore).map(({ due, title, tone, items: own, whole }) => (
    <Section key={due} title={title} {...(whole ? { count: own.length } : {})} countTone={tone}><Card flush>{own.map(row)}</Card></Section>
  ));
}
