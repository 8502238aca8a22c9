/** 开放说事、民主评事、科学定事、合力干事 as one table: at which stages an act is done, by whom, and where it leads. */
import type { ActName } from './acts';
import { isCancelAsked } from './cancel-ballot';
import type { Capacity, Consultation, Stage } from './consultation';
import { standingBallot } from './meeting-acts';

export interface Transition {
  readonly who: readonly Capacity[];
  readonly at: readonly Stage[];
  /** The stages it can lead to; `SAME` where it leaves the stage as it is. */
  readonly to: readonly (Stage | 'SAME')[];
}

const WORK: readonly Stage[] = ['DECIDED', 'DOING'];
const ASKED: readonly Stage[] = ['REVIEWING', 'DECIDED', 'DOING', 'DONE', 'CLOSED'];
const ALL: readonly Stage[] = ['RAISED', 'REVIEWING', 'DECIDED', 'DOING', 'DONE', 'CLOSED'];

function row(who: readonly Capacity[], at: readonly Stage[], to: Transition['to']): Transition {
  return { who, at, to };
}

export const TRANSITIONS: Readonly<Record<ActName, Transition>> = {
  SUPPORT: row(['VILLAGER'], ['RAISED', 'REVIEWING'], ['SAME']),
  SAY: row(['VILLAGER'], ['REVIEWING'], ['SAME']),
  WITHDRAW: row(['VILLAGER'], ['RAISED'], ['CLOSED']),

  ANSWER: row(['VILLAGE'], ['RAISED'], ['REVIEWING', 'CLOSED']),
  MERGE: row(['VILLAGE'], ['RAISED', 'REVIEWING'], ['CLOSED']),
  TAKE_IN: row(['VILLAGE'], ['RAISED', 'REVIEWING'], ['SAME']),
  WEIGH: row(['VILLAGE', 'BRANCH'], ['REVIEWING'], ['SAME']),
  ANNOUNCE: row(['VILLAGE', 'BRANCH'], ['REVIEWING'], ['SAME']),
  MINUTES: row(['VILLAGE'], ['REVIEWING'], ['SAME']),
  HOLD: row(['VILLAGE', 'BRANCH'], ['REVIEWING'], ['SAME']),
  BALLOT: row(['VILLAGE'], ['REVIEWING'], ['SAME']),
  // Also afterwards: a count that does not add up is found out once the matter may have gone on.
  CANCEL_BALLOT: row(['VILLAGE'], ASKED, ['SAME']),
  AGREE_TO_CANCEL: row(['SUPERVISION'], ASKED, ['SAME']),
  DROP: row(['VILLAGE'], ['REVIEWING'], ['CLOSED']),
  DECIDE: row(['VILLAGE'], ['REVIEWING'], ['DECIDED']),

  PROGRESS: row(['VILLAGE'], WORK, ['DOING']),
  FINISH: row(['VILLAGE'], WORK, ['DONE']),
  UPDATE: row(['VILLAGE'], ['DECIDED', 'DOING', 'DONE', 'CLOSED'], ['SAME']),

  SUPERVISE: row(['SUPERVISION'], ALL, ['SAME']),
  ANSWER_SUPERVISION: row(['VILLAGE'], ALL, ['SAME']),
};

/** Supervision's opinions that nobody has answered yet, by their places among the entries (CON-12). */
export function unanswered({ entries }: Pick<Consultation, 'entries'>): readonly number[] {
  return entries.flatMap(({ kind }, at) => (kind === 'SUPERVISED' && !entries.some(({ answers }) => answers === at) ? [at] : []));
}

/** The acts that the state of a matter leaves open to somebody in a capacity; the access table says who is in it. */
export function openActs(matter: Consultation, as: Capacity): readonly ActName[] {
  return (Object.keys(TRANSITIONS) as ActName[]).filter((act) => {
    const { who, at } = TRANSITIONS[act];
    return who.includes(as) && at.includes(matter.stage) && fitsState(matter, act);
  });
}

function fitsState(matter: Consultation, act: ActName): boolean {
  switch (act) {
    case 'SUPPORT':
    case 'SAY':
      return matter.published;
    case 'WITHDRAW':
      return matter.source === 'VILLAGER' && matter.supporters.length === 0;
    case 'CANCEL_BALLOT':
      return standingBallot(matter) !== undefined && !isCancelAsked(matter);
    case 'AGREE_TO_CANCEL':
      return isCancelAsked(matter);
    case 'UPDATE':
      return matter.publications.length > 0;
    case 'ANSWER_SUPERVISION':
      return unanswered(matter).length > 0;
    // Done to another matter by `MERGE`, never by itself.
    case 'TAKE_IN':
      return false;
    default:
      return true;
  }
}
