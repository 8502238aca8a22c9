/** A matter as its readers get it. Every reply lists its fields; what has not passed its check is not among a villager's. */
import type { FileView } from '@/contract/common';
import type { ConsultCard, ConsultDetail, ConsultEntry } from '@/contract/consultations';
import type { FileId } from '@/domain/basics/ids';
import { cancelReason } from '@/domain/consultations/cancel-ballot';
import { wordsOf } from '@/domain/consultations/checks';
import type { Consultation, Entry } from '@/domain/consultations/consultation';
import { nextStep, passedSteps } from '@/domain/consultations/four-steps';
import { lastBallot, standingBallot } from '@/domain/consultations/meeting-acts';
import { earliestMeeting } from '@/domain/consultations/periods';
import { unanswered } from '@/domain/consultations/transitions';
import { askersOf, weightOf, weightReasons } from '@/domain/consultations/weight';
import { decisionOf, isLate } from '@/domain/consultations/work-acts';
import { MAIN } from '@/domain/voting/box';
import { votedInUntil } from '@/domain/voting/plan';
import type { Box } from '@platform/ballot-box/records';
import { linksTo } from '@platform/attachments';
import type { Context } from '@platform/context';
import { actsOf } from './acts-of';

export const A_VILLAGER = '一位村民';

/** Who raised it, whoever reads for the village, the town or the supervision committee, and everybody else. */
type Reader = 'RAISER' | 'CADRE' | 'NEIGHBOUR';

export function readerOf(matter: Consultation, { caller, may }: Pick<Context, 'caller' | 'may'>): Reader {
  if (may('consultations.desk', { area: matter.village })) return 'CADRE';
  return caller.person !== undefined && caller.person.id === matter.raiserId ? 'RAISER' : 'NEIGHBOUR';
}

export function cardOf(matter: Consultation, { caller, settings, now }: Pick<Context, 'caller' | 'settings' | 'now'>): ConsultCard {
  const person = caller.person?.id;
  const decision = decisionOf(matter);
  const meetingAt = matter.entries.flatMap(({ announced }) => (announced !== undefined && announced.heldAt > now ? [announced.heldAt] : [])).sort((a, b) => a - b)[0];
  const ballot = standingBallot(matter);
  return {
    consultationId: matter._id,
    title: matter.title,
    place: matter.placeName,
    stage: matter.stage,
    line: matter.line,
    ending: matter.ending,
    source: matter.source,
    audience: matter.audience,
    weight: weightOf(matter, settings.consult),
    createdAt: matter.createdAt,
    changedAt: matter.changedAt,
    askers: askersOf(matter),
    mine: person !== undefined && person === matter.raiserId,
    supported: person !== undefined && matter.supporters.includes(person),
    replyBy: matter.replyBy,
    meetingAt,
    ballot: ballot !== undefined && now < ballot.closesAt ? { boxId: ballot.boxId, opensAt: ballot.opensAt, closesAt: ballot.closesAt } : undefined,
    who: decision?.who,
    dueOn: decision?.dueOn,
    late: isLate(matter, now),
    unanswered: unanswered(matter).length,
  };
}

export async function detailOf(matter: Consultation, context: Context, box: Box | undefined): Promise<ConsultDetail> {
  const { settings, now } = context;
  const reader = readerOf(matter, context);
  const ownWords = reader !== 'NEIGHBOUR' || matter.wordsShown;
  const isVisible = (file: FileId) => reader !== 'NEIGHBOUR' || matter.shownFiles.includes(file);
  const photos = ownWords ? matter.photos.filter(isVisible) : [];
  const voice = ownWords && matter.voice !== undefined && isVisible(matter.voice) ? matter.voice : undefined;
  const linked = await linksTo([...photos, ...(voice === undefined ? [] : [voice]), ...matter.entries.flatMap((entry) => (entry.photos ?? []).filter(isVisible))], context);
  const image = (file: FileId): FileView => ({ id: file, url: linked(file), kind: 'IMAGE' });
  const decision = decisionOf(matter);
  return {
    ...cardOf(matter, context),
    ballot: box === undefined ? undefined : ballotView(box, now),
    village: matter.villageName,
    raiser: matter.source === 'ISSUES' ? undefined : raiserWords(matter, reader, context),
    text: ownWords && matter.text !== '' ? matter.text : undefined,
    photos: photos.map(image),
    voice: voice === undefined ? undefined : { id: voice, url: linked(voice), kind: 'AUDIO', seconds: matter.voiceSeconds },
    gathered: matter.gathered && { category: matter.gathered.category, issues: matter.gathered.issues },
    intoId: matter.ending === 'MERGED' ? matter.intoId : undefined,
    // The issue is its reporter's and its handlers'; the issue's own permit decides again.
    issueId: matter.ending === 'ISSUE' && reader !== 'NEIGHBOUR' ? matter.intoId : undefined,
    reasons: [...weightReasons(matter, settings.consult)],
    reserved: matter.reserved,
    costInFen: matter.costInFen,
    markedMajor: matter.markedMajor,
    passed: [...passedSteps(matter)],
    nextStep: nextStep(matter),
    entries: matter.entries.map((entry, nth) => entryView(entry, nth, reader, context, (file) => (isVisible(file) ? image(file) : undefined))),
    publications: matter.publications.map((one) => ({ ...one })),
    decision: decision === undefined ? undefined : { ...decision, text: matter.entries.filter(({ kind, shown }) => kind === 'DECIDED' && (shown === true || reader === 'CADRE')).at(-1)?.text },
    box: box === undefined ? undefined : boxView(box, matter),
    earliest: { consultation: earliestMeeting(matter, 'CONSULTATION', now, settings), assembly: earliestMeeting(matter, 'ASSEMBLY', now, settings) },
    acts: actsOf(matter, context, box),
  };
}

/** Whoever takes part in the talk as a villager is not named to the neighbours; offices are. */
function raiserWords(matter: Consultation, reader: Reader, { caller }: Pick<Context, 'caller'>): string {
  if (caller.person !== undefined && caller.person.id === matter.raiserId) return '您';
  return reader === 'CADRE' ? matter.raiserName ?? A_VILLAGER : A_VILLAGER;
}

function entryView(entry: Entry, nth: number, reader: Reader, context: Context, file: (id: FileId) => FileView | undefined): ConsultEntry {
  const { by, kind } = entry;
  const isOwn = by !== undefined && by.personId === context.caller.person?.id;
  const isShown = entry.shown === true || wordsOf(entry) === '';
  const isRead = isShown || reader === 'CADRE' || isOwn;
  const head = { nth, at: entry.at, kind, by: by === undefined ? '' : isOwn ? '您' : by.as === 'VILLAGER' ? (reader === 'CADRE' ? by.name : A_VILLAGER) : by.name, waits: !isShown && entry.kept !== true, photos: isRead ? (entry.photos ?? []).flatMap((id) => file(id) ?? []) : [] };
  const plain = { ...head, line: entry.line, what: entry.what, answers: entry.answers, present: entry.present, spentInFen: entry.spentInFen };
  if (!isRead) return plain;
  return {
    ...plain,
    kept: isShown ? undefined : entry.kept,
    text: entry.text === '' ? undefined : entry.text,
    announced: entry.announced,
    held: entry.held && { ...entry.held, tellers: [...entry.held.tellers] },
    ballot: entry.ballot && { question: entry.ballot.question, unit: entry.ballot.unit, opensAt: entry.ballot.opensAt, closesAt: entry.ballot.closesAt },
    decision: entry.decision,
  };
}

/** The ballot that is announced or open, with the times that its box keeps to. */
function ballotView(box: Box, now: number): ConsultDetail['ballot'] {
  const closesAt = votedInUntil(box, now);
  return box.state !== 'CANCELLED' && now < closesAt ? { boxId: box._id, opensAt: box.opensAt + (closesAt - box.closesAt), closesAt } : undefined;
}

/** The result of the opinion ballot, as soon as the box has published it and as far as it shows it (CON-06, VOTE-12). */
function boxView(box: Box, matter: Consultation): ConsultDetail['box'] {
  const ballot = lastBallot(matter);
  const [main] = box.questions;
  const counts = box.result?.counts;
  return {
    boxId: box._id,
    state: box.state,
    question: ballot?.question ?? '',
    cancelReason: cancelReason(matter, box._id)?.text,
    options: (main?.options ?? []).map(({ code, text }) => ({ text, count: counts?.byQuestion[MAIN]?.[code] })),
    present: counts?.present,
    eligible: counts?.eligible,
  };
}

export function movedTo({ _id, stage, changedAt }: Consultation): { consultationId: string; stage: Consultation['stage']; changedAt: number } {
  return { consultationId: _id, stage, changedAt };
}
