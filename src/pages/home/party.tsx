import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card } from '@/components/card';
import { DutyRow } from '@/components/points/duty-row';
import { Row } from '@/components/row';
import { useMode } from '@/hooks/use-mode';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';

/** 长辈版 has room for one of them (ui.md section 5). */
const MOST_IN_ELDER = 1;
const MOST = 3;

/** What of the branch waits for this member; nothing where nothing does. The year itself stands in 我的. */
export function PartyWaiting(): ReactNode {
  const { elder } = useMode();
  const duties = usePageData('points:waiting', () => api.points.waiting());
  const appraisal = usePageData('appraisals:mine', () => api.appraisals.mine(), { keep: false });
  const rows = [
    ...(appraisal.data === undefined ? [] : appraisalRows(appraisal.data)),
    ...(duties.data === undefined ? [] : duties.data.items.map((duty) => <DutyRow key={`${duty.kind}:${JSON.stringify(duty)}`} duty={duty} />)),
  ].slice(0, elder ? MOST_IN_ELDER : MOST);
  return rows.length === 0 ? null : <Card flush>{rows}</Card>;
}

function appraisalRows({ village, selfDue, boxes }: Awaited<ReturnType<typeof api.appraisals.mine>>): readonly ReactNode[] {
  if (village === undefined) return [];
  const open = () => void Taro.navigateTo({ url: `/packages/party/appraisal/index?village=${encodeURIComponent(village)}` });
  return [
    ...(selfDue ? [<Row key="self" icon="edit" tone="you" lineTone="you" title="写一写今年的自评" line="民主评议党员，几句话就行" onTap={open} />] : []),
    ...(boxes > 0 ? [<Row key="boxes" icon="ballot" tone="you" lineTone="you" title={`民主测评，还有 ${boxes} 位等您`} line="不记名" onTap={open} />] : []),
  ];
}
