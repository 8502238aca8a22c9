import type { ReactNode } from 'react';
import { formatMoment } from '@/domain/basics/civil-time';
import { eyesWords } from '@/domain/wording/party';
import type { EntryView } from '@/services/views';
import { Card } from '../card';
import { Timeline, type Happening } from '../timeline';

/** Who looked at an entry, as what and when, newest first (PTY-06, 14). */
export function LookedAt({ entry, now }: { readonly entry: EntryView; readonly now: number }): ReactNode {
  return <Card><Timeline items={happenings(entry, now)} /></Card>;
}

function happenings({ kind, own, name, at, first, second, refused }: EntryView, now: number): readonly Happening[] {
  const begun = kind === 'CLAIM' ? (own ? '您报的' : `${name}报的`) : kind === 'OPENING' ? '从以前的台账转来' : kind === 'REVERSAL' ? '支部提出冲正' : '支部记的';
  const steps = [
    { key: 'begun', at, what: begun },
    ...(first === undefined ? [] : [{ key: 'first', at: first.at, who: eyesWords(first), what: '看过，属实' }]),
    ...(second === undefined || refused !== undefined ? [] : [{ key: 'second', at: second.at, who: eyesWords(second), what: '审过，记分' }]),
    ...(refused === undefined ? [] : [{ key: 'refused', at: refused.at, who: eyesWords(refused), what: `没通过：${refused.reason}` }]),
  ];
  return steps.reverse().map(({ at: when, ...step }) => ({ ...step, when: formatMoment(when, now) }));
}
