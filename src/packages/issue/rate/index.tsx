import type { ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { goBack } from '@/components/go-back';
import { Field, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { wasDoneAgain } from '@/components/issue/progress';
import { Steps } from '@/components/issue/steps';
import { formatMoment } from '@/domain/basics/civil-time';
import type { Satisfaction, Solved } from '@/domain/issues/issue';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';

const SOLVED = [
  { value: 'YES', title: '解决了' },
  { value: 'PARTLY', title: '解决了一部分' },
  { value: 'NO', title: '没解决' },
] as const;

const SATISFACTION = [
  { value: 'SATISFIED', title: '满意', icon: 'smile' },
  { value: 'FAIR', title: '一般', icon: 'meh' },
  { value: 'UNSATISFIED', title: '不满意', icon: 'frown' },
] as const;

interface Answer {
  readonly issueId: string;
  readonly solved: Solved;
  readonly satisfaction: Satisfaction;
  readonly text: string;
}

interface RateForm {
  readonly solved?: Solved;
  readonly satisfaction?: Satisfaction;
  readonly text: string;
}

/** The reporter says whether it is solved (EVT-13). Nothing is chosen beforehand. */
export default function RateIssue(): ReactNode {
  const { id = '', from } = useRouter().params;
  const page = usePageData(`issue:${id}`, () => api.issues.get({ issueId: id }));
  const kept = useKeptForm<RateForm>(`rate:${id}`, () => ({ text: '' }));
  const { solved, satisfaction, text } = kept.form;
  const rate = useAct(
    (_, { text: words, ...answer }: Answer) => kept.tap((requestId) => api.issues.rate({ requestId, ...answer, ...(words === '' ? {} : { text: words }) })),
    {
      done: () => {
        kept.forget();
        showWhereItGoes(id, from === 'home');
      },
      said: '收到了',
      quiet: true,
    },
  );
  const again = solved === 'NO' || satisfaction === 'UNSATISFIED';
  const canRate = page.data?.acts.includes('RATE') ?? false;

  function send(): void {
    if (solved === undefined || satisfaction === undefined) return;
    void rate.run({ issueId: id, solved, satisfaction, text: text.trim() });
  }

  return (
    <Page
      title="评一评"
      staleAt={page.staleAt}
      bar={canRate ? (
        <Bar
          main={{ text: '交上去', onTap: send, reason: reasonFor(solved, satisfaction), busy: rate.busy ? '正在交…' : undefined }}
          hint="不评不会替您算成满意"
        />
      ) : undefined}
    >
      <Loaded page={page}>
        {(issue) => (
          <>
            <Outcome issue={issue} />
            {canRate ? (
              <>
                {rate.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{rate.errorLine}</Note>}
                {issue.stage === 'ARCHIVED' ? <Note tone="plain" icon="clock">评价的时间过了。还没解决、不满意，现在说还来得及。</Note> : null}
                <Section title="事情解决了吗？"><Options label="事情解决了吗" options={SOLVED} value={solved} onChange={(value) => kept.edit({ solved: value })} /></Section>
                <Section title="您满意吗？"><Options label="您满意吗" layout="three" options={SATISFACTION} value={satisfaction} onChange={(value) => kept.edit({ satisfaction: value })} /></Section>
                {wasDoneAgain(issue)
                  ? <Note tone={again ? 'you' : 'plain'} icon="info">已经重新办过一次，这次只记下您怎么评。还没解决，请打 12345。</Note>
                  : <Note tone={again ? 'you' : 'plain'} icon="refresh">没解决或不满意，会换上一级重新办。</Note>}
                <Field label="还想说什么" optional="可以不写"><TextArea label="还想说什么" value={text} onInput={(value) => kept.edit({ text: value })} maxLength={300} /></Field>
              </>
            ) : <Note tone="plain" icon="info">{issue.ownWork === true ? '这件事是您自己经手的，请家里别的人用自己的手机来评。' : '这件事现在不用评。'}</Note>}
            <Steps steps={issue.steps} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Back to the matter; to who came past it, it is shown now: what was not solved has somebody new. */
function showWhereItGoes(issueId: string, cameStraight: boolean): void {
  const matter = `/packages/issue/progress/index?id=${encodeURIComponent(issueId)}`;
  if (cameStraight) void Taro.redirectTo({ url: matter });
  else goBack(matter);
}

/** What was done, as the handler wrote it. */
function Outcome({ issue }: { readonly issue: IssueDetail }): ReactNode {
  const done = issue.steps.filter(({ kind }) => kind === 'DONE').at(-1);
  return (
    <Card className="l-stack">
      <View className="l-between l-wrap">
        <Chip tone="ok" icon="ok" text="办好了" />
        {done === undefined ? null : <View className="t-small t-num">{formatMoment(done.at, serverNow())}</View>}
      </View>
      <View className="t-title">{issue.title}</View>
      {done?.text === undefined ? null : <View className="t-hint">{done.by}：{done.text}</View>}
    </Card>
  );
}

function reasonFor(solved: Solved | undefined, satisfaction: Satisfaction | undefined): string | undefined {
  if (solved === undefined) return '先选解决了没有，就能交';
  return satisfaction === undefined ? '再选满意不满意，就能交' : undefined;
}
