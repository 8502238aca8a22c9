/** What those on a roll are told of their box (PRV-15): everybody alike, so that no notice says who has voted. */
import { DAY_MS } from '../basics/civil-time';
import { exhaustive } from '../basics/exhaustive';
import type { EpochMs } from '../basics/ids';
import type { BoxState } from './box';

/** The roll can be looked at; the ballot can be cast; it closes soon; the result is out; it was called off. */
export const BOX_NEWS = ['SHOWN', 'OPEN', 'CLOSING', 'PUBLISHED', 'CANCELLED'] as const;
export type BoxNews = (typeof BOX_NEWS)[number];

interface Told {
  readonly state: BoxState;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

/**
 * When everybody is reminded that a box closes: a day before. Undefined for a box that is open for less than two days, of
 * whose opening they have only just heard.
 */
export function reminderAt({ opensAt, closesAt }: Pick<Told, 'opensAt' | 'closesAt'>): EpochMs | undefined {
  return closesAt - opensAt < 2 * DAY_MS ? undefined : closesAt - DAY_MS;
}

/** Whether a piece of news still holds; a clock that comes late tells nothing stale. */
export function stillTrue(news: BoxNews, { state, closesAt }: Told, now: EpochMs): boolean {
  switch (news) {
    case 'SHOWN':
    case 'PUBLISHED':
    case 'CANCELLED':
      return state === news;
    case 'OPEN':
    case 'CLOSING':
      return state === 'OPEN' && now < closesAt;
    default:
      return exhaustive(news);
  }
}
