import type { ReactNode } from 'react';
import { PlacePicker } from '@/components/village-picker';
import type { BranchOffice } from '@/services/branch-duties';

interface BranchChoiceProps {
  readonly offices: readonly BranchOffice[];
  readonly office: BranchOffice | undefined;
  readonly onChoose: (village: string) => void;
}

/** For who works for several branches: which one. One asks nothing. */
export function BranchChoice({ offices, office, onChoose }: BranchChoiceProps): ReactNode {
  if (offices.length < 2) return null;
  const places = offices.map(({ village, name }) => ({ code: village, name }));
  return <PlacePicker label="哪个支部" places={places} chosen={places.find(({ code }) => code === office?.village)} onChange={({ code }) => onChoose(code)} />;
}
