import type { Suggested } from '@/domain/appraisals/appraisal';
import { suggestedGrade } from '@/domain/points/suggest';
import type { MemberYear } from '@/domain/points/year';
import type { CountySettings } from '@/domain/settings/settings';

/** What a member's year of points suggests (PTY-12); nothing of whoever has none. */
export function suggestedOf(year: MemberYear | undefined, { party }: Pick<CountySettings, 'party'>): Suggested | undefined {
  return year && { total: year.total, ...suggestedGrade(year.total, year.vetoes, party.suggest) };
}
