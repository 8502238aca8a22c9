import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { PlaceRow } from '@/components/place-row';
import { Sheet } from '@/components/sheet';
import { PlacePicker, VillagePicker, type PickedVillage } from '@/components/village-picker';
import { lastRead, usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { Draft, DraftContent } from '@/services/drafts';
import type { Me, PlaceInput } from '@/services/views';

type Kind = PlaceInput['kind'];

interface PlaceFieldProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftContent>) => void;
  readonly home: Me['person'];
  readonly error?: string | undefined;
}

/** Where it is: my own grid unless changed; another grid, the whole village, or a point, and never a forced location (GRD-12). */
export function PlaceField({ draft, onChange, home, error }: PlaceFieldProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Field id="report-place" label="在哪里" error={error}>
      <PlaceRow title={placeTitle(draft, home)} {...(draft.placeText === '' ? {} : { line: draft.placeText })} changed={draft.place !== undefined} empty={isPlaceMissing(draft, home)} onChange={() => setOpen(true)} />
      <PlaceSheet open={open} draft={draft} onChange={onChange} home={home} onClose={() => setOpen(false)} />
    </Field>
  );
}

/** The place in one line: 三组，我家这一片. Of whom nothing is known yet, it is their own until they say otherwise. */
export function placeTitle(draft: Draft, home: Me['person']): string {
  if (draft.place !== undefined && draft.place.kind !== 'HOME') return draft.placeName ?? '另选的地方';
  if (draft.onBehalf !== undefined) return `${draft.onBehalf.name}家那一片`;
  if (lastRead<Me>('me') === undefined) return '我家这一片';
  return home === undefined ? '还没选' : `${home.grid.name}，我家这一片`;
}

/** Whether nothing says yet where it is: then there is nothing to change. */
export function isPlaceMissing(draft: Draft, home: Me['person']): boolean {
  return placeTitle(draft, home) === '还没选';
}

interface PlaceSheetProps extends Omit<PlaceFieldProps, 'error'> {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The choice itself; opened by the field, and by its line in 长辈版. */
export function PlaceSheet({ open, draft, onChange, home, onClose }: PlaceSheetProps): ReactNode {
  // Who one is may become known after this is drawn, so only what was chosen is kept; the rest follows.
  const [chosenKind, setKind] = useState<Kind | undefined>(draft.place?.kind);
  const [noMap, setNoMap] = useState(false);
  const [chosenVillage, setPicked] = useState<PickedVillage>();
  const kind = chosenKind ?? (home === undefined ? 'VILLAGE' : 'HOME');
  const picked = chosenVillage ?? (home === undefined ? undefined : { code: home.village.code, name: home.village.name });
  const grids = usePageData(`grids:${picked?.code ?? ''}`, () => (picked === undefined ? Promise.resolve(undefined) : api.people.places({ village: picked.code })));
  const options = [
    ...(home === undefined && draft.onBehalf === undefined ? [] : [{ value: 'HOME' as const, title: draft.onBehalf === undefined ? '我家这一片' : `${draft.onBehalf.name}家那一片` }]),
    { value: 'GRID' as const, title: '村里别的组、别的片' },
    { value: 'VILLAGE' as const, title: '说不清哪一片，全村的事' },
    { value: 'POINT' as const, title: '在地图上点一下', line: '只用来找最近的一片，不记您走到哪里' },
  ];

  function choose(next: Kind): void {
    setKind(next);
    setNoMap(false);
    if (next === 'HOME') onChange({ place: { kind: 'HOME' } });
    if (next === 'VILLAGE' && picked !== undefined) onChange({ place: { kind: 'VILLAGE', village: picked.code }, placeName: `${picked.name}，全村` });
    if (next === 'POINT') void choosePoint();
  }

  async function choosePoint(): Promise<void> {
    if (picked === undefined) return;
    // Closing the map and not agreeing to it are reported alike: what was chosen before stands.
    const spot = await Taro.chooseLocation({}).catch(() => undefined);
    if (spot === undefined) {
      setKind(draft.place?.kind);
      setNoMap(process.env.TARO_ENV === 'h5');
      return;
    }
    // Three decimals, about 100 m, find the nearest grid; more is nobody's business (CODE-08).
    const point = { latitude: rounded(spot.latitude), longitude: rounded(spot.longitude) };
    onChange({ place: { kind: 'POINT', village: picked.code, point }, placeName: spot.name === '' ? '地图上的一点' : spot.name });
  }

  return (
    <Sheet open={open} title="在哪里" onClose={onClose} bar={<Bar main={{ text: '就是这里', onTap: onClose }} />}>
      {home === undefined || kind === 'VILLAGE' || kind === 'GRID'
        ? <Field label="哪个村"><VillagePicker value={picked} onChange={(village) => { setPicked(village); onChange({ place: { kind: 'VILLAGE', village: village.code }, placeName: village.name }); }} /></Field>
        : null}
      <Options label="在哪里" options={options} value={kind} onChange={choose} />
      {kind === 'GRID' && picked !== undefined ? (
        <PlacePicker
          label="选哪一片"
          places={grids.data?.grids ?? []}
          chosen={draft.place?.kind === 'GRID' ? { code: draft.place.grid, name: draft.placeName ?? '' } : undefined}
          onChange={({ code, name }) => onChange({ place: { kind: 'GRID', grid: code }, placeName: name })}
        />
      ) : null}
      {noMap ? <Note tone="plain" icon="info" said="status">浏览器里没有地图，请选组或片。</Note> : null}
      <Field label="再说细一点" optional="可以不写" hint="比如：水井旁边那条路">
        <Input label="再说细一点" value={draft.placeText} onInput={(placeText) => onChange({ placeText })} maxLength={100} />
      </Field>
    </Sheet>
  );
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
