/** 评事: weighing, notice, minutes, the four deliberations (CON-04..08, ORG-01). */
import type { ConsultAct } from '@/contract/consultations';
import type { Attachments } from '@/contract/common';
import { isCivilDate } from '@/domain/basics/civil-time';
import type { HeldVote } from '@/domain/consultations/consultation';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';
import { readLine, readText } from '@platform/texts';
import { actOnMatter, type OnMatter } from './act-on-matter';
import { consultations } from './os';
import { movedTo } from './views';

export const weigh = consultations.weigh.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  const { reserved, costInFen, markedMajor } = input;
  return movedTo(await actOnMatter(context, input, { name: 'WEIGH', words: [text], build: () => ({ act: 'WEIGH', reserved, costInFen, markedMajor, text }) }));
});

export const announce = consultations.announce.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  const place = needed('place', input.place);
  const invitees = needed('invitees', input.invitees);
  const special = readLine(input.special);
  const announced = { of: input.of, heldAt: input.heldAt, place, invitees, ...(special === undefined ? {} : { special }) };
  return movedTo(await actOnMatter(context, input, { name: 'ANNOUNCE', words: [text, place, invitees, special], checkedOnly: true, build: ({ photos }) => ({ act: 'ANNOUNCE', announced, text, photos }) }));
});

export const minutes = consultations.minutes.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  return movedTo(await actOnMatter(context, input, { name: 'MINUTES', words: [text], build: ({ photos }) => ({ act: 'MINUTES', present: input.present, text, photos }) }));
});

export const partyStep = consultations.partyStep.handler(async ({ input, context }) => movedTo(await hold('PARTY_STEP', input, context)));
export const villageStep = consultations.villageStep.handler(async ({ input, context }) => movedTo(await hold('VILLAGE_STEP', input, context)));

interface HoldInput extends OnMatter {
  readonly text: string;
  readonly vote: HeldVote;
  readonly attachments?: Attachments | undefined;
}

function hold(name: ConsultAct, input: HoldInput, context: Context) {
  const text = words(input.text, context);
  if (!isCivilDate(input.vote.heldOn)) throw invalidField('vote.heldOn', 'FORMAT');
  const vote: HeldVote = { ...input.vote, attendance: needed('vote.attendance', input.vote.attendance), tellers: input.vote.tellers.flatMap((teller) => readLine(teller) ?? []) };
  return actOnMatter(context, input, { name, words: [text, vote.attendance, ...vote.tellers], build: ({ photos }) => ({ act: 'HOLD', vote, text, photos }) });
}

function words(text: string, { settings }: Context): string {
  return readText('text', text, settings.text.stepMax, 'NEEDED');
}

function needed(path: string, text: string): string {
  const line = readLine(text);
  if (line === undefined) throw invalidField(path, 'REQUIRED');
  return line;
}
