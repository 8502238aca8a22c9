/** What is written of a pledge, and what is still missing (PTY-04). */
import type { FieldError } from '@/components/error-summary';
import type { api } from '@/services/client';
import type { PledgeView } from '@/services/views';

/** Among the menu's choices: none of them. No menu's words begin with it. */
export const OWN_WORDS = '\u0000own';

export interface PledgeForm {
  /** Of the menu, or `OWN_WORDS`; empty while nothing is chosen, and where one that exists is changed. */
  readonly chosen: string;
  readonly text: string;
  readonly type: PledgeView['type'] | '';
  /** As typed. */
  readonly target: string;
  readonly unit: string;
  readonly due: string;
}

type Input = Omit<Parameters<typeof api.points.pledge>[0], 'requestId' | 'pledgeId'>;

export function emptyPledge(before: PledgeView | undefined, due: string): PledgeForm {
  if (before === undefined) return { chosen: '', text: '', type: '', target: '', unit: '次', due };
  return { chosen: '', text: before.text, type: before.type, target: String(before.target), unit: before.unit, due: before.due };
}

export function gapsOf({ text, type, target }: PledgeForm): readonly FieldError[] {
  return [
    ...(text.trim() === '' ? [{ id: 'pledge-text', text: '选一条，或者自己写一条' }] : []),
    ...(type === '' ? [{ id: 'pledge-type', text: '选是哪一类' }] : []),
    ...(numberOf(target) === undefined ? [{ id: 'pledge-target', text: '写做到多少算做到，1 到 999 的数' }] : []),
  ];
}

export function inputOf({ text, type, target, unit, due }: PledgeForm): Input {
  return { text: text.trim(), type: type === '' ? 'OTHER' : type, target: numberOf(target) ?? 1, unit, due };
}

function numberOf(typed: string): number | undefined {
  const value = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= 999 ? value : undefined;
}
