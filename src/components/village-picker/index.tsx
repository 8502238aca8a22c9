import { useMemo, useState, type ReactNode } from 'react';
import { Picker, View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
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

/** The phone's own picker, as one line that says what is chosen. */
export function PlacePicker({ label, places, chosen, onChange }: PlacePickerProps): ReactNode {
  const names = useSteadyList(places.map(({ name }) => name));
  return (
    <Picker
      mode="selector"
      range={names}
      value={Math.max(0, places.findIndex(({ code }) => code === chosen?.code))}
      onChange={({ detail }) => {
        const place = places[Number(detail.value)];
        if (place !== undefined) onChange(place);
      }}
    >
      <View className="c-picker-line">
        <View className="l-grow">{chosen?.name ?? label}</View>
        <Icon name="down" size="sm" />
      </View>
    </Picker>
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
