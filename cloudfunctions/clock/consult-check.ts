/** Asks for the content check of what a matter of consultation has for the village, and looks what came of its pictures (WX-08, WX-09). */
import type { EpochMs, FileId } from '@/domain/basics/ids';
import { uncheckedFiles, uncheckedTexts, type CheckResult, type Unchecked } from '@/domain/consultations/checks';
import type { Consultation, ConsultTelling } from '@/domain/consultations/consultation';
import { telling } from '@/domain/consultations/moves';
import { partOf, partOfFile, reviewPostFor } from '@/domain/consultations/review';
import type { PostKey } from '@/domain/grid/posts';
import { askAgainAt, REVIEW_AFTER_MS } from '@/domain/issues/publication';
import { noticeOf } from '@platform/consult-outcome';
import { fileAnswers, textAnswer } from './check-answers';
import { firstTold } from './first-told';
import type { JobContext } from './job';

export interface Checked extends CheckResult {
  readonly tell: readonly ConsultTelling[];
}

/** What was checked, and when to look again, ever more seldom for a day. After half an hour the desk that decides on it is told (WX-09). */
export async function checkForVillage(matter: Consultation, context: JobContext): Promise<Checked> {
  const { now } = context;
  const passed: Unchecked[] = [];
  const refused: Unchecked[] = [];
  const unanswered: Unchecked[] = [];
  for (const one of uncheckedTexts(matter)) {
    const outcome = one.text.trim() === '' ? 'PASSED' : await textAnswer(one.author ?? '', one.text, context);
    (outcome === 'PASSED' ? passed : outcome === 'REFUSED' ? refused : unanswered).push(one);
  }
  const { shownFiles, pending } = await fileAnswers(uncheckedFiles(matter), matter.uploads, context);
  const times = [...unanswered.map(({ entry }) => timeOf(matter, entry)), ...pending.map((file) => timeOfFile(matter, file))];
  const waits = times.length > 0;
  const againAt = waits ? askAgainAt(Math.max(...times), now) : undefined;
  // A talk in which somebody says something every few minutes does not keep its first words from people.
  const since = Math.min(...times);
  const review = waits && now - since >= REVIEW_AFTER_MS;
  const parts = [...unanswered.map(partOf), ...pending.map(partOfFile)];
  return {
    passed,
    refused,
    shownFiles,
    waits,
    ...(review ? { review: pending } : {}),
    ...(againAt === undefined ? {} : { againAt }),
    tell: review ? await tellingsOf(matter, parts, { now, cause: `UNCHECKED:${since}` }, context) : [],
  };
}

/** The same cause each time: each desk is told once. */
async function tellingsOf(matter: Consultation, parts: readonly string[], at: { readonly now: EpochMs; readonly cause: string }, context: JobContext): Promise<readonly ConsultTelling[]> {
  const tell = (await desksFor(matter, parts, context)).map((post) => telling({ post }, 'CONSULT_UNCHECKED', at));
  return firstTold(tell, (one) => noticeOf(matter, one), context);
}

async function desksFor(matter: Consultation, parts: readonly string[], { store, today }: JobContext): Promise<readonly PostKey[]> {
  const village = await store.get('villages', matter.village);
  return village === undefined ? [] : [...new Set(parts.map((part) => reviewPostFor(matter, part, { village, today })))];
}

function timeOf({ createdAt, entries }: Consultation, entry: number | undefined): EpochMs {
  return (entry === undefined ? undefined : entries[entry]?.at) ?? createdAt;
}

function timeOfFile({ createdAt, entries }: Consultation, file: FileId): EpochMs {
  return entries.find(({ photos }) => photos?.includes(file) === true)?.at ?? createdAt;
}
