/** The phone's receipts: made and kept here before a ballot is sent, so that a lost reply loses nothing. */
import Taro from '@tarojs/taro';
import { RECEIPT_BYTES, receiptOf, type Receipt } from '@/domain/voting/receipt';
import { keep, kept } from '@/hooks/phone-storage';

/** Neither the choice nor the time is kept: whoever picks up the phone learns that there is a ballot, and no more. */
export interface KeptReceipt {
  readonly receipt: Receipt;
  /** What it was for. */
  readonly title: string;
}

/** A new receipt, from the phone's own source of secrets. Fails where it has none: `Math.random` can be guessed. */
export async function newReceipt(): Promise<Receipt> {
  if (process.env.TARO_ENV === 'h5') return receiptOf(crypto.getRandomValues(new Uint8Array(RECEIPT_BYTES)));
  const { randomValues } = await Taro.getRandomValues({ length: RECEIPT_BYTES });
  return receiptOf(new Uint8Array(randomValues));
}

/** The receipt of a ballot that was sent, or was about to be, from this phone. */
export function receiptFor(ballotId: string): KeptReceipt | undefined {
  return kept<KeptReceipt>(keyOf(ballotId));
}

/** False when the phone is full: then the ballot is not sent yet. */
export function keepReceipt(ballotId: string, receipt: KeptReceipt): boolean {
  return keep(keyOf(ballotId), receipt);
}

/** It belongs to no ballot that is in. */
export function forgetReceipt(ballotId: string): void {
  Taro.removeStorageSync(keyOf(ballotId));
}

function keyOf(ballotId: string): string {
  return `receipt:${ballotId}`;
}
