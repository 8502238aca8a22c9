/** What a phone sees of points, field by field. */
import type { EntryView, ItemView, ListedMember, PublicationView, ScoreView } from '@/contract/points';
import { appealableUntil, isReversible, workOf } from '@/domain/points/entry-acts';
import { holderOf } from '@/domain/points/entry-news';
import type { Branch } from '@/domain/points/branch';
import type { Entry, Eyes } from '@/domain/points/entry';
import type { Pledge } from '@/domain/points/pledge';
import type { Publication } from '@/domain/points/publication';
import { sectionOf, type Item, type SchemeRules } from '@/domain/points/scheme';
import { isPending, leftOf, scoreOf } from '@/domain/points/sums';
import type { MemberYear, Sums, Veto } from '@/domain/points/year';
import type { PledgeView } from '@/contract/points';
import type { Target } from '@/domain/people/access';
import type { Context } from '@platform/context';
import { linkUntil } from '@platform/issue-outcome';

/** How an entry stands to whoever asks. */
export function targetOf(entry: Entry): Target {
  return { area: entry.branch, personId: entry.personId, workOf: workOf(entry) };
}

/** Entries with short-lived links to their photos, and what this reader can do with each. */
export async function entryViews(context: Context, entries: readonly Entry[]): Promise<EntryView[]> {
  const photos = [...new Set(entries.flatMap((entry) => entry.photos))];
  const links = photos.length === 0 ? {} : await context.files.links(photos, linkUntil(context.now, context.settings.files.linkMinutes));
  return entries.map((entry) => entryView(context, entry, (file) => links[file] ?? ''));
}

export async function oneEntry(context: Context, entry: Entry): Promise<EntryView> {
  const [view] = await entryViews(context, [entry]);
  if (view === undefined) throw new Error('broken invariant: one entry has one view');
  return view;
}

function entryView(context: Context, entry: Entry, linkOf: (file: string) => string): EntryView {
  const { _id, kind, personId, name, group, on, item, itemName, tenths, pledge, pledgeText, amount, text, beneficiaries, place, photos, state, at, asked, first, second, reverses, reversedBy, reason, appeal, dueAt } = entry;
  const { refused } = entry;
  const waitsFor = holderOf(entry);
  const appealUntil = ownAppealUntil(context, entry);
  return {
    entryId: _id, kind, personId, name, group, on, item, itemName, tenths,
    pledge: pledge === undefined || pledgeText === undefined ? undefined : { id: pledge, text: pledgeText },
    amount, text, beneficiaries, place: place?.name,
    photos: photos.map((id) => ({ id, url: linkOf(id), kind: 'IMAGE' as const })),
    state, at, own: personId === context.caller.person?.id,
    asked: asked && { text: asked.text, answer: asked.answer },
    first: first && eyesView(first), second: second && eyesView(second),
    refused: refused && { ...eyesView(refused), reason: refused.reason },
    reverses, reversedBy, reason,
    appeal: appeal && { text: appeal.text, at: appeal.at, decideBy: appeal.decideBy, state: appeal.state, answer: appeal.answer },
    waitsFor, dueAt: waitsFor === undefined ? undefined : dueAt,
    appealUntil,
    may: mayOf(context, entry, appealUntil),
  };
}

function eyesView({ name, as, at }: Eyes): { name: string; as: Eyes['as']; at: number } {
  return { name, as, at };
}

/** What this reader can do with an entry now: the step it stands at, and the access table. */
function mayOf(context: Context, entry: Entry, appealUntil: number | undefined): EntryView['may'] {
  const { may: allowed, caller } = context;
  const target = targetOf(entry);
  const may: EntryView['may'] = [];
  if (entry.state === 'CHECK' && allowed('points.check', target)) may.push('CHECK', ...(entry.asked === undefined ? (['ASK'] as const) : []), 'REFUSE');
  if (entry.state === 'APPROVE' && allowed(entry.queue === 'ABOVE' ? 'points.approveAbove' : 'points.approve', target)) may.push('APPROVE', 'REFUSE');
  if (isReversible(entry) && allowed('points.reverse', target)) may.push('REVERSE');
  if (entry.appeal?.state === 'OPEN' && allowed(entry.above ? 'points.approveAbove' : 'points.decideAppeal', target)) may.push('DECIDE_APPEAL');
  if (entry.personId !== caller.person?.id) return may;
  if (entry.state === 'ASKED') may.push('ANSWER');
  if (entry.kind === 'CLAIM' && isPending(entry)) may.push('WITHDRAW');
  if (appealUntil !== undefined) may.push('APPEAL');
  return may;
}

/** Until when the reader may appeal against their own entry; undefined where they cannot, or no more (PTY-14). */
function ownAppealUntil({ caller, now, settings }: Context, entry: Entry): number | undefined {
  const until = entry.personId === caller.person?.id ? appealableUntil(entry, settings) : undefined;
  return until !== undefined && now < until ? until : undefined;
}

export function scoreView(scheme: SchemeRules, { category, sums }: Pick<MemberYear, 'category' | 'sums'>): ScoreView {
  const { base, bonus, deducted, pending, total } = scoreOf(scheme, category, sums);
  return { base, bonus, deducted, pending, total };
}

export function pledgeView({ id, type, text, target, unit, due, state, done, sentAt, reason }: Pledge): PledgeView {
  return { id, type, text, target, unit, due, state, done, sentAt, reason };
}

export function vetoView(scheme: SchemeRules, { id, kind, decidedOn, evidence, state, reason }: Veto): { id: string; kind: string; name: string; decidedOn: string; evidence: string; state: Veto['state']; reason?: string | undefined } {
  return { id, kind, name: scheme.vetoes.find((one) => one.id === kind)?.name ?? kind, decidedOn, evidence, state, reason };
}

export function itemView(scheme: SchemeRules, item: Item, sums: Sums | undefined): ItemView {
  const { id, section, name, tenths, cap } = item;
  return { id, section, sectionName: sectionOf(scheme, item)?.name ?? '', name, tenths, cap, left: sums === undefined ? undefined : leftOf(scheme, id, sums) };
}

/** A member on the branch's list. A veto is for the branch's office to know of, and for the member. */
export function listedMember(context: Context, scheme: SchemeRules, year: MemberYear, office: boolean): ListedMember {
  const { personId, name, group, category, pledges, vetoes, left } = year;
  const own = personId === context.caller.person?.id;
  const of = (state: Pledge['state']): number => pledges.filter((one) => one.state === state).length;
  return {
    personId, name, group, category, score: scoreView(scheme, year),
    pledges: { confirmed: of('CONFIRMED'), kept: pledges.filter(({ state, done, target }) => state === 'CONFIRMED' && done >= target).length, waiting: of('SENT') },
    vetoed: (office || own) && vetoes.some(({ state }) => state === 'CONFIRMED'),
    left: left !== undefined,
    own,
  };
}

/** A publication for a member, who sees their own objections, or for the branch's office, which answers them all. */
export function publicationView(context: Context, publication: Publication): PublicationView {
  const { caller, now } = context;
  const { branch, cycle, n, upTo, publishedAt, objectionsUntil, rows, objections } = publication;
  const answers = context.may('points.answerObjection', { area: branch });
  const own = (by: string): boolean => by === caller.person?.id;
  return {
    cycle, n, upTo, publishedAt, objectionsUntil,
    rows: rows.map(({ personId, name, category, base, bonus, deducted, total }) => ({ personId, name, category, base, bonus, deducted, total })),
    objections: objections.filter(({ by }) => answers || own(by)).map(({ id, by, byName, about, text, at, answer }) => ({ id, by: byName, about, text, at, answer, own: own(by) })),
    mayAnswer: answers,
    mayObject: now < objectionsUntil && context.may('points.objectTo', { area: branch }),
  };
}

/** What the caller can do for the branch as it stands. */
export function branchActs(context: Context, village: string, branch: Branch | undefined, isOver: boolean): ('OPEN_CYCLE' | 'SETTLE' | 'EDIT' | 'CHECK' | 'APPROVE' | 'RECORD' | 'PUBLISH' | 'CLOSE' | 'SHARE')[] {
  const target = { area: village };
  const underWay = branch !== undefined && branch.drawing === undefined && branch.closedAt === undefined;
  const acts = [
    { act: 'OPEN_CYCLE', action: 'points.openCycle', fits: branch === undefined || branch.closedAt !== undefined },
    { act: 'SETTLE', action: 'points.settleCategories', fits: underWay && branch.settledAt === undefined },
    { act: 'EDIT', action: 'points.setMember', fits: underWay },
    { act: 'CHECK', action: 'points.check', fits: branch !== undefined },
    { act: 'APPROVE', action: 'points.approve', fits: branch !== undefined },
    { act: 'RECORD', action: 'points.record', fits: underWay },
    { act: 'PUBLISH', action: 'points.publish', fits: branch !== undefined && branch.drawing === undefined },
    { act: 'CLOSE', action: 'points.closeCycle', fits: underWay && isOver },
    { act: 'SHARE', action: 'points.saveGroups', fits: branch !== undefined && context.settings.party.scope !== 'BRANCH' },
  ] as const;
  return acts.filter(({ action, fits }) => fits && context.may(action, target)).map(({ act }) => act);
}
