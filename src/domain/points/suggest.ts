/** The grade that points suggest (PTY-12). It is an input: the branch decides, and nothing here assigns a grade (PTY-11, PRV-08). */
import type { MemberGrade } from '../appraisals/appraisal';
import type { PartySettings } from '../settings/policy-settings';
import type { Tenths } from './scheme';
import type { Veto } from './year';

export interface Suggestion {
  readonly grade: MemberGrade;
  /** `VETO`: a confirmed veto event decides, whatever the points (PTY-09). */
  readonly why: 'POINTS' | 'VETO';
}

/** 90 and more 优秀候选, 70 合格, 60 基本合格, below 不合格, as the county sets the lines; each line belongs to the upper grade. */
export function suggestedGrade(total: Tenths, vetoes: readonly Pick<Veto, 'state'>[], { excellent, qualified, basic }: PartySettings['suggest']): Suggestion {
  if (vetoes.some(({ state }) => state === 'CONFIRMED')) return { grade: 'NOT_QUALIFIED', why: 'VETO' };
  const grade = total >= excellent ? 'EXCELLENT' : total >= qualified ? 'QUALIFIED' : total >= basic ? 'BASIC' : 'NOT_QUALIFIED';
  return { grade, why: 'POINTS' };
}
