import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { BallotAct } from '@/hooks/use-ballot';
import { MAIN } from '@/domain/voting/box';
import { BALLOT_WORDS } from '@/domain/wording/voting';
import { Bar } from '../bar';
import { Blank } from '../blank';
import { Card } from '../card';
import { Note } from '../note';
import { Page } from '../page';
import type { BallotPaper } from './paper';

interface ReviewProps {
  readonly pageTitle: string;
  readonly paper: BallotPaper;
  readonly act: BallotAct;
}

/** What was chosen, word for word, before it goes in and cannot be changed any more. */
export function BallotReview({ pageTitle, paper, act }: ReviewProps): ReactNode {
  if (act.over) {
    return (
      <Page title={pageTitle}>
        <Blank kind="error" icon="ballot" title={act.errorLine ?? ''} line={BALLOT_WORDS.refused} action={{ text: '回首页', onTap: () => void Taro.reLaunch({ url: '/pages/home/index' }) }} />
      </Page>
    );
  }
  const busy = act.stage === 'sending';
  const answered = paper.questions.filter(({ id }) => id === MAIN || act.choices[id] !== undefined);
  return (
    <Page
      title={pageTitle}
      meanwhile={BALLOT_WORDS.offline}
      bar={(
        <Bar
          second={{ text: BALLOT_WORDS.change, onTap: act.back, ...(busy ? { reason: BALLOT_WORDS.sending } : {}) }}
          main={{ text: BALLOT_WORDS.send, onTap: () => void act.send(), ...(busy ? { busy: BALLOT_WORDS.sending } : {}) }}
          hint={BALLOT_WORDS.final}
        />
      )}
    >
      <View className="t-question">{BALLOT_WORDS.yours}</View>
      <Card>
        <View className="c-ballot__answers">
          {answered.map(({ id, text, options }) => (
            <View key={id}>
              <View className="t-hint">{text}</View>
              <View className="c-ballot__answer">{options.find(({ code }) => code === act.choices[id])?.text ?? BALLOT_WORDS.leftOut}</View>
            </View>
          ))}
          {act.comment.trim() === '' ? null : <View><View className="t-hint">{BALLOT_WORDS.comment}</View><View>{act.comment}</View></View>}
        </View>
      </Card>
      {act.errorLine === undefined ? null : <Note tone="bad" said="alert">{act.errorLine}</Note>}
    </Page>
  );
}
