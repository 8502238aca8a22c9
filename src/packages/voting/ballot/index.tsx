import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Ballot } from '@/components/ballot';
import { HandedOver } from '@/components/ballot/handed-over';
import { Blank } from '@/components/blank';
import { TextButton } from '@/components/button';
import { openTopic } from '@/components/consult/open';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { ReceiptPage } from '@/components/receipt';
import { civilDateOf, dueDay, formatDay } from '@/domain/basics/civil-time';
import { BALLOT_WORDS, BOX_KIND_WORDS, closedWords } from '@/domain/wording/voting';
import { useBallot } from '@/hooks/use-ballot';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

type BallotView = Awaited<ReturnType<typeof api.voting.ballot>>;

/** One ballot: `id` is the row on the roll; with `help=1` the phone is handed over to the voter first; with `back=1` it is one of a list that waits behind this page. */
export default function BallotPage(): ReactNode {
  const { id: written = '', help, back } = useRouter().params;
  // Neither WeChat nor a browser takes back how an address writes the colon in a row's id.
  const id = decodeURIComponent(written);
  // Told by the server: a phone whose clock is wrong must not shut a ballot that is open.
  useMe();
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
    : <Ballot pageTitle={title} paper={{ ...ballot, about: ballot.about }} act={act} now={now} closed={closed} more={<ToMatter subject={ballot.subject} />} />;
  return help && closed === undefined ? <HandedOver pageTitle={title} name={ballot.inNameOf} act={act} onDone={home}>{body}</HandedOver> : body;
}

const OF_MATTER = 'consultation:';

/** What the village said and wrote before it asked; away in 长辈版, where the ballot stands alone. */
function ToMatter({ subject }: { readonly subject: string }): ReactNode {
  if (!subject.startsWith(OF_MATTER)) return null;
  return <View className="extra"><TextButton text="看看大家是怎么商量的" arrow onTap={() => openTopic(subject.slice(OF_MATTER.length))} /></View>;
}

function home(): void {
  void Taro.reLaunch({ url: '/pages/home/index' });
}
