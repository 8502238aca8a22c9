import { useMemo, useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Tap } from '@/components/tap';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import './index.scss';

export interface PickedVillage {
  readonly code: string;
  readonly name: string;
}

interface Place {
  readonly code: string;
  readonly name: string;
}

interface VillagePickerProps {
  readonly value: PickedVillage | undefined;
  readonly onChange: (village: PickedVillage) => void;
}

/** A town, then one of its villages. Names repeat inside a county, so a village is always chosen within its town (CODE-03). */
export function VillagePicker({ value, onChange }: VillagePickerProps): ReactNode {
  const [town, setTown] = useState<Place>();
  const towns = usePageData('places', () => api.people.places({}));
  const villages = usePageData(`places:${town?.code ?? ''}`, () => (town === undefined ? Promise.resolve(undefined) : api.people.places({ town: town.code })));
  if (towns.state === 'error' || towns.state === 'offline') return <Note tone="plain" icon="alert">村子的名单没拿到，网好了再选。</Note>;
  return (
    <View className="l-stack">
      <PlacePicker label="选镇" places={towns.data?.towns ?? []} chosen={town} onChange={setTown} />
      {town === undefined ? null : (
        <PlacePicker label="选村" places={villages.data?.villages ?? []} chosen={value} onChange={(village) => onChange({ code: village.code, name: `${town.name}${village.name}` })} />
      )}
    </View>
  );
}

interface PlacePickerProps {
  readonly label: string;
  readonly places: readonly Place[];
  readonly chosen: Place | undefined;
  readonly onChange: (place: Place) => void;
}

/**
 * One line that says what is chosen and opens the list under it. A list and not the phone's wheel: a wheel that has not come
 * to rest gives another row than the one in its middle, and a matter would go to the wrong place.
 */
export function PlacePicker({ label, places, chosen, onChange }: PlacePickerProps): ReactNode {
  const [open, setOpen] = useState(false);
  function choose(code: string): void {
    const place = places.find((one) => one.code === code);
    if (place === undefined) return;
    setOpen(false);
    onChange(place);
  }
  return (
    <View className="l-stack">
      <Tap className="c-picker-line" onTap={() => setOpen(!open)} label={chosen === undefined ? label : `${label}，现在是${chosen.name}`}>
        <View className="l-grow">{chosen?.name ?? label}</View>
        <Icon name="down" size="sm" />
      </Tap>
      {open ? <Options label={label} layout="two" options={places.map(({ code, name }) => ({ value: code, title: name }))} value={chosen?.code} onChange={choose} /> : null}
    </View>
  );
}

/**
 * The same array for the same words. Handed another one, Taro's wheel jumps back to its first row, also under the finger of
 * who is turning it while the page draws itself again, and then the first is what they choose.
 */
export function useSteadyList(words: readonly string[]): string[] {
  const joined = words.join('\n');
  return useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined]);
}
