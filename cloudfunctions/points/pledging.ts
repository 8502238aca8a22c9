/** What the use cases of pledges have in common: the rule that holds for a member, and refusals in the contract’s codes. */
import { cycleDays } from '@/domain/points/cycle';
import { pledgeDays, type PledgeRefusal, type PledgeSetting } from '@/domain/points/pledge-acts';
import type { SchemeRules } from '@/domain/points/scheme';
import type { MemberYear } from '@/domain/points/year';
import type { Days } from '@/domain/points/cycle';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';
import { exhaustive } from '@/domain/basics/exhaustive';

export interface PledgeErrors {
  readonly PLEDGE_WINDOW: (given: { readonly data: Days }) => Error;
  readonly PLEDGE_COUNT: (given: { readonly data: { readonly min: number; readonly max: number } }) => Error;
}

export function pledgeRefusal(reason: PledgeRefusal, errors: PledgeErrors): Error {
  switch (reason.kind) {
    case 'PLEDGE_WINDOW':
      return errors.PLEDGE_WINDOW({ data: reason.window });
    case 'PLEDGE_COUNT':
      return errors.PLEDGE_COUNT({ data: { min: reason.min, max: reason.max } });
    case 'DUE':
      return invalidField('due', 'DATE');
    case 'UNKNOWN':
      return invalidField('pledgeId', 'UNKNOWN');
    default:
      return exhaustive(reason);
  }
}

export function pledgeSetting(context: Context, scheme: SchemeRules, year: MemberYear): PledgeSetting {
  const { settings, today, now } = context;
  return { rule: scheme.categories[year.category], window: pledgeDays(scheme, year, settings.party.cycleStart), cycle: cycleDays(year.cycle, settings.party.cycleStart), today, now };
}

