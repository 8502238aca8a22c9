import { useEffect, useRef, useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import type { BallotAct } from '@/hooks/use-ballot';
import { BALLOT_WORDS } from '@/domain/wording/voting';
import { Bar } from '../bar';
import { Icon } from '../icon';
import { Page } from '../page';

/** A phone that lies there unanswered forgets what was tapped on it. */
export const IDLE_MS = 120_000;

interface HandedOverProps {
  readonly pageTitle: string;
  /** Who votes. */
  readonly name: string;
  readonly act: BallotAct;
  readonly onDone: () => void;
  /** The ballot. */
  readonly children: ReactNode;
}

/**
 * Help for a voter (architecture section 5): the phone is handed over, the voter taps alone, and the screen clears itself
 * when the ballot is in, when nobody touches it, and when the app is left. The helper sees neither choice nor receipt.
 */
export function HandedOver({ pageTitle, name, act, onDone, children }: HandedOverProps): ReactNode {
  const [stage, setStage] = useState<'give' | 'vote' | 'back'>('give');
  const { clear, stage: at, choices, comment } = act;
  const clearNow = useRef(clear);
  clearNow.current = clear;

  useEffect(() => {
    if (at !== 'cast' || stage === 'back') return;
    setStage('back');
    clearNow.current();
  }, [at, stage]);

  useEffect(() => {
    if (stage !== 'vote' || at === 'sending') return undefined;
    const timer = setTimeout(() => {
      clearNow.current();
      setStage('give');
    }, IDLE_MS);
    return () => clearTimeout(timer);
  }, [stage, at, choices, comment]);

  useDidHide(() => {
    if (at === 'sending') return;
    clearNow.current();
    setStage((before) => (before === 'vote' ? 'give' : before));
  });

  if (stage === 'vote') return <>{children}</>;
  const back = stage === 'back';
  return (
    <Page title={pageTitle} bar={<Bar main={{ text: back ? '好' : BALLOT_WORDS.handOverStart, onTap: back ? onDone : () => setStage('vote') }} />}>
      <View className="c-ballot__given">
        <Icon name={back ? 'ok' : 'transfer'} size="xl" />
        <View className="t-question">{back ? BALLOT_WORDS.handBack : BALLOT_WORDS.handOver(name)}</View>
        <View className="t-hint">{back ? BALLOT_WORDS.handBackLine : BALLOT_WORDS.handOverLine}</View>
      </View>
    </Page>
  );
}
