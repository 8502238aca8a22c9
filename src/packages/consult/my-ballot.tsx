import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { castWords, leftWords } from '@/domain/wording/voting';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { ConsultDetail } from '@/services/views';

/** The way from a matter to the reader's own ballot on it; nothing for who is not on its roll. None of it is kept on the phone. */
export function MyBallot({ matter }: { readonly matter: ConsultDetail }): ReactNode {
  const boxId = matter.box?.boxId;
  const mine = usePageData(`consult-ballot:${boxId ?? ''}`, async () => (boxId === undefined ? [] : (await api.voting.mine({ boxId })).items), { keep: false });
  const [ballot] = mine.data ?? [];
  if (ballot === undefined) return null;
  const now = serverNow();
  const waits = ballot.state === 'OPEN' && ballot.cast !== true && now < ballot.closesAt;
  const url = ballot.state === 'PUBLISHED' ? `/packages/voting/result/index?id=${encodeURIComponent(ballot.boxId)}` : `/packages/voting/ballot/index?id=${encodeURIComponent(ballot.ballotId)}`;
  return (
    <Card flush>
      <Row
        icon="ballot"
        tone={waits ? 'you' : 'plain'}
        strong={waits}
        title={waits ? '等您投票' : '我的票'}
        line={waits ? `${castWords(ballot, now)}，${leftWords(ballot.closesAt, now)}` : castWords(ballot, now)}
        lineTone={waits ? 'you' : 'plain'}
        onTap={() => void Taro.navigateTo({ url })}
      />
    </Card>
  );
}
