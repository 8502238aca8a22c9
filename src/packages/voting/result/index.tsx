import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { FindReceipt } from '@/components/receipt/find';
import { Row } from '@/components/row';
import { formatDayFromNow, civilDateOf } from '@/domain/basics/civil-time';
import { BALLOT_WORDS, effectWords, outcomeWords, PROTECTION_WORDS } from '@/domain/wording/voting';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { receiptFor } from '@/services/receipts';
import { serverNow } from '@/services/server-clock';
import type { MyBallot, ResultView } from '@/services/views';
import { ObjectionSheet } from './objection-sheet';

/** What came out of a box, and one's own receipt in its list. */
export default function VotingResult(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`result:${id}`, async () => {
    const result = await api.voting.result({ boxId: id });
    const { items: [mine] } = await api.voting.mine({ boxId: id });
    return { result, mine };
  }, { keep: false });
  return <Page title="投票结果"><Loaded page={page}>{({ result, mine }) => <Result result={result} mine={mine} />}</Loaded></Page>;
}

function Result({ result, mine }: { readonly result: ResultView; readonly mine: MyBallot | undefined }): ReactNode {
  const { counts } = result;
  const now = serverNow();
  return (
    <>
      <Card>
        <View className="t-question">{result.title}</View>
        <View className="t-hint">{effectWords(result)}</View>
      </Card>
      <Note tone="go" icon="ballot" title={outcomeWords(result)}>
        {counts === undefined ? null : `名单上 ${counts.eligible} ${result.unit === 'HOUSEHOLD' ? '户' : '人'}，投了 ${counts.present} 票。${formatDayFromNow(civilDateOf(result.publishedAt), now)}公布`}
      </Note>
      {counts === undefined ? null : result.questions.filter(({ id }) => counts.byQuestion[id] !== undefined).map((question) => (
        <Section key={question.id} title={question.text}>
          <Card flush>{question.options.map(({ code, text }) => <Row key={code} title={text} end={`${counts.byQuestion[question.id]?.[code] ?? 0} 票`} />)}</Card>
        </Section>
      ))}
      {mine?.cast === undefined ? null : <OwnRow boxId={result.boxId} cast={mine.cast} mayObject={now < result.objectionsUntil} />}
      {result.buckets === 0 && counts !== undefined ? <Note tone="plain" icon="lock">{BALLOT_WORDS.removed}</Note> : null}
      {result.buckets === 0 ? null : (
        <Section title="查查我的票数进去没有">
          <Card>
            <FindReceipt buckets={result.buckets} kept={mine && receiptFor(mine.ballotId)?.receipt} listOf={async (bucket) => (await api.voting.receipts({ boxId: result.boxId, bucket })).receipts} />
          </Card>
        </Section>
      )}
      <Section title="这样投票，信得过吗"><Card><View>{PROTECTION_WORDS}</View></Card></Section>
    </>
  );
}

/** My own 已投 / 未投, which nobody else sees, and the way to say that it is wrong. */
function OwnRow({ boxId, cast, mayObject }: { readonly boxId: string; readonly cast: boolean; readonly mayObject: boolean }): ReactNode {
  const [objecting, setObjecting] = useState(false);
  return (
    <>
      <Card flush>
        <Row icon="me" tone="plain" title={cast ? '您投了票' : '您没投票'} line="只有您自己看得到这一行" {...(mayObject ? { end: '不对？', onTap: () => setObjecting(true) } : {})} />
      </Card>
      {objecting ? <ObjectionSheet boxId={boxId} cast={cast} onClose={() => setObjecting(false)} /> : null}
    </>
  );
}
