/** Matters under consultation, brought to where a journey or a picture begins, by the same requests that the app sends. */
import { civilDateOf, addCivilDays, HOUR_MS } from '@/domain/basics/civil-time';
import type { FourStep } from '@/domain/consultations/consultation';
import type { ConsultDetail } from '@/services/views';
import { jpeg } from '../fixtures/media';
import { requestId } from './matters';
import type { Somebody, Stage } from './stage';

export const LAMPS = '三组到小学这段路晚上一盏灯都没有';

/** Asks the consultations function as somebody of the demo. */
export async function consults<T = { readonly consultationId: string }>(stage: Stage, who: string, procedure: string, input: object): Promise<T> {
  return stage.server.ask<T>(await stage.idOf(who), 'consultations', procedure, { requestId: requestId(), ...input });
}

/** Opens the sheet of a matter at a desk where several acts are open, and chooses one of them. */
export async function deskAct(who: Somebody, does: string): Promise<void> {
  await who.tap('办这件事');
  await who.tap(does);
}

/** Sends what was filled in, says yes where it asks once more, and waits until the sheet is gone. */
export async function sendAct(who: Somebody, confirm?: string): Promise<void> {
  await who.page.locator('.c-sheet__foot [role="button"]').click();
  if (confirm !== undefined) await who.confirm(confirm);
  await who.page.locator('.c-sheet').waitFor({ state: 'detached' });
}

/** Raises a matter before the village by taps, the first of them too early; answers its id. */
export async function raises(villager: Somebody, words: string): Promise<string> {
  await villager.tap('议事');
  await villager.tap('我有事要拿出来议');
  await villager.tap('说上去');
  await villager.see('还差 2 样');
  await villager.fill('什么事', words);
  await villager.tap('全村都能看');
  await villager.tap('说上去');
  await villager.see(/村里最晚.*答复/);
  const [mine] = (await villager.ask<{ readonly items: readonly { readonly consultationId: string }[] }>('consultations', 'mine', {})).items;
  return mine?.consultationId ?? '';
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

/** One of the four deliberations, held today; votes with two tellers and the minutes' photo. */
export async function held(stage: Stage, consultationId: string, step: FourStep): Promise<void> {
  const isVote = step === 'REVIEW' || step === 'RESOLVE';
  const isOfBranch = step === 'PROPOSE' || step === 'REVIEW';
  const who = isOfBranch ? '张文德' : '马建业';
  const vote = {
    step, heldOn: civilDateOf(await stage.server.now()), ...(step === 'RESOLVE' ? { meeting: 'ASSEMBLY_HOUSEHOLDS' } : {}),
    members: 30, present: 24, yes: 20, no: 3, abstain: 1, invalid: 0, attendance: '到会 24 人', tellers: isVote ? ['赵春花', '李国平'] : [],
  };
  const photo = isVote ? await photographed(stage, who) : undefined;
  await consults(stage, who, isOfBranch ? 'partyStep' : 'villageStep', { requestId: photo?.uploadId ?? requestId(), consultationId, text: '研究以后同意', vote, ...(photo === undefined ? {} : { attachments: photo }) });
}

/** A photo of minutes, uploaded as the app does. */
async function photographed(stage: Stage, name: string): Promise<{ readonly uploadId: string; readonly photos: readonly string[] }> {
  const who = await stage.idOf(name);
  const uploadId = requestId();
  const body = jpeg();
  const { fileId, ticket } = await stage.server.ask<{ readonly fileId: string; readonly ticket: { readonly url: string; readonly method: string; readonly headers: Record<string, string> } }>(
    who, 'files', 'begin', { uploadId, fileNo: 0, purpose: 'ISSUE_PHOTO', bytes: body.length },
  );
  await fetch(new URL(ticket.url, stage.server.url), { method: ticket.method, headers: ticket.headers, body: new Uint8Array(body) });
  await stage.server.ask(who, 'files', 'finish', { uploadId, fileId });
  return { uploadId, photos: [fileId] };
}

export async function decided(stage: Stage, consultationId: string, inDays = 20): Promise<void> {
  const dueOn = addCivilDays(civilDateOf(await stage.server.now()), inDays);
  await consults(stage, '马建业', 'decide', { consultationId, text: '装 6 盏太阳能路灯', who: '刘长根', dueOn, costInFen: 900_000 });
}
