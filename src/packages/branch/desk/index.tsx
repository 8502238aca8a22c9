import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { FilterTiles } from '@/components/filter-tiles';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { formatDay } from '@/domain/basics/civil-time';
import { usePageData } from '@/hooks/use-page-data';
import { useWide } from '@/hooks/use-wide';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import type { BranchOffice } from '@/services/branch-duties';
import { api } from '@/services/client';
import type { BranchView } from '@/services/views';
import { BranchChoice } from '../branch-choice';
import { openBranch } from '../links';
import { useBranch } from '../use-branch';
import { WaitingEntries } from '../waiting-entries';
import { WaitingPledges } from '../waiting-pledges';

const SHOWN = ['CHECK', 'APPROVE', 'PLEDGES', 'APPEAL'] as const;
type Shown = (typeof SHOWN)[number];

const EMPTY: Readonly<Record<Exclude<Shown, 'PLEDGES'>, { readonly title: string; readonly line: string }>> = {
  CHECK: { title: '没有等着核实的', line: '党员报了做的事，会到这里。' },
  APPROVE: { title: '没有等着审的', line: '核实过的、支部记的，会到这里。' },
  APPEAL: { title: '没有申诉', line: '党员对记分有意见，会到这里。' },
};

/** 支部工作台: what waits for the branch's eyes, with its evidence (PTY-04, 06, 14). */
export default function BranchDesk(): ReactNode {
  const { me, offices, office, choose } = useBranch();
  const branch = usePageData(`branch:${office?.village ?? ''}`, () => (office === undefined ? Promise.resolve(undefined) : api.points.branch({ village: office.village })), { keep: false });
  return (
    <DeskPage title="支部工作台" {...(office === undefined ? {} : { line: [branch.data?.name ?? office.name, office.duty].join('，') })} at="branch">
      <BranchChoice offices={offices} office={office} onChoose={choose} />
      <Loaded page={me}>
        {() => (office === undefined ? <NoDesk /> : <Loaded page={branch}>{(view) => (view === undefined ? null : <Waiting key={office.village} office={office} branch={view} onChanged={() => void branch.reload()} />)}</Loaded>)}
      </Loaded>
    </DeskPage>
  );
}

interface WaitingProps {
  readonly office: BranchOffice;
  readonly branch: BranchView;
  readonly onChanged: () => void;
}

function Waiting({ office: { village, approves, secretary }, branch, onChanged }: WaitingProps): ReactNode {
  const { step } = useRouter().params;
  const wide = useWide();
  const { waiting, cycle, open, may } = branch;
  const counts: Readonly<Record<Shown, number>> = { CHECK: waiting.check, APPROVE: waiting.approve, PLEDGES: waiting.pledges, APPEAL: waiting.appeals };
  const shown = SHOWN.filter((one) => one === 'CHECK' ? may.includes('CHECK') || !approves : approves);
  const [picked, setPicked] = useState<Shown | undefined>(SHOWN.find((one) => one === step));
  // Where something waits for the reader; a tile once tapped stays.
  const value = picked ?? shown.find((one) => counts[one] > 0) ?? shown[0] ?? 'CHECK';
  const texts: Readonly<Record<Shown, string>> = { CHECK: '等核实', APPROVE: '等审', PLEDGES: '承诺', APPEAL: '申诉' };
  return (
    <>
      {open || !may.includes('OPEN_CYCLE') ? null : <Card flush><Row icon="calendar" tone="you" title={`${cycle}年的还没开`} line="开了，党员才能承诺、报做的事" lineTone="you" onTap={() => openBranch('members', { village })} /></Card>}
      {approves ? <Objections village={village} /> : null}
      <FilterTiles<Shown> label="等着办的" value={value} onChange={setPicked} tiles={shown.map((one) => ({ value: one, count: counts[one], text: texts[one], tone: 'you' }))} />
      {value === 'PLEDGES'
        ? <WaitingPledges village={village} cycle={cycle} onChanged={onChanged} />
        : <WaitingEntries key={value} name={`branch:${village}:${value}`} step={value} load={(input) => api.points.queue({ village, step: value, ...input })} empty={EMPTY[value]} onChanged={onChanged} />}
      {wide ? null : (
        <Card flush>
          {may.includes('RECORD') ? <Row icon="edit" title="记一笔" line="扣分、加分，可以一次记几位" onTap={() => openBranch('record', { village })} /> : null}
          <Row icon="people" title="党员和积分" line="按姓名排，类别、小组、调整" onTap={() => openBranch('members', { village })} />
          <Row icon="board" title="积分公示" line="每季度公布，答复异议" onTap={() => openBranch('publication', { village })} />
          {approves ? <Row icon="ballot" title="民主评议" line="自评、测评、评定、上报" onTap={() => openBranch('appraisal', { village })} /> : null}
          {secretary ? <Row icon="save" title="以前的积分" line="从旧台账装进来，一年一次" onTap={() => openBranch('opening', { village })} /> : null}
        </Card>
      )}
      <View className="t-hint">两个人看过才记分：一位核实，另一位审。自己的由别人看。</View>
    </>
  );
}

/** What members object to in a publication waits as long as nobody has answered (PTY-10). */
function Objections({ village }: { readonly village: string }): ReactNode {
  const { data } = usePageData(`publications:${village}`, () => api.points.publications({ village }), { keep: false });
  const open = data?.items.flatMap(({ objections }) => objections.filter(({ answer }) => answer === undefined)).length ?? 0;
  if (data === undefined || (open === 0 && data.due === undefined)) return null;
  return (
    <Card flush>
      {open === 0 ? null : <Row icon="speak" tone="you" title={`${open} 条公示异议等答复`} onTap={() => openBranch('publication', { village })} />}
      {data.due === undefined ? null : <Row icon="board" tone="you" title="这一季度该公示了" line={`最晚${formatDay(data.due.by)}`} onTap={() => openBranch('publication', { village })} />}
    </Card>
  );
}
