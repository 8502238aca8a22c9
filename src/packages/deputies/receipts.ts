/** My receipts on this phone: made and kept before a ballot is sent, so that a lost reply loses nothing. */
import Taro from '@tarojs/taro';
import { RECEIPT_BYTES, receiptOf, type Receipt } from '@/domain/voting/receipt';
import { keep, kept } from '@/hooks/phone-storage';

interface KeptReceipt {
  readonly code: Receipt;
  readonly title: string;
}

const keyOf = (boxId: string): string => `receipt:${boxId}`;

export function keptReceipt(boxId: string): KeptReceipt | undefined {
  return kept<KeptReceipt>(keyOf(boxId));
}

/** The receipt to send: the one of an earlier try, or a new one. Undefined where the phone is full: then nothing is sent. */
export async function receiptFor(boxId: string, title: string): Promise<Receipt | undefined> {
  const before = keptReceipt(boxId);
  if (before !== undefined) return before.code;
  const code = receiptOf(await randomBytes());
  return keep(keyOf(boxId), { code, title } satisfies KeptReceipt) ? code : undefined;
}

/** The server says that somebody else's ballot has it: the next try makes another. */
export function forgetReceipt(boxId: string): void {
  Taro.removeStorageSync(keyOf(boxId));
}

async function randomBytes(): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(RECEIPT_BYTES));
  const { randomValues } = await Taro.getRandomValues({ length: RECEIPT_BYTES });
  return new Uint8Array(randomValues);
}
