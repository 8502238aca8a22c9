import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { words } from '@/hooks/use-act';
import { useBusy } from '@/hooks/use-busy';
import { bucketOf, formatReceipt, readReceipt, type Receipt } from '@/domain/voting/receipt';
import { RECEIPT_WORDS } from '@/domain/wording/voting';
import { AppError } from '@/services/app-error';
import { Button } from '../button';
import { Field, Input } from '../field';
import { Note } from '../note';

interface FindReceiptProps {
  /** How many lists there are. */
  readonly buckets: number;
  /** One list of receipts. It is compared here: nobody is told which receipt is looked for. */
  readonly listOf: (bucket: number) => Promise<readonly string[]>;
  /** The receipt that this phone kept. */
  readonly kept?: Receipt | undefined;
}

type Found = 'found' | 'missing' | 'misread';

/** Looks one's own receipt up once a box is counted. */
export function FindReceipt({ buckets, listOf, kept }: FindReceiptProps): ReactNode {
  const [typed, setTyped] = useState(kept === undefined ? '' : formatReceipt(kept));
  const [found, setFound] = useState<Found>();
  const look = useBusy(async () => {
    const receipt = readReceipt(typed);
    if (receipt === undefined) {
      setFound('misread');
      return;
    }
    const list = await listOf(bucketOf(receipt, buckets));
    setFound(list.includes(receipt) ? 'found' : 'missing');
  });
  return (
    <View className="l-stack">
      <Field label={RECEIPT_WORDS.title} hint={RECEIPT_WORDS.typeIt}>
        <Input label={RECEIPT_WORDS.title} value={typed} onInput={(text) => { setTyped(text); setFound(undefined); }} maxLength={60} />
      </Field>
      <Button kind="fill" wide icon="search" text={RECEIPT_WORDS.look} onTap={() => void look.run()} {...(look.busy ? { busy: '正在找…' } : {})} />
      {look.error === undefined ? null : <Note tone="bad" said="alert">{words(AppError.from(look.error))}</Note>}
      {found === undefined ? null : <Note tone={found === 'found' ? 'ok' : found === 'missing' ? 'bad' : 'you'} said="status">{RECEIPT_WORDS[found]}</Note>}
    </View>
  );
}
