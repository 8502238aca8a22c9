import type { ReactNode } from 'react';
import { PlacePicker } from '@/components/village-picker';
import type { Desk } from './desks';

interface DeskChoiceProps {
  readonly desks: readonly Desk[];
  readonly value: Desk | undefined;
  readonly onChange: (desk: Desk) => void;
}

/** For who holds several posts: which one it is about. One post asks nothing. */
export function DeskChoice({ desks, value, onChange }: DeskChoiceProps): ReactNode {
  if (desks.length < 2) return null;
  const places = desks.map((desk) => ({ code: desk.post, name: `${desk.duty} · ${desk.area}` }));
  return (
    <PlacePicker
      label="哪个岗位"
      places={places}
      chosen={places.find(({ code }) => code === value?.post)}
      onChange={({ code }) => {
        const desk = desks.find(({ post }) => post === code);
        if (desk !== undefined) onChange(desk);
      }}
    />
  );
}
