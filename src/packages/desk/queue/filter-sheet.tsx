import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { SwitchRow } from '@/components/switch-row';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { PlacePicker } from '@/components/village-picker';
import { CATEGORIES } from '@/domain/issues/issue';
import { categoryWords } from '@/domain/wording/issues';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { Filter } from './use-queue';

const ALL_KINDS = { code: '', name: '所有类别' };
const ALL_PLACES = { code: '', name: '所有地方' };
const KINDS = [ALL_KINDS, ...CATEGORIES.map((code) => ({ code, name: categoryWords(code) }))];

interface FilterSheetProps {
  readonly open: boolean;
  readonly filter: Filter;
  /** Whose grids can be chosen; undefined for a town's desk, which chooses among villages elsewhere. */
  readonly village: string | undefined;
  readonly onClose: () => void;
  readonly onChoose: (filter: Filter) => void;
}

/** By kind and place, and what is closed already. */
export function FilterSheet(props: FilterSheetProps): ReactNode {
  return props.open ? <OpenFilter {...props} /> : null;
}

function OpenFilter({ filter, village, onClose, onChoose }: FilterSheetProps): ReactNode {
  const [category, setCategory] = useState(filter.category);
  const [area, setArea] = useState(filter.area);
  const [closed, setClosed] = useState(filter.show === 'CLOSED');
  const places = usePageData(`grids:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.people.places({ village })));
  const grids = [ALL_PLACES, ...(places.data?.grids ?? [])];

  function choose(): void {
    const show = closed ? 'CLOSED' as const : filter.show === 'CLOSED' ? 'ALL' as const : filter.show;
    onChoose({ show, ...(category === undefined ? {} : { category }), ...(area === undefined ? {} : { area }) });
    onClose();
  }

  return (
    <Sheet
      open
      title="按类别、地点找"
      onClose={onClose}
      bar={<Bar main={{ text: '就看这些', onTap: choose }} second={{ text: '全部都看', onTap: () => { onChoose({ show: 'ALL' }); onClose(); } }} />}
    >
      <Field label="类别">
        <PlacePicker label="所有类别" places={KINDS} chosen={KINDS.find(({ code }) => code === (category ?? ''))} onChange={({ code }) => setCategory(CATEGORIES.find((value) => value === code))} />
      </Field>
      {village === undefined ? null : (
        <Field label="地点">
          {places.state === 'error' || places.state === 'offline'
            ? <Note tone="plain" icon="alert">网格的名单没拿到，网好了再选。</Note>
            : <PlacePicker label="所有地方" places={grids} chosen={grids.find(({ code }) => code === (area ?? ''))} onChange={({ code }) => setArea(code === '' ? undefined : code)} />}
        </Field>
      )}
      <Card flush><SwitchRow title="看办完的" line="办结、撤回、转到别处的" on={closed} onChange={setClosed} /></Card>
    </Sheet>
  );
}
