import type { ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { HandlerCard } from '@/components/handler-card';
import { openIssue } from '@/components/issue/issue-card';
import { RAIL } from '@/components/issue/progress';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Mark } from '@/components/row';
import { StageRail } from '@/components/stage-rail';
import { dueWithVerb } from '@/domain/basics/civil-time';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';

/** Right after reporting: who has it and by when; or that it waits on the phone for a network. */
export default function Sent(): ReactNode {
  const { id, for: waitsFor } = useRouter().params;
  return id === undefined ? <KeptOnPhone answer={waitsFor === 'answer'} /> : <Arrived id={id} />;
}

function Arrived({ id }: { readonly id: string }): ReactNode {
  const page = usePageData(`issue:${id}`, () => api.issues.get({ issueId: id }));
  return (
    <Page title="报上去了" bar={<Bar main={{ text: '回首页', onTap: goHome }} second={{ text: '看进度', onTap: () => openIssue(id) }} />}>
      <Loaded page={page}>{(issue) => <Result issue={issue} />}</Loaded>
    </Page>
  );
}

function Result({ issue }: { readonly issue: IssueDetail }): ReactNode {
  const { owner } = issue;
  const { phone } = owner;
  const by = issue.acceptBy === undefined ? '' : `，最晚${dueWithVerb(issue.acceptBy, '接', serverNow())}`;
  return (
    <>
      <Card>
        <View className="l-line"><Mark icon="ok" /><View className="t-question">报上去了</View></View>
        <View className="t-hint t-num">编号 {issue.number}，打电话问的时候说这个</View>
        <StageRail stages={RAIL} at={0} />
      </Card>
      {issue.urgency === 'URGENT' ? <Note tone="bad" icon="phone" title="急事再打个电话">手机通知不一定马上看到，请直接打给{owner.name}。</Note> : null}
      <HandlerCard
        name={owner.name}
        line={`${owner.duty}，${owner.area}`}
        state="waiting"
        stateLine={`已经交给${owner.name}${by}`}
        {...(phone === undefined ? {} : { onCall: () => { void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined); } })}
      />
      <Note tone="plain" icon="bell">有人接、有进展、办好了，都写在收件箱里。</Note>
    </>
  );
}

/** @param answer there is a network, but nobody answers. */
function KeptOnPhone({ answer }: { readonly answer: boolean }): ReactNode {
  return (
    <Page title="存在手机里" bar={<Bar main={{ text: '回首页', onTap: goHome }} />}>
      <Card>
        <View className="l-line"><Mark icon="save" tone="you" /><View className="t-question">先存在手机里</View></View>
        <View className="t-hint">{answer ? '村里那头这会儿忙不过来。过一会儿会自动再报，只报一次。' : '现在没有网。有网了会自动报上去，只报一次。'}</View>
      </Card>
      <Note tone="plain" icon="phone">急事不要等，请直接打电话：火警 119，急救 120，报警 110。</Note>
    </Page>
  );
}

function goHome(): void {
  void Taro.reLaunch({ url: '/pages/home/index' });
}
