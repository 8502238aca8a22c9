import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { REMARK_KIND_WORDS } from '@/domain/wording/appraisals';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { AppraisalItemView, AppraisalView } from '@/services/views';

interface RemarksOnMeProps {
  readonly appraisal: AppraisalView;
  readonly own: AppraisalItemView;
}

/** What the others remarked, each with a name, for the member to read. */
export function RemarksOnMe({ appraisal, own }: RemarksOnMeProps): ReactNode {
  return (own.remarks ?? 0) === 0 ? null : <Remarks appraisal={appraisal} own={own} />;
}

function Remarks({ appraisal: { village, year }, own: { personId, remarks = 0 } }: RemarksOnMeProps): ReactNode {
  const list = usePages(`remarks:${village}:${year}:${personId}`, ({ after }) => api.appraisals.remarks({ village, year, about: personId, ...(after === undefined ? {} : { after }) }), { keep: false });
  const now = serverNow();
  return (
    <Section title="大家给我提的" count={`${remarks} 条`}>
      <Card flush>{list.items.map(({ remarkId, by, kind, text, at }) => <Row key={remarkId} icon={kind === 'MERIT' ? 'ok' : 'speak'} tone="plain" title={text} line={`${REMARK_KIND_WORDS[kind]} · ${by} · ${formatMoment(at, now)}`} />)}</Card>
      {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
    </Section>
  );
}
