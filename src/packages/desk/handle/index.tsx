import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Attached } from '@/components/issue/attached';
import { Steps } from '@/components/issue/steps';
import { Loaded } from '@/components/loaded';
import { deskActsOf, deskActWords } from '@/domain/wording/desk-acts';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import type { IssueDetail } from '@/services/views';
import { DeskPage } from '../desk-page';
import { seesRestricted } from '../desks';
import { isFromHotline } from '../hotline';
import { isStale } from '../stale';
import { ActSheet } from './act-sheet';
import { EventRecord } from './event-record';
import { Parties } from './parties';
import { Pending, Summary } from './summary';
import { Tickets } from './tickets';

/** One matter as its handler sees it, with the acts the server gives. */
export default function Handle(): ReactNode {
  const { id = '' } = useRouter().params;
  const me = useMe();
  const page = usePageData(`desk-issue:${id}`, () => api.issues.get({ issueId: id }), { keep: me.data !== undefined && !seesRestricted(me.data) });
  const [changed, setChanged] = useState<IssueDetail>();
  const [acting, setActing] = useState(false);
  // What an act answered with is newer than what was read before it.
  const issue = changed !== undefined && changed.changedAt >= (page.data?.changedAt ?? 0) ? changed : page.data;
  const reload = () => void page.reload();
  return (
    <DeskPage title="办理" at="queue" staleAt={page.staleAt} bar={issue === undefined ? undefined : <Acts issue={issue} onChanged={setChanged} onStale={reload} onMore={() => setActing(true)} />}>
      <Loaded page={page}>{() => (issue === undefined ? null : <Matter issue={issue} onChanged={setChanged} />)}</Loaded>
      {issue === undefined ? null : (
        <ActSheet open={acting} issue={issue} acts={deskActsOf(issue.acts).filter((act) => act !== 'ACCEPT')} onClose={() => setActing(false)} onChanged={setChanged} onStale={reload} />
      )}
    </DeskPage>
  );
}

function Matter({ issue, onChanged }: { readonly issue: IssueDetail; readonly onChanged: (issue: IssueDetail) => void }): ReactNode {
  return (
    <View className="p-desk__columns">
      <View className="p-desk__column">
        <Summary issue={issue} />
        <Pending issue={issue} />
        <Tickets issue={issue} />
        <Attached issue={issue} />
        <EventRecord issue={issue} onChanged={onChanged} />
      </View>
      <View className="p-desk__column">
        <Parties issue={issue} />
        <Steps steps={issue.steps} />
      </View>
    </View>
  );
}

interface ActsProps {
  readonly issue: IssueDetail;
  readonly onChanged: (issue: IssueDetail) => void;
  readonly onStale: () => void;
  readonly onMore: () => void;
}

/** The bottom of the page: one tap accepts (BUR-07); everything else opens the sheet. */
function Acts({ issue, onChanged, onStale, onMore }: ActsProps): ReactNode {
  const acts = deskActsOf(issue.acts);
  const called = isFromHotline(issue);
  const others = acts.filter((act) => act !== 'ACCEPT');
  const accept = useAct(take, { done: onChanged, said: called ? '签收了' : '签收了，报事人会知道' });

  async function take(requestId: string, issueId: string): Promise<IssueDetail> {
    try {
      return await api.issues.accept({ requestId, issueId });
    } catch (thrown) {
      if (isStale(AppError.from(thrown).code)) onStale();
      throw thrown;
    }
  }

  if (acts.includes('ACCEPT')) {
    return (
      <Bar
        main={{ text: '签收', icon: 'hand', busy: accept.busy ? '正在签收…' : undefined, onTap: () => void accept.run(issue.issueId) }}
        {...(others.length === 0 ? {} : { second: { text: '别的办法', onTap: onMore } })}
        hint={issue.restricted && called ? '签收后，由您办，由您答复 12345' : called ? '签收后，镇上会看到是您在办' : '签收后，报事人会看到是您在办'}
      />
    );
  }
  const [first] = others;
  if (first === undefined) return null;
  return <Bar main={{ text: others.length === 1 ? deskActWords(first) : '办这件事', icon: 'edit', onTap: onMore }} />;
}
