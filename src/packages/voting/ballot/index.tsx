import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { Ballot } from '@/components/ballot';
import { HandedOver } from '@/components/ballot/handed-over';
import { Blank } from '@/components/blank';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { ReceiptPage } from '@/components/receipt';
import { civilDateOf, dueDay, formatDay } from '@/domain/basics/civil-time';
import { BALLOT_WORDS, BOX_KIND_WORDS, closedWords } from '@/domain/wording/voting';
import { useBallot } from '@/hooks/use-ballot';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

type BallotView = Awaited<ReturnType<typeof api.voting.ballot>>;

/** One ballot: `id` is the row on the roll; with `help=1` the phone is handed over to the voter first; with `back=1` it is one of a list that waits behind this page. */
export default function BallotPage(): ReactNode {
  const { id: written = '', help, back } = useRouter().params;
  // Neither WeChat nor a browser takes back how an address writes the colon in a row's id.
  const id = decodeURIComponent(written);
  const page = usePageData(`ballot:${id}`, () => api.voting.ballot({ ballotId: id }), { keep: false });
  if (page.data === undefined) return <Page title="投票"><Loaded page={page}>{() => null}</Loaded></Page>;
  return <OneBallot ballot={page.data} help={help === '1'} more={back === '1'} />;
}

function OneBallot({ ballot, help, more }: { readonly ballot: BallotView; readonly help: boolean; readonly more: boolean }): ReactNode {
  const now = serverNow();
  const act = useBallot(ballot);
  const [wasCast] = useState(ballot.cast === true);
  const closed = closedWords(ballot, now);
  const title = BOX_KIND_WORDS[ballot.kind];
  if (wasCast && act.receipt === undefined) {
    return <Page title={title}><Blank kind="empty" icon="ballot" title={BALLOT_WORDS.castBefore} line={`${formatDay(dueDay(ballot.closesAt), civilDateOf(now))}截止，开票以后再来看结果。`} action={{ text: '回首页', onTap: home }} /></Page>;
  }
  const body = act.stage === 'cast' && act.receipt !== undefined
    ? <ReceiptPage receipt={act.receipt} line={ballot.title} countedOn={formatDay(dueDay(ballot.closesAt), civilDateOf(now))} onHome={home} onNext={more ? () => void Taro.navigateBack() : undefined} />
    : <Ballot pageTitle={title} paper={{ ...ballot, about: ballot.about }} act={act} now={now} closed={closed} />;
  return help && closed === undefined ? <HandedOver pageTitle={title} name={ballot.inNameOf} act={act} onDone={home}>{body}</HandedOver> : body;
}

function home(): void {
  void Taro.reLaunch({ url: '/pages/home/index' });
}
