/**
 * Somebody who has everything: the database file (or the cloud's documents), every log line, and each voter's receipt, shown
 * under pressure. They try to say what each voter chose, by every order, place, time, size, count and digest they find.
 */
import { createHash } from 'node:crypto';
import type { OptionCode } from '@/domain/voting/box';
import { contentDigest } from '@platform/ids';
import type { LogLine } from '../harness';

export interface StoredDoc {
  readonly _id: string;
  readonly [field: string]: unknown;
}

export interface Evidence {
  /** Every collection's documents, in the order in which the engine keeps them. */
  readonly collections: Readonly<Record<string, readonly StoredDoc[]>>;
  /** The database file, where there is one. */
  readonly bytes: Buffer;
  readonly lines: readonly LogLine[];
  /** What the attacker knows beside the system: who voted, and with which receipt. */
  readonly voters: readonly Voter[];
  readonly options: readonly OptionCode[];
}

export interface Voter {
  readonly voter: string;
  readonly ballotId: string;
  readonly receipt: string;
  readonly account: string;
}

/** What one signal says of each voter, in the order of `voters`; undefined where it says nothing. */
export interface Guess {
  readonly by: string;
  readonly choices: readonly (OptionCode | undefined)[];
}

/** By what something can be ordered or grouped: a number a thing, under the signal's name. */
type Features = Readonly<Record<string, number>>;

/** Every guess that can be made of the evidence. */
export function guesses(evidence: Evidence): readonly Guess[] {
  const voters = evidence.voters.map((voter) => voterFeatures(evidence, voter));
  const choices = choicesSeen(evidence);
  const found: Guess[] = [];
  for (const one of names(voters)) {
    for (const other of names(choices.map(({ features }) => features))) {
      found.push(...byRank(one, other, voters, choices), ...byGroup(one, other, voters, choices));
    }
  }
  return [...found, byDigest(evidence)];
}

/** How many of the guesses of a signal are right, of all voters. */
export function hitRate(guess: Guess, truth: readonly OptionCode[]): number {
  return guess.choices.filter((choice, at) => choice === truth[at]).length / truth.length;
}

/**
 * How well the lines of the log tell the choice to somebody who even knows whose line each is: for every field, learnt on
 * one half and tried on the other; the best of all fields.
 */
export function logHitRate(lines: readonly LogLine[], truth: readonly OptionCode[]): number {
  const fields = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const half = Math.floor(lines.length / 2);
  const rates = fields.map((field) => {
    const value = (at: number) => JSON.stringify(lines[at]?.[field] ?? null);
    const learnt = new Map<string, OptionCode[]>();
    for (let at = 0; at < half; at += 1) learnt.set(value(at), [...(learnt.get(value(at)) ?? []), truth[at] ?? '']);
    let right = 0;
    for (let at = half; at < lines.length; at += 1) if (mostOf(learnt.get(value(at)) ?? []) === truth[at]) right += 1;
    return right / (lines.length - half);
  });
  return Math.max(...rates);
}

function voterFeatures({ collections, bytes }: Evidence, one: Voter): Features {
  const { receipt } = one;
  const features: Record<string, number> = {};
  for (const [collection, docs] of Object.entries(collections)) {
    const at = docs.findIndex((doc) => names_(doc, one));
    const doc = docs[at];
    if (doc !== undefined) {
      features[`${collection}/place`] = at;
      features[`${collection}/size`] = JSON.stringify(doc).length;
      Object.assign(features, inFile(`${collection}/file`, bytes, doc._id), numbersOf(collection, doc));
    }
    docs.forEach((list, place) => {
      const inside = Array.isArray(list.receipts) ? (list.receipts as string[]).indexOf(receipt) : -1;
      if (inside < 0) return;
      features['receipt/place'] = place * 100_000 + inside;
      features['receipt/list'] = Number(list._id.split(':').at(-1));
    });
  }
  Object.assign(features, inFile('receipt/file', bytes, receipt));
  features['receipt/value'] = Number.parseInt(sortable(receipt), 16);
  return features;
}

/** Every single choice that is to be seen, with all that can order it. */
function choicesSeen({ collections, bytes, options }: Evidence): readonly { readonly choice: OptionCode; readonly features: Features }[] {
  const seen = Object.entries(collections).flatMap(([collection, docs]) => docs.flatMap((doc, place) => {
    const lists = (doc.choices ?? {}) as Readonly<Record<string, readonly string[]>>;
    const entries = collection === 'boxChoices' ? (lists.main ?? []) : [];
    const listed = entries.map((entry, inside) => ({
      choice: entry.slice(-1),
      features: {
        'choice/place': place * 100_000 + inside,
        'choice/inside': inside,
        'choice/list': Number(doc._id.split(':').at(-1)),
        'choice/id': Number.parseInt(entry.slice(0, 12), 16),
        ...inFile('choice/file', bytes, entry),
      },
    }));
    const single = typeof doc.choice === 'string' && options.includes(doc.choice) ? [{ choice: doc.choice, features: { [`${collection}/single`]: place, ...inFile(`${collection}/singleFile`, bytes, doc._id) } }] : [];
    return [...listed, ...single];
  }));
  return seen;
}

/** Orders both sides and lays them side by side, forwards and backwards. */
function byRank(one: string, other: string, voters: readonly Features[], choices: readonly { readonly choice: OptionCode; readonly features: Features }[]): readonly Guess[] {
  const left = voters.map((features, at) => ({ at, by: features[one] })).filter(({ by }) => by !== undefined).sort((a, b) => (a.by ?? 0) - (b.by ?? 0));
  const right = choices.filter(({ features }) => features[other] !== undefined).sort((a, b) => (a.features[other] ?? 0) - (b.features[other] ?? 0));
  if (left.length !== right.length) return [];
  return [right, [...right].reverse()].map((ordered, turn) => {
    const guessed: (OptionCode | undefined)[] = voters.map(() => undefined);
    left.forEach(({ at }, rank) => { guessed[at] = ordered[rank]?.choice; });
    return { by: `${one} ~ ${other}${turn === 0 ? '' : ' backwards'}`, choices: guessed };
  });
}

/** What most have who share the same number. */
function byGroup(one: string, other: string, voters: readonly Features[], choices: readonly { readonly choice: OptionCode; readonly features: Features }[]): readonly Guess[] {
  const groups = new Map<number, OptionCode[]>();
  for (const { choice, features } of choices) {
    const key = features[other];
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [{ by: `${one} = ${other}`, choices: voters.map((features) => mostOf(groups.get(features[one] ?? Number.NaN) ?? [])) }];
}

/** Tries every option through every digest that such a system might keep, and looks for it everywhere. */
function byDigest({ collections, lines, voters, options }: Evidence): Guess {
  const texts = new Set([...Object.values(collections).flat(), ...lines].flatMap((one) => stringsIn(one)));
  const choices = voters.map(({ voter, ballotId, receipt }) => options.find((code) => {
    const inputs = [{ ballotId, choices: { main: code } }, { ballotId, receipt, choices: { main: code } }, { receipt, choices: { main: code } }];
    const plain = [`${voter}${code}`, `${ballotId}${code}`, `${ballotId}:${code}`, `${receipt}${code}`];
    const tried = [...inputs.map(contentDigest), ...[...inputs.map((input) => JSON.stringify(input)), ...plain].map((text) => createHash('sha256').update(text).digest('hex'))];
    return tried.some((digest) => texts.has(digest));
  }));
  return { by: 'digest', choices };
}

/** Where a text stands in the file first and last, and how many copies of it there are, stale ones among them. */
function inFile(name: string, bytes: Buffer, text: string): Features {
  let copies = 0;
  let first = -1;
  let last = -1;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    copies += 1;
    first = first < 0 ? at : first;
    last = at;
  }
  return copies === 0 ? {} : { [`${name}First`]: first, [`${name}Last`]: last, [`${name}Copies`]: copies };
}

/** A row of theirs, they themselves, their phone, what they were told. */
function names_({ _id, voter: of, to }: StoredDoc, { voter, account }: Voter): boolean {
  return _id.endsWith(`:${voter}`) || of === voter || _id === voter || _id === account || to === `person:${voter}`;
}

function numbersOf(collection: string, doc: StoredDoc): Features {
  return Object.fromEntries(Object.entries(doc).flatMap(([field, value]) => (typeof value === 'number' ? [[`${collection}.${field}`, value]] : [])));
}

function names(all: readonly Features[]): readonly string[] {
  return [...new Set(all.flatMap((features) => Object.keys(features)))];
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function mostOf(choices: readonly OptionCode[]): OptionCode | undefined {
  const counts = new Map<OptionCode, number>();
  for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function sortable(receipt: string): string {
  return [...receipt.slice(0, 6)].map((character) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(character).toString(16).padStart(2, '0')).join('');
}
