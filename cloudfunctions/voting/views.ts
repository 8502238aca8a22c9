/** What a phone sees of a box, field by field. */
import type { BoxView, MyBallot, ObjectionView } from '@/contract/voting';
import { REPRESENTATIVE_CLOSES_MS } from '@/domain/voting/plan';
import type { Box, BoxObjection, RollRow } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';

export function boxView(box: Box): BoxView {
  const { _id, kind, unit, legalEffect, subject, title, state, rollShownAt, opensAt, closesAt, rule } = box;
  return { boxId: _id, kind, unit, legalEffect, subject, title, state, rollShownAt, rollFrozenAt: opensAt - REPRESENTATIVE_CLOSES_MS, opensAt, closesAt, k: rule.k };
}

/** My row. Whether I have voted is told on my own phone with a sure binding, and nowhere else. */
export function myBallot(context: Context, box: Box, row: RollRow): MyBallot {
  return { ...boxView(box), ballotId: row._id, ...(isOwnPhone(context) ? { cast: row.state === 'CAST' } : {}) };
}

/** Whether the phone acts for its own, surely bound person: nobody votes for another. */
export function isOwnPhone({ caller }: Context): boolean {
  return caller.person?.own === true && caller.person.level === 'VERIFIED';
}

export function objectionView(one: BoxObjection): ObjectionView {
  const { _id, stage, about, byName, personName, text, at, answerBy, open, accepted, answer } = one;
  return { objectionId: _id, stage, about, by: byName, person: personName, text, at, answerBy, open, accepted, answer };
}
