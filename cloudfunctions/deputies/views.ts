/** What a phone sees of the deputies, field by field. */
import type { CompositeView, DeputyCard, DeputyYearView, OpinionView, RatingView, SuggestionView } from '@/contract/deputies';
import { assert } from '@/domain/basics/assert';
import type { EpochMs, FileId } from '@/domain/basics/ids';
import type { DeputyYear } from '@/domain/deputies/archive';
import { isSuspendedOn, type Congress, type Mandate, type Station } from '@/domain/deputies/congress';
import { endedUnsatisfied, isForPresidium, type Opinion } from '@/domain/deputies/opinion';
import type { Confirmed } from '@/domain/deputies/round';
import { suggestedGrade } from '@/domain/deputies/round';
import { MAIN } from '@/domain/voting/box';
import type { Counts, Outcome } from '@/domain/voting/tally';
import { linksTo } from '@platform/attachments';
import type { Context } from '@platform/context';

/** Deputies as the directory shows them. One request for all pictures; who may set one sees it before its check (DEP-03, WX-09). */
export async function deputyCards(context: Context, congress: Congress, mandates: readonly Mandate[]): Promise<DeputyCard[]> {
  const seen = new Set(mandates.flatMap(({ id, photo, personId }) => (photo !== undefined && (photo.shown || context.may('deputies.setPhoto', { area: congress._id, personId })) ? [id] : [])));
  const linked = await linksTo(mandates.flatMap(({ id, photo }) => (photo !== undefined && seen.has(id) ? [photo.file] : [])), context);
  return mandates.map((mandate) => deputyCard(context, congress, mandate, seen.has(mandate.id) ? linked : undefined));
}

function deputyCard({ today, caller }: Context, congress: Congress, mandate: Mandate, linked: ((file: FileId) => string) | undefined): DeputyCard {
  const { id, personId, name, level, term, job, group, stationId, hours, constituencyId, photo } = mandate;
  return {
    mandate: id,
    name,
    level,
    term,
    job,
    constituency: congress.constituencies.find((one) => one.id === constituencyId)?.name,
    group,
    stationId,
    hours,
    suspended: isSuspendedOn(mandate, today),
    own: caller.person?.id === personId,
    photo: photo === undefined || linked === undefined ? undefined : linked(photo.file),
    photoWaits: linked !== undefined && photo?.shown === false,
  };
}

export function stationView({ id, name, address, hours, phone, duty }: Station): { id: string; name: string; address: string; hours: string; phone?: string | undefined; duty?: string | undefined } {
  return { id, name, address, hours, phone, duty };
}

export function yearView({ year, households, receptions, meetings, counts }: DeputyYear): DeputyYearView {
  return { year, households, receptions, meetings: { ...meetings }, counts: { ...counts } };
}

/** A suggestion as everybody may read it; undefined for an opinion that is none. */
export function suggestionView({ _id, state, suggestion, changedAt }: Opinion): SuggestionView | undefined {
  if (suggestion === undefined) return undefined;
  const { title, unitName, assignedOn, replyBy, replies, verdicts } = suggestion;
  return { opinionId: _id, title, state, unit: unitName, assignedOn, replyBy, replies: replies.map((one) => ({ ...one })), verdicts: [...verdicts], changedAt };
}

/** What can be done with an opinion, whoever asks; the access table decides for whom. */
const ACTS: Readonly<Partial<Record<Opinion['state'], { readonly act: OpinionView['may'][number]; readonly action: 'deputies.sortOpinion' | 'deputies.assign' | 'deputies.reply' | 'deputies.judge' }>>> = {
  HEARD: { act: 'SORT', action: 'deputies.sortOpinion' },
  PROPOSED: { act: 'ASSIGN', action: 'deputies.assign' },
  ASSIGNED: { act: 'REPLY', action: 'deputies.reply' },
  AGAIN: { act: 'REPLY', action: 'deputies.reply' },
  REPLIED: { act: 'JUDGE', action: 'deputies.judge' },
};

export function targetOf(opinion: Opinion): { readonly area: string; readonly personId?: string; readonly ownerPost?: string } {
  const post = opinion.suggestion?.post;
  return { area: opinion.town, ...(opinion.deputyId === undefined ? {} : { personId: opinion.deputyId }), ...(post === undefined ? {} : { ownerPost: post }) };
}

/** Who judges a reply: the deputy, or where none does the presidium. */
export function judgingTargetOf(opinion: Opinion, now: EpochMs): ReturnType<typeof targetOf> | { readonly personId?: string } {
  if (isForPresidium(opinion, now)) return targetOf(opinion);
  return opinion.deputyId === undefined ? {} : { personId: opinion.deputyId };
}

/** Opinions for who may know them; whoever is suspended as a deputy is offered nothing to do with them. Who sent one is named to those who answer it, never to the unit. */
export async function opinionViews(context: Context, opinions: readonly Opinion[], suspended = false): Promise<OpinionView[]> {
  const linked = await linksTo(opinions.flatMap((one) => (readsWords(context, one) ? filesOf(one) : [])), context);
  return opinions.map((one) => viewOf(context, one, linked, suspended));
}

export async function opinionView(context: Context, opinion: Opinion, suspended = false): Promise<OpinionView> {
  const [view] = await opinionViews(context, [opinion], suspended);
  assert(view !== undefined, 'one opinion has one view');
  return view;
}

function filesOf({ files }: Opinion): readonly FileId[] {
  return files === undefined ? [] : [...files.photos, ...(files.voice === undefined ? [] : [files.voice])];
}

/** What was said, in words, voice and pictures, is for those who sort and the one who sent it; a unit reads the suggestion. */
function readsWords(context: Context, opinion: Opinion): boolean {
  const target = targetOf(opinion);
  return opinion.from?.account === context.caller.account || opinion.suggestion === undefined || context.may('deputies.sortOpinion', target) || context.may('deputies.assign', target);
}

function viewOf(context: Context, opinion: Opinion, linked: (file: FileId) => string, suspended: boolean): OpinionView {
  const { _id, text, files, at, state, open, deputyName, from, answer, channel, issueId, dueAt } = opinion;
  const next = ACTS[state];
  const target = targetOf(opinion);
  const sorts = context.may('deputies.sortOpinion', target);
  const reads = readsWords(context, opinion);
  return {
    opinionId: _id,
    text: reads ? text : opinion.suggestion?.title ?? '',
    photos: reads ? (files?.photos ?? []).map((id) => ({ id, url: linked(id), kind: 'IMAGE' })) : [],
    voice: reads && files?.voice !== undefined ? { id: files.voice, url: linked(files.voice), kind: 'AUDIO', seconds: files.voiceSeconds } : undefined,
    at,
    state,
    open,
    deputy: deputyName,
    from: sorts ? from?.name : undefined,
    answer,
    channel,
    issueId,
    sortBy: state === 'HEARD' ? dueAt : undefined,
    suggestion: suggestionView(opinion),
    lawfulWays: endedUnsatisfied(opinion),
    may: !suspended && next !== undefined && context.may(next.action, next.act === 'JUDGE' ? judgingTargetOf(opinion, context.now) : target) ? [next.act] : [],
  };
}

/** A count as the public may read it (DEP-15, 21). */
export function ratingView(outcome: Outcome, counted: Counts | undefined): RatingView {
  const counts = counted && countsView(counted);
  if (outcome.kind !== 'RATING') return { verdict: 'HIDDEN', needed: outcome.kind === 'HIDDEN' ? outcome.k : 0 };
  if (outcome.verdict !== 'RATED') return { verdict: outcome.verdict, needed: outcome.needed, counts };
  const { needed, rate, interval, scoreTenths } = outcome;
  return {
    verdict: 'RATED',
    needed,
    percentTenths: rate.percentTenths,
    rate: { numerator: rate.numerator, denominator: rate.denominator },
    interval: { ...interval },
    scoreTenths,
    suggested: suggestedGrade(outcome),
    counts,
  };
}

function countsView({ eligible, present, byQuestion }: Counts): NonNullable<RatingView['counts']> {
  const { S = 0, B = 0, N = 0, U = 0 } = byQuestion[MAIN] ?? {};
  return { eligible, present, S, B, N, U };
}

export function confirmedView({ grade, reason, composite, measures, rectifyBy, at, by }: Confirmed): { grade?: Confirmed['grade']; reason?: string | undefined; composite?: CompositeView | undefined; measures: Confirmed['measures'][number][]; rectifyBy?: string | undefined; at: number; by: string } {
  return { grade, reason, composite: composite && { ...composite, parts: composite.parts.map((one) => ({ ...one })) }, measures: [...measures], rectifyBy, at, by };
}
