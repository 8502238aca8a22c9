/** The lists that receipts and choices are kept in: sorted, written whole, and telling nothing of when anything came. */
import { LEFT_OUT, type OptionCode } from '@/domain/voting/box';
import type { Receipt } from '@/domain/voting/receipt';
import type { ChoiceShard, ReceiptShard } from './records';

/** Hex digits of the random id in front of a choice or a comment, by which a list is sorted. */
export const SEALED_ID_LENGTH = 16;
const SEALED_ID_BYTES = SEALED_ID_LENGTH / 2;

type RandomHex = (bytes: number) => string;

export function withReceipt(shard: ReceiptShard, receipt: Receipt): ReceiptShard {
  return { ...shard, receipts: inserted(shard.receipts, receipt) };
}

/**
 * The list with a ballot in it. Every answer gets an id of its own, so that the answers of one ballot are not together
 * anywhere: a pattern over several questions would be a signature (architecture section 5).
 */
export function withBallot(shard: ChoiceShard, choices: Readonly<Record<string, OptionCode>>, comment: string | undefined, randomHex: RandomHex): ChoiceShard {
  const answered = Object.entries(choices).filter(([, code]) => code !== LEFT_OUT);
  return {
    ...shard,
    choices: sortedKeys(answered.reduce(
      (all, [question, code]) => ({ ...all, [question]: inserted(all[question] ?? [], randomHex(SEALED_ID_BYTES) + code) }),
      shard.choices,
    )),
    comments: comment === undefined ? shard.comments : inserted(shard.comments, randomHex(SEALED_ID_BYTES) + comment),
  };
}

/** All choices of a question, over all lists, in order of their letters. */
export function choicesIn(shards: readonly ChoiceShard[], question: string): readonly OptionCode[] {
  return shards.flatMap(({ choices }) => choices[question] ?? []).map((entry) => entry.slice(SEALED_ID_LENGTH)).sort();
}

/** All comments, in order of random ids: in none. */
export function commentsIn(shards: readonly ChoiceShard[]): readonly string[] {
  return shards.flatMap(({ comments }) => comments).sort().map((entry) => entry.slice(SEALED_ID_LENGTH));
}

/** All receipts, in ascending order. */
export function receiptsIn(shards: readonly ReceiptShard[]): readonly Receipt[] {
  return shards.flatMap(({ receipts }) => receipts).sort();
}

function inserted(items: readonly string[], item: string): readonly string[] {
  const at = items.findIndex((one) => one > item);
  return at < 0 ? [...items, item] : [...items.slice(0, at), item, ...items.slice(at)];
}

/** The order of an object's keys must not say which question was answered first. */
function sortedKeys<T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
}
