/**
 * What is published of a box once it is closed: everything that is needed to count again, and nothing that tells who
 * voted how. `npm run tally -- FILE` reads it; so can anyone with a text editor.
 */
import type { CivilDate } from '../basics/ids';
import { MAIN, type BallotUnit, type BoxId, type BoxKind, type LegalEffect, type OptionCode, type Question } from './box';
import { merkleRoot, type Sha256 } from './merkle';
import { isReceipt, type Receipt } from './receipt';
import type { CountingRule } from './rule';
import { countChoices, outcomeOf, shownCounts, total, type Counts, type Outcome } from './tally';

export const FILE_FORMAT = 'cunlishi-ballots/1';

export interface PublishedFile {
  readonly format: typeof FILE_FORMAT;
  readonly box: BoxId;
  readonly kind: BoxKind;
  readonly unit: BallotUnit;
  readonly legalEffect: LegalEffect;
  readonly title: string;
  readonly openedOn: CivilDate;
  readonly closedOn: CivilDate;
  readonly rule: CountingRule;
  readonly questions: readonly Question[];
  readonly eligible: number;
  /** The choices of each question, in order of their letters: the order of casting is not in it, nor anywhere. */
  readonly ballots: Readonly<Record<string, readonly OptionCode[]>>;
  /** In ascending order. */
  readonly receipts: readonly Receipt[];
  readonly receiptsRoot: string;
  /** What the server came to. */
  readonly counts: Counts;
  readonly outcome: Outcome;
}

export type FileProblem =
  | 'FORMAT'
  /** The number of receipts is not the number of ballots. */
  | 'RECEIPTS_NOT_BALLOTS'
  | 'MORE_THAN_ELIGIBLE'
  | 'RECEIPT_TWICE'
  | 'RECEIPT_MISSHAPEN'
  | 'NOT_IN_ORDER'
  | 'ROOT'
  /** A ballot is none of its question's options, or an answer belongs to no ballot. */
  | 'UNKNOWN_OPTION'
  | 'COUNTS'
  | 'OUTCOME';

/** Counts a file again. Only for a file whose ballots are options of its questions. */
export function countFile(file: Pick<PublishedFile, 'rule' | 'questions' | 'eligible' | 'ballots'>): { readonly counts: Counts; readonly outcome: Outcome } {
  const byQuestion = Object.fromEntries(file.questions.flatMap((question) => {
    const choices = file.ballots[question.id];
    return choices === undefined ? [] : [[question.id, countChoices(question, choices)]];
  }));
  const counts: Counts = { eligible: file.eligible, present: total(byQuestion[MAIN] ?? {}), invalid: 0, byQuestion };
  return { counts, outcome: outcomeOf(file.rule, counts) };
}

/** Everything about a file that does not add up; nothing for a sound one. */
export function checkFile(file: PublishedFile, sha256: Sha256): readonly FileProblem[] {
  if (file.format !== FILE_FORMAT) return ['FORMAT'];
  const problems: FileProblem[] = [];
  const { receipts, ballots } = file;
  const main = ballots[MAIN] ?? [];
  if (receipts.length !== main.length) problems.push('RECEIPTS_NOT_BALLOTS');
  if (main.length > file.eligible || Object.values(ballots).some((choices) => choices.length > main.length)) problems.push('MORE_THAN_ELIGIBLE');
  if (new Set(receipts).size !== receipts.length) problems.push('RECEIPT_TWICE');
  if (!receipts.every(isReceipt)) problems.push('RECEIPT_MISSHAPEN');
  if (![receipts, ...Object.values(ballots)].every(isAscending)) problems.push('NOT_IN_ORDER');
  if (merkleRoot(receipts, sha256) !== file.receiptsRoot) problems.push('ROOT');
  if (!allKnown(file)) return [...problems, 'UNKNOWN_OPTION'];
  const again = countFile(file);
  if (!same(shownCounts(file.rule, again.counts), file.counts)) problems.push('COUNTS');
  if (!same(again.outcome, file.outcome)) problems.push('OUTCOME');
  return problems;
}

function allKnown({ questions, ballots }: PublishedFile): boolean {
  return Object.entries(ballots).every(([id, choices]) => {
    const options = new Set(questions.find((question) => question.id === id)?.options.map(({ code }) => code));
    return choices.every((choice) => options.has(choice));
  });
}

function isAscending(items: readonly string[]): boolean {
  return items.every((item, at) => at === 0 || (items[at - 1] ?? '') <= item);
}

/** Equal as JSON, whatever the order of keys. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? '';
}
