import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { formatReceipt, type Receipt } from '@/domain/voting/receipt';
import { BALLOT_WORDS, RECEIPT_WORDS } from '@/domain/wording/voting';
import { aria } from '../aria';
import { Bar } from '../bar';
import { Button } from '../button';
import { Card } from '../card';
import { Icon } from '../icon';
import { Page } from '../page';
import { Row } from '../row';
import { toast } from '../toast';
import './index.scss';

interface ReceiptPageProps {
  readonly receipt: Receipt;
  /** What it was for, and the day: 评周桂芳代表 · 12月8日. */
  readonly line: string;
  /** When it can be looked up: 12月20日. */
  readonly countedOn: string;
  readonly onHome: () => void;
  /** Where there is another ballot to go on with: back to the list of them. */
  readonly onNext?: (() => void) | undefined;
}

/** The ballot is in: the receipt, shown once, with what it proves and what it does not. */
export function ReceiptPage({ receipt, line, countedOn, onHome, onNext }: ReceiptPageProps): ReactNode {
  const [written, setWritten] = useState(false);
  return (
    <Page title="投好了" bar={<Bar main={onNext === undefined ? { text: '回首页', onTap: onHome, kind: 'line' } : { text: '接着投下一张', onTap: onNext, kind: 'line' }} />}>
      <View className="c-receipt__head">
        <Icon name="ok" size="xl" />
        <View className="c-receipt__big" {...aria({ role: 'heading', level: 1 })}>{BALLOT_WORDS.cast}</View>
        <View className="t-hint">{line}</View>
      </View>
      <Card>
        <View className="c-receipt__card">
          <View className="t-hint">{RECEIPT_WORDS.title}</View>
          {written ? <View className="t-strong">存在这部手机里了</View> : (
            <>
              <ReceiptCode receipt={receipt} />
              <View className="c-receipt__once"><Icon name="alert" size="sm" />{RECEIPT_WORDS.once}</View>
              <View className="c-receipt__acts">
                <Button kind="fill" icon="save" text={RECEIPT_WORDS.copy} onTap={() => void copy(receipt)} />
                <Button kind="line" text={RECEIPT_WORDS.written} onTap={() => setWritten(true)} />
              </View>
            </>
          )}
        </View>
      </Card>
      <Card flush>
        <Row icon="search" title={RECEIPT_WORDS.canFind} line={RECEIPT_WORDS.proves(countedOn)} strong />
        <Row icon="lock" tone="plain" title={RECEIPT_WORDS.cannotFind} line={RECEIPT_WORDS.provesNot} strong />
      </Card>
      <View className="t-hint t-center">{RECEIPT_WORDS.lost}</View>
    </Page>
  );
}

/** Seven groups of four, read out group by group. */
export function ReceiptCode({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const groups = formatReceipt(receipt).split('-');
  return (
    <View className="c-receipt__code" {...aria({ role: 'img', label: groups.map((group) => [...group].join(' ')).join('，') })}>
      {groups.map((group, at) => <View key={`${at}-${group}`}>{group}</View>)}
    </View>
  );
}

async function copy(receipt: Receipt): Promise<void> {
  try {
    await Taro.setClipboardData({ data: formatReceipt(receipt) });
    toast('复制好了，贴到备忘录里存着');
  } catch {
    toast('没复制成，请抄下来');
  }
}
