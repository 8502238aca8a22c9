import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Chip, type Tone } from '@/components/chip';
import type { IconName } from '@/components/icon';
import './branch.scss';

interface ClaimCardProps {
  readonly who: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** +3, or nothing where it is no entry. */
  readonly amount?: string;
  readonly amountTone?: 'ok' | 'bad';
  readonly chips: readonly { readonly tone: Tone; readonly text: string; readonly icon?: IconName }[];
  readonly check?: ReactNode;
  readonly evidence: ReactNode;
  readonly acts?: ReactNode;
}

/** What somebody says they did or promise, with what it rests on beside it, and what can be done about it. */
export function ClaimCard({ who, title, lines, amount, amountTone, chips, check, evidence, acts }: ClaimCardProps): ReactNode {
  return (
    <Card className="p-claim">
      <View className="p-claim__body">
        <View className="p-claim__side">
          <View className="p-claim__head">
            {check}
            <View className="p-claim__what">
              <View className="t-label">{who}</View>
              <View>{title}</View>
              {lines.map((line) => <View key={line} className="t-hint">{line}</View>)}
            </View>
            {amount === undefined ? null : <View className={`p-claim__amount${amountTone === undefined ? '' : ` t-${amountTone}`}`}>{amount}</View>}
          </View>
          <View className="p-claim__chips">{chips.map((chip) => <Chip key={chip.text} {...chip} />)}</View>
        </View>
        <View className="p-claim__evidence">{evidence}</View>
      </View>
      {acts === undefined ? null : <View className="p-claim__acts">{acts}</View>}
    </Card>
  );
}
