/** Which acts a reader is offered, and in what capacity each is done: what the state leaves open, of that what the access table gives. */
import type { ConsultAct } from '@/contract/consultations';
import type { ActName } from '@/domain/consultations/acts';
import { cancelWayOf } from '@/domain/consultations/cancel-ballot';
import type { Capacity, Consultation } from '@/domain/consultations/consultation';
import { nextStep } from '@/domain/consultations/four-steps';
import { targetOf } from '@/domain/consultations/target';
import { openActs } from '@/domain/consultations/transitions';
import { isInIt } from '@/domain/consultations/villager-acts';
import { weightOf } from '@/domain/consultations/weight';
import type { Action } from '@/domain/people/access';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';

interface Offered {
  readonly act: ActName;
  readonly action: Action;
  /** More than one where the Party branch and the village committee both may. */
  readonly as: readonly Capacity[];
}

export const ACTIONS: Readonly<Record<ConsultAct, Offered>> = {
  SUPPORT: { act: 'SUPPORT', action: 'consultations.support', as: ['VILLAGER'] },
  SAY: { act: 'SAY', action: 'consultations.say', as: ['VILLAGER'] },
  WITHDRAW: { act: 'WITHDRAW', action: 'consultations.withdraw', as: ['VILLAGER'] },
  ANSWER: { act: 'ANSWER', action: 'consultations.answer', as: ['VILLAGE'] },
  MERGE: { act: 'MERGE', action: 'consultations.merge', as: ['VILLAGE'] },
  WEIGH: { act: 'WEIGH', action: 'consultations.weigh', as: ['VILLAGE', 'BRANCH'] },
  ANNOUNCE: { act: 'ANNOUNCE', action: 'consultations.announce', as: ['VILLAGE', 'BRANCH'] },
  MINUTES: { act: 'MINUTES', action: 'consultations.minutes', as: ['VILLAGE'] },
  PARTY_STEP: { act: 'HOLD', action: 'consultations.partyStep', as: ['BRANCH'] },
  VILLAGE_STEP: { act: 'HOLD', action: 'consultations.villageStep', as: ['VILLAGE'] },
  BALLOT: { act: 'BALLOT', action: 'consultations.openBallot', as: ['VILLAGE'] },
  CANCEL_BALLOT: { act: 'CANCEL_BALLOT', action: 'consultations.cancelBallot', as: ['VILLAGE'] },
  AGREE_TO_CANCEL: { act: 'AGREE_TO_CANCEL', action: 'consultations.agreeToCancel', as: ['SUPERVISION'] },
  DROP: { act: 'DROP', action: 'consultations.drop', as: ['VILLAGE'] },
  DECIDE: { act: 'DECIDE', action: 'consultations.decide', as: ['VILLAGE'] },
  PROGRESS: { act: 'PROGRESS', action: 'consultations.progress', as: ['VILLAGE'] },
  FINISH: { act: 'FINISH', action: 'consultations.finish', as: ['VILLAGE'] },
  UPDATE: { act: 'UPDATE', action: 'consultations.update', as: ['VILLAGE'] },
  SUPERVISE: { act: 'SUPERVISE', action: 'consultations.supervise', as: ['SUPERVISION'] },
  ANSWER_SUPERVISION: { act: 'ANSWER_SUPERVISION', action: 'consultations.answerSupervision', as: ['VILLAGE'] },
};

/** As what the caller does it: of the committee where they sit at its desk, else of the branch. */
export function capacityFor(name: ConsultAct, matter: Consultation, { may }: Pick<Context, 'may'>): Capacity {
  const [first = 'VILLAGER', second] = ACTIONS[name].as;
  return second === undefined || may('consultations.villageStep', targetOf(matter)) ? first : second;
}

/** `box` is that of the last ballot, where there was one. */
export function actsOf(matter: Consultation, context: Context, box: Box | undefined): ConsultAct[] {
  const { may, caller, settings, now } = context;
  const target = targetOf(matter);
  const step = nextStep(matter);
  const isMajor = weightOf(matter, settings.consult) === 'MAJOR';
  return (Object.keys(ACTIONS) as ConsultAct[]).filter((name) => {
    const { act, action, as } = ACTIONS[name];
    if (!may(action, target) || !as.some((capacity) => openActs(matter, capacity).includes(act))) return false;
    if (name === 'SUPPORT') return caller.person !== undefined && !isInIt(matter, caller.person.id);
    if (name === 'PARTY_STEP') return isMajor && (step === 'PROPOSE' || step === 'REVIEW');
    if (name === 'VILLAGE_STEP') return isMajor && (step === 'DISCUSS' || step === 'RESOLVE');
    if (name === 'CANCEL_BALLOT' || name === 'AGREE_TO_CANCEL') return cancelWayOf(matter, { box, now }) !== undefined;
    return true;
  });
}
