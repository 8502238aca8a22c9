/** 干部说法说政策 (CON-01): sessions announced, held, asked at and answered. */
import type { TalkView } from '@/contract/consultations';
import { answer, ask, attended, type Talk, type TalkRefusal } from '@/domain/consultations/talk';
import type { Result } from '@/domain/basics/result';
import type { Action } from '@/domain/people/access';
import { auditRow } from '@platform/audit';
import { checkText } from '@platform/content-check';
import type { Context } from '@platform/context';
import { contentDigest, derivedId } from '@platform/ids';
import { isTaken } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { readLine, readText } from '@platform/texts';
import { consultations } from './os';
import { refusedAs } from './refusals';

const PAGE = 10;

export const talks = consultations.talks.handler(async ({ input, context }) => {
  const home = context.caller.person?.village;
  context.permit('consultations.talks', home === undefined ? {} : { area: home });
  if (home === undefined) throw refusal('NOT_BOUND');
  const page = await context.store.find('talks', { where: { village: home }, orderBy: [{ field: 'heldAt', direction: 'desc' }], limit: PAGE, after: input.after });
  return { items: page.items.map((talk) => talkView(talk, context)), next: page.next, canHold: context.may('consultations.holdTalk', { area: home }) };
});

/** Announces a session of one's own village. */
export const holdTalk = consultations.holdTalk.handler(async ({ input, context }) => {
  const { store, caller, settings, now } = context;
  const { person } = caller;
  context.permit('consultations.holdTalk', person === undefined ? {} : { area: person.village });
  if (person === undefined) throw refusal('NOT_BOUND');
  const title = needed('title', input.title);
  const material = readText('material', input.material, settings.text.issueMax, 'NEEDED');
  const speaker = needed('speaker', input.speaker);
  const place = needed('place', input.place);
  await checkedOrRefused(context, [title, material, speaker, place].join('\n'));
  const village = await store.get('villages', person.village);
  if (village === undefined) throw refusal('NOT_FOUND');
  const _id = derivedId('talk', caller.account, input.requestId);
  const tap = { requestId: input.requestId, digest: contentDigest({ ...input, account: caller.account }) };
  const talk: Talk = { _id, village: village._id, villageName: village.name, title, material, speaker, place, heldAt: input.heldAt, questions: [], changedAt: now, taps: [tap] };
  try {
    await store.transaction(async (tx) => {
      await tx.insert('talks', talk);
      await tx.insert('audit', auditRow(context, 'consultations.holdTalk', { target: `talk:${_id}`, area: village._id, requestId: input.requestId }));
    });
  } catch (error) {
    if (!isTaken(error, 'talks', _id)) throw error;
    if ((await store.get('talks', _id))?.taps[0]?.digest !== tap.digest) throw refusal('REQUEST_REUSED');
  }
  return { talkId: _id };
});

export const askAtTalk = consultations.askAtTalk.handler(async ({ input, context }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  const shown = await checkedOrRefused(context, text);
  return actOnTalk(context, 'consultations.askAtTalk', input, (talk) => {
    const { person } = context.caller;
    if (person === undefined) throw refusal('NOT_BOUND');
    return ask(talk, { by: person.id, byName: person.name, text, at: context.now, shown });
  });
});

/** Whoever answers has read the question, which is shown with the answer. */
export const answerAtTalk = consultations.answerAtTalk.handler(async ({ input, context }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  if (!(await checkedOrRefused(context, text))) throw refusal('UNAVAILABLE');
  return actOnTalk(context, 'consultations.answerAtTalk', input, (talk) => answer(talk, input.nth, { text, byName: context.caller.person?.name ?? '', at: context.now }));
});

export const recordTalk = consultations.recordTalk.handler(({ input, context }) =>
  actOnTalk(context, 'consultations.recordTalk', input, (talk) => attended(talk, input.attendance, context.now)));

async function actOnTalk(context: Context, action: Action, input: { readonly requestId: string; readonly talkId: string }, change: (talk: Talk) => Result<Talk, TalkRefusal>): Promise<{ talkId: string }> {
  const tap = { requestId: input.requestId, digest: contentDigest({ ...input, account: context.caller.account, action }) };
  await context.store.transaction(async (tx) => {
    const talk = await tx.get('talks', input.talkId);
    if (talk === undefined) throw refusal('NOT_FOUND');
    context.permit(action, { area: talk.village });
    const before = talk.taps.find(({ requestId }) => requestId === tap.requestId);
    if (before !== undefined) {
      if (before.digest !== tap.digest) throw refusal('REQUEST_REUSED');
      return;
    }
    const changed = change(talk);
    if (!changed.ok) throw refusedAs(changed.reason);
    await tx.replace('talks', { ...changed.value, changedAt: Math.max(context.now, talk.changedAt + 1), taps: [...talk.taps, tap] });
    await tx.insert('audit', auditRow(context, action, { target: `talk:${talk._id}`, area: talk.village, requestId: input.requestId }));
  });
  return { talkId: input.talkId };
}

async function checkedOrRefused(context: Context, text: string): Promise<boolean> {
  const outcome = await checkText(context, text);
  if (outcome === 'REFUSED') throw refusal('CONTENT_REFUSED');
  return outcome === 'PASSED';
}

function talkView(talk: Talk, { caller, may }: Context): TalkView {
  const canKeep = may('consultations.answerAtTalk', { area: talk.village });
  const { _id, title, material, speaker, place, heldAt, attendance, questions } = talk;
  return {
    talkId: _id, title, material, speaker, place, heldAt, attendance, canKeep,
    canAsk: may('consultations.askAtTalk', { area: talk.village }),
    questions: questions.map(({ by, byName, text, at, shown, answer: given }, nth) => {
      const isOwn = by === caller.person?.id;
      return { nth, by: isOwn ? '您' : canKeep ? byName : '一位村民', text: shown || isOwn || canKeep ? text : undefined, at, answer: given && { text: given.text, by: given.byName, at: given.at } };
    }),
  };
}

function needed(path: string, text: string): string {
  const line = readLine(text);
  if (line === undefined) throw invalidField(path, 'REQUIRED');
  return line;
}
