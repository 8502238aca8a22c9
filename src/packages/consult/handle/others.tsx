import type { ReactNode } from 'react';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { ConsultDetail } from '@/services/views';
import { watchedArea } from '../watched';

interface OthersProps {
  readonly matter: ConsultDetail;
  readonly value: string | undefined;
  readonly onChange: (consultationId: string) => void;
}

/** The matters that one can be merged into: of the village, public, not decided yet. */
export function Others({ matter, value, onChange }: OthersProps): ReactNode {
  const area = watchedArea(useMe().data) ?? '';
  const page = usePageData(`consult-others:${area}`, () => api.consultations.desk({ area, open: true }));
  const fits = (page.data?.items ?? []).filter(({ consultationId, stage, audience }) => consultationId !== matter.consultationId && (stage === 'REVIEWING' || (stage === 'RAISED' && audience === 'VILLAGE')));
  return (
    <Loaded page={page} isEmpty={() => fits.length === 0} empty={{ title: '没有能并过去的', line: '要并到一件公开的、还没定的事。' }}>
      {() => <Options label="并到哪一件" options={fits.map(({ consultationId, title, place }) => ({ value: consultationId, title, line: place }))} value={value} onChange={onChange} />}
    </Loaded>
  );
}
