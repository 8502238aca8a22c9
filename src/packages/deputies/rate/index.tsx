import type { ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Ballot } from '@/components/ballot';
import { Button } from '@/components/button';
import { Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { ReceiptPage } from '@/components/receipt';
import { civilDateOf, dueDay, formatDay, formatMoment } from '@/domain/basics/civil-time';
import { useBallot } from '@/hooks/use-ballot';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { openDeputies } from '../links';
import { Outcomes, Who, YearFigures, YearInWords } from '../year';

type BallotView = Awaited<ReturnType<typeof api.voting.ballot>>;

const OUTCOMES_SHOWN = 3;

/** A deputy's ballot beside the deputy's own year (DEP-11..13). */
export default function Rate(): ReactNode {
  const ballotId = decodeURIComponent(useRouter().params.ballot ?? '');
  // Told by the server: a phone whose clock is wrong must not shut a ballot that is open.
  useMe();
  const page = usePageData(`ballot:${ballotId}`, () => api.voting.ballot({ ballotId }), { keep: false });
  if (page.data === undefined) return <Page title="评代表"><Loaded page={page}>{() => null}</Loaded></Page>;
  return <Rating ballot={page.data} />;
}

function Rating({ ballot }: { readonly ballot: BallotView }): ReactNode {
  const act = useBallot(ballot);
  const now = serverNow();
  if (act.receipt !== undefined) {
    return (
      <ReceiptPage
        receipt={act.receipt}
        line={`${ballot.title} · ${formatDay(civilDateOf(now), civilDateOf(now))}`}
        countedOn={formatDay(dueDay(ballot.closesAt), civilDateOf(now))}
        onHome={() => void Taro.reLaunch({ url: '/pages/home/index' })}
      />
    );
  }
  return <Ballot pageTitle="评代表" paper={ballot} act={act} now={now} subject={(readAloud) => <Year ballot={ballot} readAloud={readAloud} />} below={<Below ballot={ballot} />} closed={whyClosed(ballot, now)} />;
}

/** Ways on from the ballot; in 长辈版 the year itself is one of them, since only three sentences of it stand above. */
function Below({ ballot: { subject, boxId } }: { readonly ballot: BallotView }): ReactNode {
  const [, town = '', mandate = ''] = subject.split(':');
  return (
    <>
      <View className="only-elder"><Button small wide kind="quiet" icon="calendar" text="这一年一件件看" onTap={() => openDeputies('deputy', { town, id: mandate })} /></View>
      <Button small kind="quiet" icon="people" text="我在不在名单上？" onTap={() => openDeputies('receipt', { box: boxId })} />
    </>
  );
}

function whyClosed({ cast, canCast, opensAt, closesAt }: BallotView, now: number): string | undefined {
  if (cast === true) return '这张票已经投过了';
  if (now >= closesAt) return '已经截止了';
  if (now < opensAt) return `${formatMoment(opensAt, now)}开始评`;
  return canCast ? undefined : '要本人用自己的手机，身份核实过才能投';
}

/** What the deputy did this year; where it does not come, the ballot stands all the same. */
function Year({ ballot: { subject, title }, readAloud }: { readonly ballot: BallotView; readonly readAloud: ReactNode }): ReactNode {
  const [, town = '', mandate = ''] = subject.split(':');
  const page = usePageData(`deputy:${mandate}`, () => api.deputies.deputy({ town, mandate }));
  const view = page.data;
  return (
    <View className="l-stack3">
      {view === undefined ? <View className="l-between"><View className="t-title">{title}</View>{readAloud}</View> : (
        <>
          <Who deputy={view.deputy} />
          <View className="extra">
            <Section title="这一年做了什么" more={{ text: '一件件看', onTap: () => openDeputies('deputy', { town, id: mandate }) }}>
              <YearFigures year={view.year} />
              <Outcomes suggestions={view.suggestions.slice(0, OUTCOMES_SHOWN)} />
            </Section>
          </View>
          <View className="only-elder"><YearInWords view={view} />{readAloud}</View>
        </>
      )}
      {page.state === 'error' ? <Note tone="plain" icon="alert">这一年的事暂时没拿到，不影响投票。</Note> : null}
    </View>
  );
}
