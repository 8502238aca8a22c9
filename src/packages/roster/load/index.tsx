import { useEffect, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { DataTable } from '@/components/desk/data-table';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { levelOf } from '@/domain/areas/code';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import { api } from '@/services/client';
import type { LoadView, VillageReport } from '@/services/views';
import { filesWords } from '../files-words';
import { STATE_CHIP, VILLAGE_CHIP } from '../state-chip';
import { Problems } from './problems';
import './index.scss';

/** How often progress is asked for while something runs. */
const POLL_MS = 1_500;

/** What is wrong row by row, what would change village by village, then the load with its progress. */
export default function RosterLoad(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`roster:${id}`, () => api.roster.progress({ loadId: id }), { keep: false });
  const { data, reload } = page;
  const running = data?.state === 'CHECKING' || data?.state === 'LOADING';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void reload(), POLL_MS);
    return () => clearInterval(timer);
  }, [running, reload]);
  const load = useAct((requestId, loadId: string) => api.roster.load({ requestId, loadId }), { done: () => void reload(), quiet: true });

  async function confirmLoad(view: LoadView): Promise<void> {
    const { confirm } = await Taro.showModal({
      title: `导入${unitsWords(readyOf(view))}`,
      content: readyOf(view).length === view.villages.length ? '每个村要么整村导进去，要么一点不动。' : '有错的不会动，改好再传。其余每个村要么整村导进去，要么一点不动。',
      confirmText: '导入',
      cancelText: '先不导',
    });
    if (confirm) await load.run(view.loadId);
  }

  return (
    <DeskPage title="核对结果" at="roster" staleAt={page.staleAt} bar={data === undefined ? undefined : <LoadBar view={data} busy={load.busy} error={load.errorLine} onLoad={() => void confirmLoad(data)} />}>
      <Loaded page={page}>
        {(view) => (
          <>
            <Summary view={view} />
            <Villages villages={view.villages} />
            {view.problems + view.warnings === 0 || view.state === 'CHECKING' ? null : <Problems view={view} />}
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}

interface LoadBarProps {
  readonly view: LoadView;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onLoad: () => void;
}

function LoadBar({ view, busy, error, onLoad }: LoadBarProps): ReactNode {
  const ready = readyOf(view);
  if (view.state === 'LOADED' || view.state === 'PARTLY_LOADED') {
    // Offices of a town or the county stand in the same list, and what was refused is as it was.
    const loaded = view.villages.find(({ village, state }) => state === 'LOADED' && levelOf(village) === 'VILLAGE');
    return loaded === undefined ? null : <Bar main={{ text: '看岗位和网格', onTap: () => void Taro.redirectTo({ url: `/packages/desk/check/index?village=${loaded.village}` }) }} />;
  }
  if (view.state !== 'CHECKED' && view.state !== 'LOADING') return null;
  return <Bar main={{ text: `导入${unitsWords(ready)}`, onTap: onLoad, reason: ready.length === 0 && !busy && view.state === 'CHECKED' ? '没有可以导的村，先改错' : undefined, busy: busy || view.state === 'LOADING' ? '正在导入，可以离开这一页…' : undefined }} error={error} />;
}

function readyOf({ villages }: LoadView): readonly VillageReport[] {
  return villages.filter(({ state }) => state === 'CHECKED');
}

/** Officers of a town or the county are loaded as units of their own beside the villages. */
function unitsWords(units: readonly VillageReport[]): string {
  const villages = units.filter(({ village }) => levelOf(village) === 'VILLAGE').length;
  return [villages === 0 ? '' : ` ${villages} 个村`, villages === units.length ? '' : '镇县人员'].filter((part) => part !== '').join('和');
}

function Summary({ view }: { readonly view: LoadView }): ReactNode {
  const share = view.rows === 0 ? 0 : Math.min(1000, Math.round((view.rowsDone * 1000) / view.rows));
  return (
    <Card className="p-load__summary">
      <View className="l-between l-wrap">
        <View className="t-title l-grow">{filesWords(view.files)}</View>
        <Chip {...STATE_CHIP[view.state]} />
      </View>
      <View className="t-hint">{`一共 ${view.rows} 行，${unitsWords(view.villages).trim()}`}</View>
      {view.files.length < 2 ? null : <View className="t-small">{view.files.map(({ name }) => name).join('、')}</View>}
      {view.problems > 0 ? <Note tone="bad" icon="alert" title={`${view.problems} 处要改`}>有错的村整村不导，别的村不受影响。</Note> : null}
      {view.warnings > 0 ? <Note tone="you" icon="info" title={`${view.warnings} 处请看一眼`}>不影响导入。</Note> : null}
      {view.state === 'CHECKING' || view.state === 'LOADING' ? (
        <View className="p-load__track" {...aria({ role: 'progressbar', label: `做了 ${view.rowsDone} 行，共 ${view.rows} 行` })}>
          <View className="p-load__fill" style={`width:${share / 10}%`} />
        </View>
      ) : null}
    </Card>
  );
}

function Villages({ villages }: { readonly villages: readonly VillageReport[] }): ReactNode {
  if (villages.length === 0) return null;
  return (
    <Card>
      <View className="t-title">会改什么</View>
      <DataTable
        caption="每个村会添、改、去掉多少"
        rows={villages}
        rowKey={({ village }) => village}
        columns={[
          { key: 'name', head: '村（社区）', cell: ({ name }) => name },
          { key: 'state', head: '能不能导', cell: ({ state }) => <Chip {...VILLAGE_CHIP[state]} /> },
          { key: 'grids', head: '网格', cell: ({ grids }) => changesWords(grids) },
          { key: 'posts', head: '岗位', cell: ({ posts }) => changesWords(posts) },
          { key: 'households', head: '户', cell: ({ households }) => changesWords(households) },
          { key: 'people', head: '人', cell: ({ people }) => changesWords(people) },
          { key: 'problems', head: '要改', numeric: true, cell: ({ problems }) => problems },
        ]}
      />
    </Card>
  );
}

function changesWords({ add, change, leave, same }: VillageReport['people']): string {
  const parts = [add > 0 ? `添 ${add}` : '', change > 0 ? `改 ${change}` : '', leave > 0 ? `表里没有 ${leave}` : '', same > 0 ? `不变 ${same}` : ''];
  return parts.filter((part) => part !== '').join('，') || '—';
}
