import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { DueBlock } from '@/components/due-block';
import { HandlerCard } from '@/components/handler-card';
import { Icon } from '@/components/icon';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Attached } from '@/components/issue/attached';
import { dueWords, isUnderWay, railAt, railOf, stageChip, waitsForAcceptance, wasDoneAgain } from '@/components/issue/progress';
import { Steps } from '@/components/issue/steps';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { StageRail } from '@/components/stage-rail';
import { categoryWords } from '@/domain/wording/issues';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';
import { Support, Withdraw } from './acts';
import { Words, type WordsKind } from './words';
import './index.scss';

/** One issue as its reporter follows it: by when, who, what happened, and what waits for the reader. */
export default function IssueProgress(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`issue:${id}`, () => api.issues.get({ issueId: id }));
  const [changed, setChanged] = useState<IssueDetail>();
  const [writing, setWriting] = useState<WordsKind>();
  // What an act answered with is newer than what was read before it.
  const issue = changed !== undefined && changed.changedAt >= (page.data?.changedAt ?? 0) ? changed : page.data;
  return (
    <Page title="办理进度" staleAt={page.staleAt} bar={issue === undefined ? undefined : <BottomBar issue={issue} onWrite={setWriting} />}>
      <Loaded page={page}>{() => (issue === undefined ? null : <Followed issue={issue} onChanged={setChanged} />)}</Loaded>
      {issue === undefined ? null : <Words kind={writing} issue={issue} onClose={() => setWriting(undefined)} onChanged={setChanged} />}
    </Page>
  );
}

interface FollowedProps {
  readonly issue: IssueDetail;
  readonly onChanged: (issue: IssueDetail) => void;
}

function Followed({ issue, onChanged }: FollowedProps): ReactNode {
  const now = serverNow();
  const { owner } = issue;
  const urgentWaiting = issue.urgency === 'URGENT' && waitsForAcceptance(issue);
  return (
    <>
      {urgentWaiting ? (
        <Note tone="bad" icon="alert" title="急事不要只等手机">
          {owner.phone === undefined ? '还没人接，请同时打 110、119、120 或者村里电话。' : `还没人接，请马上给${owner.name}打电话。`}
        </Note>
      ) : null}
      {issue.askedBack === undefined ? null : <Note tone="you" icon="edit" title={`${owner.name}想问您`}>{issue.askedBack.text}</Note>}
      {issue.ownWork === true ? <Note tone="you" icon="people" title="请家里别的人来">这件事是您自己经手的，不能由您替家里人评、替家里人答。请家里别的人用自己的手机来，或者请村里值班员帮忙。</Note> : null}
      <Card>
        <View className="l-line l-wrap">
          <Chip {...stageChip(issue, now)} />
          <View className="l-line t-small"><Icon name={CATEGORY_ICON[issue.category]} size="sm" />{categoryWords(issue.category)}</View>
          <View className="t-small t-num">编号 {issue.number}</View>
        </View>
        <View className="t-title p-progress__title">{issue.title}</View>
        <View className="l-rule" />
        <DueBlock {...dueWords(issue, now)} />
        {issue.stage === 'REJECTED' || issue.stage === 'WITHDRAWN' ? null : (
          <StageRail stages={railOf(issue)} at={railAt(issue.stage)} {...(issue.side === 'REOPENED' ? { returned: issue.mine ? '您说没解决，换上一级重新办' : '没解决，换上一级重新办' } : {})} />
        )}
      </Card>
      {isUnderWay(issue.stage) ? <Handler issue={issue} onChanged={onChanged} /> : null}
      <Support issue={issue} onChanged={onChanged} />
      <Attached issue={issue} />
      <Steps steps={issue.steps} />
      <Withdraw issue={issue} onChanged={onChanged} />
    </>
  );
}

function Handler({ issue, onChanged }: FollowedProps): ReactNode {
  const { phone } = issue.owner;
  const waiting = waitsForAcceptance(issue);
  const state = waiting ? 'waiting' as const : 'accepted' as const;
  const reminded = issue.steps.filter(({ kind }) => kind === 'REMINDED').at(-1);
  const canRemind = issue.acts.includes('REMIND');
  const remind = useAct((requestId, issueId: string) => api.issues.remind({ requestId, issueId }), { done: onChanged, said: '催过了，他会收到' });
  return (
    <HandlerCard
      name={issue.owner.name}
      line={`${issue.owner.duty}，${issue.owner.area}`}
      state={state}
      {...(phone === undefined ? {} : { onCall: () => { void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined); } })}
      {...(canRemind || reminded !== undefined ? { onNudge: () => void remind.run(issue.issueId) } : {})}
      nudged={canRemind ? undefined : '催过了'}
      nudging={remind.busy}
    />
  );
}

function BottomBar({ issue, onWrite }: { readonly issue: IssueDetail; readonly onWrite: (kind: WordsKind) => void }): ReactNode {
  const { acts } = issue;
  if (acts.includes('RATE')) {
    return <Bar main={{ text: '评一评', icon: 'smile', onTap: () => void Taro.navigateTo({ url: `/packages/issue/rate/index?id=${encodeURIComponent(issue.issueId)}` }) }} {...(wasDoneAgain(issue) ? {} : { hint: '没解决的，会换上一级重新办' })} />;
  }
  if (acts.includes('ANSWER')) return <Bar main={{ text: '回他的话', icon: 'edit', onTap: () => onWrite('answer') }} />;
  if (acts.includes('ADD')) return <Bar main={{ text: '补充几句', icon: 'plus', kind: 'quiet', onTap: () => onWrite('add') }} />;
  return null;
}
