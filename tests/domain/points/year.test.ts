import { periodsOf } from '@/domain/points/cycle';
import type { Entry, Eyes } from '@/domain/points/entry';
import { appealDecided, appealed, approved, checked, claimed, expired, recorded, reversalOf, withdrawn } from '@/domain/points/entry-acts';
import { suggestedGrade } from '@/domain/points/suggest';
import { foldEntries, scoreOf } from '@/domain/points/sums';
import { exhaustive } from '@/domain/basics/exhaustive';
import { POINTS_YEAR, type YearLine, type YearOfMember } from '../../fixtures/points-year';
import { fc } from '../../fixtures/properties';
import { ACT, COMMITTEE, facts, must, NOW, posted, SCHEME, SECRETARY, SETTINGS, VERIFIER } from './kit';

/** Somebody who looked at nothing before, for appeals and second looks at a reversal. */
const OTHER: Eyes = { ...COMMITTEE, by: 'person-other', name: '罗广平' };

/** A deed and what followed from it, as the acts would have made them. */
function entriesOf({ item, end = 'POSTED', tenths }: YearLine, on: string): readonly Entry[] {
  const deed = { on: `2026-${on}`, ...(tenths === undefined ? {} : { tenths, kind: 'OPENING' as const }) };
  const claim = claimed(facts(item, deed), ACT);
  const look = (): Entry => must(checked(claim, { kind: 'RIGHT' }, VERIFIER, ACT));
  const refusedOne = (): Entry => must(approved(look(), { kind: 'REFUSE', reason: '说不清' }, SECRETARY));
  const takenBack = (): { readonly original: Entry; readonly back: Entry } => {
    const original = posted(item, deed);
    const back = must(reversalOf(original, { _id: `${original._id}-back`, by: COMMITTEE.by, at: NOW, reason: '录错了' }));
    return { original, back: recorded(back, COMMITTEE, ACT) };
  };
  const appealedOne = (entry: Entry, upheld: boolean): readonly Entry[] => {
    const decided = must(appealDecided(must(appealed(entry, '不对', NOW, ACT)), { upheld, answer: '查过了' }, OTHER, `${entry._id}-fix`));
    return [decided.entry, ...(decided.correction === undefined ? [] : [decided.correction])];
  };
  switch (end) {
    case 'POSTED': return [posted(item, deed)];
    case 'TAKING_BACK': return Object.values(takenBack());
    case 'TAKEN_BACK': {
      const { original, back } = takenBack();
      return [{ ...original, reversedBy: back._id }, must(approved(back, { kind: 'POST' }, OTHER))];
    }
    case 'UPHELD': return appealedOne(posted(item, deed), true);
    case 'DISMISSED': return appealedOne(posted(item, deed), false);
    case 'REFUSED': return [refusedOne()];
    case 'REFUSED_UPHELD': return appealedOne(refusedOne(), true);
    case 'WITHDRAWN': return [must(withdrawn(look(), NOW))];
    case 'EXPIRED': return [must(expired(look(), NOW))];
    case 'CHECK': return [claim];
    case 'ASKED': return [must(checked(claim, { kind: 'ASK', text: '谁在场？' }, VERIFIER, ACT))];
    case 'APPROVE': return [look()];
    default: return exhaustive(end);
  }
}

const entriesOfYear = ({ lines }: YearOfMember): readonly Entry[] => lines.flatMap((line) => line.on.flatMap((on) => entriesOf(line, on)));

describe('a year of one branch, added up by hand (PTY-07, 08)', () => {
  it('has six members and more than eighty deeds', () => {
    expect(POINTS_YEAR).toHaveLength(6);
    expect(POINTS_YEAR.flatMap(({ lines }) => lines.flatMap(({ on }) => on)).length).toBeGreaterThan(80);
  });

  it.each(POINTS_YEAR.map((one) => [one.name, one] as const))('of %s comes to what the hand found, whatever order it arrived in', (_name, one) => {
    const entries = entriesOfYear(one);
    expect(scoreOf(SCHEME, one.category, foldEntries(entries))).toEqual(one.expected);
    fc.assert(fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), (shuffled) => {
      expect(scoreOf(SCHEME, one.category, foldEntries(shuffled))).toEqual(one.expected);
    }), { numRuns: 50 });
  });

  it.each(POINTS_YEAR.map((one) => [one.name, one] as const))('of %s stood so at the end of each quarter (PTY-10)', (_name, one) => {
    const entries = entriesOfYear(one);
    const totals = periodsOf(2026, '01-01', 'QUARTER').map(({ upTo }) => scoreOf(SCHEME, one.category, foldEntries(entries.filter(({ on }) => on <= upTo))).total);
    expect(totals).toEqual(one.quarters);
  });

  it.each(POINTS_YEAR.map((one) => [one.name, one] as const))('of %s suggests a grade (PTY-12)', (_name, { expected, suggests }) => {
    expect(suggestedGrade(expected.total, [], SETTINGS.party.suggest)).toEqual({ grade: suggests, why: 'POINTS' });
  });
});
