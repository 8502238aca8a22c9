/** An issue as its readers get it. Every reply lists its fields; a stored issue never leaves whole. */
import type { FileView } from '@/contract/common';
import type { IssueAct, IssueCard, IssueDetail, QueueItem, Receipt } from '@/contract/issues';
import type { FileId } from '@/domain/basics/ids';
import type { PostHolder, Village } from '@/domain/grid/grid';
import { areaOfPost } from '@/domain/grid/posts';
import { cellOf, deskOn, holderOn } from '@/domain/grid/tree';
import type { Issue, IssueTicket, Owner } from '@/domain/issues/issue';
import { eventRecord } from '@/domain/issues/event-record';
import { targetOf } from '@/domain/issues/target';
import { isFromHotline } from '@/domain/issues/transitions';
import { titleOf } from '@/domain/issues/title';
import { dueChip, filesFor, isReporter, readerOf, reporterWords, stepsFor, yourMove, type Reader, type WhoReads } from '@/domain/issues/view';
import { latestPause, longestExtensionOf } from '@/domain/issues/deadlines';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import { answerWords } from '@/domain/wording/tickets';
import { linksTo } from '@platform/attachments';
import { isSurelyOwn } from '@platform/caller';
import type { Context } from '@platform/context';
import { actsOf } from './acts-of';

type OwnerView = Receipt['owner'];

export function whoReads({ caller }: Pick<Context, 'caller'>): WhoReads {
  const { account, person } = caller;
  return { account, ...(person === undefined ? {} : { personId: person.id }), surelyOwn: isSurelyOwn(caller), posts: person?.posts ?? [] };
}

/** Who answers; with the service phone, where its holder agreed and the village is at hand (LNS-05). */
export function ownerView(owner: Owner, context: Pick<Context, 'sealer' | 'today'>, village?: Village): OwnerView {
  const sealed = village === undefined ? undefined : holderOf(owner, village, context.today)?.phoneSealed;
  return {
    post: owner.post,
    name: owner.name,
    duty: dutyOfPost(owner.post),
    area: owner.area ?? '',
    ...(sealed === undefined ? {} : { phone: context.sealer.open(sealed) }),
  };
}

/** Of a desk with several officers, the one who took it, else the first who has a phone shown. */
function holderOf(owner: Owner, village: Village, today: string): PostHolder | undefined {
  const area = areaOfPost(owner.post);
  if (area === village._id) {
    const desk = deskOn(village.desk, today);
    return desk.find(({ personId }) => personId === owner.personId) ?? desk.find(({ phoneSealed }) => phoneSealed !== undefined);
  }
  const cell = cellOf(village, area);
  return cell && holderOn(cell, today);
}

export function cardOf(issue: Issue, context: Pick<Context, 'caller'>): IssueCard {
  const who = whoReads(context);
  const move = yourMove(issue, readerOf(issue, who));
  return {
    issueId: issue._id,
    number: issue.number,
    category: issue.category,
    urgency: issue.urgency,
    title: titleOf(issue),
    place: issue.placeName,
    stage: issue.stage,
    ...(issue.side === undefined ? {} : { side: issue.side }),
    owner: { name: issue.owner.name, duty: dutyOfPost(issue.owner.post) },
    ...(issue.acceptBy === undefined ? {} : { acceptBy: issue.acceptBy }),
    ...(issue.dueAt === undefined ? {} : { dueAt: issue.dueAt }),
    calendarIncomplete: issue.calendarIncomplete,
    createdAt: issue.createdAt,
    changedAt: issue.changedAt,
    ...(move === undefined ? {} : { yourMove: move }),
    supporters: issue.supporters.length,
    mine: isReporter(issue, who),
    supported: who.personId !== undefined && issue.supporters.includes(who.personId),
  };
}

/** The act a handler would most likely take next; each of these is one tap away on the queue (BUR-07). */
const NEXT: readonly IssueAct[] = ['DECIDE_OBJECTION', 'DECIDE_EXTENSION', 'ACCEPT', 'FINISH', 'RESUME', 'URGE'];

export function queueItemOf(issue: Issue, context: Context): QueueItem {
  const acts = actsOf(issue, context);
  const next = NEXT.find((act) => acts.includes(act));
  return {
    ...cardOf(issue, context),
    due: dueChip(issue, context.now, context.today),
    ...(next === undefined ? {} : { nextAct: next }),
    reporter: reporterWords(issue, readerOf(issue, whoReads(context))),
    ...(issue.onBehalf === undefined ? {} : { onBehalfBy: issue.onBehalf.byName }),
    village: issue.villageName,
    ...(isFromHotline(issue) ? { fromHotline: true } : {}),
  };
}

export interface Beside {
  /** The village of the matter, where it was read. */
  readonly village?: Village;
  /** The reporter's phone, sealed, for whoever answers now. */
  readonly reporterPhoneSealed?: string;
}

export async function detailOf(issue: Issue, context: Context, beside: Beside = {}): Promise<IssueDetail> {
  const reader = readerOf(issue, whoReads(context));
  const steps = stepsFor(issue, reader);
  const photos = filesFor(issue, issue.photos, reader);
  const [voice] = filesFor(issue, issue.voice === undefined ? [] : [issue.voice], reader);
  const linked = await linksTo([...photos, ...steps.flatMap((step) => step.photos), ...(voice === undefined ? [] : [voice])], context);
  const image = (file: FileId): FileView => ({ id: file, url: linked(file), kind: 'IMAGE' });
  const most = longestExtensionOf(issue, context.settings);
  const inside = reader !== 'PUBLIC';
  const acts = actsOf(issue, context);
  const move = yourMove(issue, reader);
  return {
    ...cardOf(issue, context),
    text: issue.text,
    photos: photos.map(image),
    ...(voice === undefined ? {} : { voice: { id: voice, url: linked(voice), kind: 'AUDIO' as const, ...(issue.voiceSeconds === undefined ? {} : { seconds: issue.voiceSeconds }) } }),
    ...(issue.placeText === undefined ? {} : { placeText: issue.placeText }),
    ...(issue.point === undefined || !inside ? {} : { point: issue.point }),
    visibility: issue.visibility,
    nameHidden: issue.nameHidden,
    restricted: issue.restricted,
    reporter: reporterWords(issue, reader),
    ...(beside.reporterPhoneSealed === undefined ? {} : { reporterPhone: context.sealer.open(beside.reporterPhoneSealed) }),
    ...(issue.onBehalf === undefined || !inside ? {} : { onBehalfBy: issue.onBehalf.byName }),
    ...(reader === 'HANDLER' && context.may('issues.addEvent', targetOf(issue)) ? { event: eventView(issue, context) } : {}),
    ...(issue.tickets === undefined || reader !== 'HANDLER' ? {} : { tickets: issue.tickets.map((ticket) => ticketView(ticket, issue)) }),
    // A holder's number is for those the post answers for (LNS-05), not for every neighbour who reads along.
    owner: ownerView(issue.owner, context, inside ? beside.village : undefined),
    steps: steps.map((seen) => ({
      at: seen.step.at,
      kind: seen.step.kind,
      by: seen.by,
      ...(seen.text === undefined ? {} : { text: seen.text }),
      photos: seen.photos.map(image),
      ...(seen.step.to === undefined || seen.step.kind === 'REPORTED' ? {} : { to: seen.step.to.name }),
      ...(seen.step.dueAt === undefined ? {} : { dueAt: seen.step.dueAt }),
    })),
    ...(inside ? insideView(issue, reader, most) : {}),
    ...(issue.suspendedUntil === undefined ? {} : { suspendedUntil: issue.suspendedUntil }),
    acts,
    ...(move !== undefined && !acts.includes(move) ? { ownWork: true } : {}),
    extensionLimit: most,
    ...(acts.includes('SUSPEND') ? { pauseUntil: latestPause(issue, context.today, context.settings) } : {}),
  };
}

/** EVT-18: the four things a desk may say, as they stand. */
function eventView(issue: Issue, { settings }: Context): NonNullable<IssueDetail['event']> {
  const { people, level, parties, mode } = eventRecord(issue, settings);
  return { people, level, ...(parties === undefined ? {} : { parties }), ...(mode === undefined ? {} : { mode }) };
}

/** EVT-19: that somebody called 12345 about it is between the hotline and the handlers. */
function ticketView({ number, answerBy, linked }: IssueTicket, issue: Issue): NonNullable<IssueDetail['tickets']>[number] {
  const answer = answerWords(number, issue);
  return { number, answerBy, linked, ...(answer === undefined ? {} : { answer }) };
}

/** What is between the reporter and the handlers. An objection is the handlers' alone. */
function insideView(issue: Issue, reader: Reader, maxWorkdays: number): Partial<IssueDetail> {
  const { rating, askedBack, extension, objection } = issue;
  return {
    ...(rating === undefined ? {} : { rating }),
    ...(askedBack === undefined ? {} : { askedBack }),
    ...(extension === undefined ? {} : { extension: { workdays: extension.workdays, reason: extension.reason, maxWorkdays, ...(extension.decision === undefined ? {} : { decision: extension.decision }) } }),
    ...(objection === undefined || reader !== 'HANDLER'
      ? {}
      : { objection: { reason: objection.reason, basis: objection.basis, unit: objection.unit, ...(objection.decision === undefined ? {} : { decision: objection.decision }) } }),
    ...(issue.suspendReason === undefined ? {} : { suspendReason: issue.suspendReason }),
  };
}
