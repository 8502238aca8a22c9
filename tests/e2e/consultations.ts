/** Matters under consultation, brought to where a journey or a picture begins, by the same requests that the app sends. */
import { civilDateOf, addCivilDays, HOUR_MS } from '@/domain/basics/civil-time';
import type { FourStep } from '@/domain/consultations/consultation';
import type { ConsultDetail } from '@/services/views';
import { requestId } from './matters';
import type { Stage } from './stage';

export const LAMPS = '三组到小学这段路晚上一盏灯都没有';

/** Asks the consultations function as somebody of the demo. */
export async function consults<T = { readonly consultationId: string }>(stage: Stage, who: string, procedure: string, input: object): Promise<T> {
  return stage.server.ask<T>(await stage.idOf(who), 'consultations', procedure, { requestId: requestId(), ...input });
}

export async function raised(stage: Stage, who: string, text = LAMPS, audience: 'VILLAGE' | 'CADRES' = 'VILLAGE'): Promise<string> {
  return (await consults(stage, who, 'raise', { text, audience })).consultationId;
}

export async function matterOf(stage: Stage, who: string, consultationId: string): Promise<ConsultDetail> {
  return stage.server.ask<ConsultDetail>(await stage.idOf(who), 'consultations', 'get', { consultationId });
}

/** Announces a meeting as early as may be; answers when it is. */
export async function announced(stage: Stage, consultationId: string, of: 'CONSULTATION' | 'ASSEMBLY' = 'CONSULTATION'): Promise<number> {
  const { earliest } = await matterOf(stage, '马建业', consultationId);
  const heldAt = (of === 'ASSEMBLY' ? earliest.assembly : earliest.consultation) + 9 * HOUR_MS;
  await consults(stage, '马建业', 'announce', { consultationId, of, heldAt, place: '村委会院坝', invitees: '三组各户', text: '商量装几盏、装在哪里' });
  return heldAt;
}

/** A committee's step, which needs no photo. */
export async function held(stage: Stage, consultationId: string, step: Extract<FourStep, 'PROPOSE' | 'DISCUSS'>): Promise<void> {
  const [who, procedure] = step === 'PROPOSE' ? ['张文德', 'partyStep'] as const : ['马建业', 'villageStep'] as const;
  const vote = { step, heldOn: civilDateOf(await stage.server.now()), members: 5, present: 5, yes: 5, no: 0, abstain: 0, invalid: 0, attendance: '5 人全到', tellers: [] };
  await consults(stage, who, procedure, { consultationId, text: '研究以后同意', vote });
}

export async function decided(stage: Stage, consultationId: string, inDays = 20): Promise<void> {
  const dueOn = addCivilDays(civilDateOf(await stage.server.now()), inDays);
  await consults(stage, '马建业', 'decide', { consultationId, text: '装 6 盏太阳能路灯', who: '刘长根', dueOn, costInFen: 900_000 });
}
