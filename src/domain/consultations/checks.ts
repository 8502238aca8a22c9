/** Which words and pictures of a matter the village may read: each only after its check let it pass (WX-08, WX-09). */
import type { AccountId, EpochMs, FileId } from '../basics/ids';
import type { Outcome } from './acts';
import type { Consultation, Entry } from './consultation';
import { settled, toRaiser, withTimers } from './moves';

/** Something that waits for the check: the raiser's words, or an entry by its place. */
export interface Unchecked {
  readonly entry?: number;
  readonly text: string;
  /** Who wrote it: WeChat checks words in the name of who used the app just now. */
  readonly author?: AccountId;
}

/** Everything in an entry that somebody wrote, as one text. */
export function wordsOf({ text, announced, held, ballot, decision }: Omit<Entry, 'at' | 'kind'>): string {
  const words = [text, announced?.place, announced?.invitees, announced?.special, held?.attendance, ...(held?.tellers ?? []), ballot?.question, decision?.who];
  return words.filter((word) => word !== undefined && word !== '').join('\n');
}

/** Nothing of what was taken back: the village reads none of it. */
export function uncheckedTexts(matter: Consultation): readonly Unchecked[] {
  if (matter.ending === 'WITHDRAWN') return [];
  const isRaised = matter.audience === 'VILLAGE' && !matter.wordsShown;
  const entries = matter.entries.flatMap((entry, at) => (entry.shown === true || entry.kept === true || wordsOf(entry) === '' ? [] : [{ entry: at, text: titled(matter, entry), author: entry.by?.account ?? matter.raiserAccount }]));
  return [...(isRaised ? [{ text: matter.text, author: matter.raiserAccount }] : []), ...entries];
}

/** With the answer the village also gives the title. */
function titled({ title }: Consultation, entry: Entry): string {
  return entry.kind === 'ANSWERED' ? `${title}\n${wordsOf(entry)}` : wordsOf(entry);
}

export function uncheckedFiles(matter: Consultation): readonly FileId[] {
  if (matter.ending === 'WITHDRAWN') return [];
  const own = matter.audience === 'VILLAGE' ? [...matter.photos, ...(matter.voice === undefined ? [] : [matter.voice])] : [];
  return [...own, ...matter.entries.flatMap(({ photos }) => photos ?? [])].filter((file) => !matter.shownFiles.includes(file) && matter.keptFiles?.includes(file) !== true);
}

export interface CheckResult {
  readonly passed: readonly Unchecked[];
  readonly refused: readonly Unchecked[];
  readonly shownFiles: readonly FileId[];
  /** Whether something got no answer yet. */
  readonly waits: boolean;
  /** When to ask again for it; undefined when nothing is left to ask for. */
  readonly againAt?: EpochMs;
  /** Given once people are to look: the files that got no answer. */
  readonly review?: readonly FileId[];
}

/**
 * Puts the answers of the check in. Raised words that did not pass stay with the cadres, and who raised them is told. The
 * check was asked a moment ago: what people have decided on since is left as it is.
 */
export function withChecks(matter: Consultation, result: CheckResult, at: { readonly now: EpochMs; readonly cause: string }): Outcome {
  const open = uncheckedTexts(matter);
  const stillOpen = (answered: Unchecked): boolean => open.some(({ entry, text }) => entry === answered.entry && text === answered.text);
  const [passed, refused] = [result.passed.filter(stillOpen), result.refused.filter(stillOpen)];
  const isRefused = refused.some(({ entry }) => entry === undefined);
  const hasPassed = passed.some(({ entry }) => entry === undefined);
  const files = uncheckedFiles(matter);
  const entries = matter.entries.map((entry, index) => {
    if (passed.some((one) => one.entry === index)) return { ...entry, shown: true as const };
    return refused.some((one) => one.entry === index) ? { ...entry, kept: true as const } : entry;
  });
  const next: Consultation = {
    ...matter,
    entries,
    wordsShown: matter.wordsShown || hasPassed,
    published: matter.published || hasPassed,
    ...(isRefused ? { audience: 'CADRES' as const } : {}),
    shownFiles: [...new Set([...matter.shownFiles, ...result.shownFiles.filter((file) => files.includes(file))])],
  };
  const waiting: Consultation = { ...next, review: reviewAfter(next, result, at.now) };
  return { matter: settled(withTimers(waiting, { PUBLISH: result.againAt }), at.now), tell: isRefused ? toRaiser(matter, 'CONSULT_NOT_PUBLISHED', at) : [] };
}

/** What waits for people goes on waiting while something has no answer, also while later words are asked for anew. */
function reviewAfter(matter: Consultation, { waits, review: files = matter.review?.files }: CheckResult, now: EpochMs): Consultation['review'] {
  if (!waits || files === undefined) return undefined;
  const left = uncheckedTexts(matter).length > 0 || uncheckedFiles(matter).some((file) => files.includes(file));
  return left ? { since: matter.review?.since ?? now, files } : undefined;
}
