import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { BallotAct } from '@/hooks/use-ballot';
import { useMode } from '@/hooks/use-mode';
import { civilDateOf, dueDay, formatDay } from '@/domain/basics/civil-time';
import { MAIN, type Question } from '@/domain/voting/box';
import { BALLOT_WORDS, effectWords, leftWords, secrecyWords, UNIT_WORDS } from '@/domain/wording/voting';
import { Bar } from '../bar';
import { Card, Section } from '../card';
import { Chip } from '../chip';
import { Field, TextArea } from '../field';
import { Icon } from '../icon';
import { Note } from '../note';
import { Options } from '../options';
import { Page } from '../page';
import { ReadAloud } from '../read-aloud';
import { Tap } from '../tap';
import type { BallotPaper } from './paper';
import { BallotReview } from './review';
import './index.scss';

interface BallotProps {
  /** In the navigation bar: 投票, 评代表. */
  readonly pageTitle: string;
  readonly paper: BallotPaper;
  readonly act: BallotAct;
  readonly now: number;
  /** In place of the title card: the deputy's own year, with the button that reads the paper aloud where there is one. */
  readonly subject?: (readAloud: ReactNode) => ReactNode;
  /** Under the title: the way to what it is about. */
  readonly more?: ReactNode;
  /** Below everything that is answered: 我在不在名单上？ */
  readonly below?: ReactNode;
  /** Why it cannot be cast on this phone: another's, not sure yet, closed. */
  readonly closed?: string | undefined;
}

/**
 * A ballot: one calm page for consultation and rating alike. Nothing is chosen for the voter, all options are alike and
 * above the bar, and a look over what was chosen comes before it is sent (ui.md, principle 6).
 */
export function Ballot(props: BallotProps): ReactNode {
  const { pageTitle, paper, act, now, closed } = props;
  if (act.stage === 'review' || act.stage === 'sending') return <BallotReview pageTitle={pageTitle} paper={paper} act={act} />;
  const reason = closed ?? (act.choices[MAIN] === undefined ? BALLOT_WORDS.pickOne : undefined);
  return (
    <Page title={pageTitle} tight meanwhile={BALLOT_WORDS.offline} bar={<Bar main={{ text: BALLOT_WORDS.lookOver, onTap: act.review, reason }} hint={props.subject === undefined ? BALLOT_WORDS.final : `${BALLOT_WORDS.final}，${formatDay(dueDay(paper.closesAt), civilDateOf(now))}截止`} />}>
      <Paper {...props} />
    </Page>
  );
}

function Paper({ paper, act, now, subject, more, below, closed }: BallotProps): ReactNode {
  const { elder } = useMode();
  const [main, ...aspects] = paper.questions;
  if (main === undefined) return null;
  return (
    <>
      <Card>
        {subject === undefined ? (
          <>
            <View className="c-ballot__head">
              <Chip tone={closed === undefined ? 'you' : 'idle'} text={leftWords(paper.closesAt, now)} icon="clock" />
              <ReadAloud words={wordsOf(paper)} />
            </View>
            <View className="c-ballot__title">{paper.title}</View>
            {elder ? <View className="c-ballot__about">{effectWords(paper)}</View> : <View className="c-ballot__about">{paper.about}</View>}
            {more}
          </>
        ) : subject(elder ? <ReadAloud words={wordsOf(paper)} /> : null)}
      </Card>
      <Section title={main.text} aside={UNIT_WORDS[paper.unit]}>
        <QuestionOptions question={main} act={act} closed={closed} />
      </Section>
      {aspects.length === 0 && paper.commentMax === 0 ? null : <More paper={paper} aspects={aspects} act={act} />}
      <Note tone="plain" icon="lock">
        <View className="c-ballot__line">{secrecyWords(paper.k)}</View>
        {elder && subject === undefined ? null : <View className="c-ballot__line">{effectWords(paper)}</View>}
      </Note>
      {below}
    </>
  );
}

/** What is read aloud: what is on the paper, never what was chosen, since others may hear it. */
function wordsOf(paper: BallotPaper): string {
  const { title, questions: [main] } = paper;
  const options = main?.options.map(({ text }) => text) ?? [];
  return [title, effectWords(paper), main?.text ?? '', `可以选：${options.join('；')}`, BALLOT_WORDS.final].join('。');
}

/** Short answers stand two by two, long ones one under another, all of one size. */
function QuestionOptions({ question, act, closed }: { readonly question: Question; readonly act: BallotAct; readonly closed?: string | undefined }): ReactNode {
  const short = question.options.length === 4 && question.options.every(({ text }) => text.length <= 4);
  return (
    <Options
      label={question.text}
      options={question.options.map(({ code, text }) => ({ value: code, title: text }))}
      value={act.choices[question.id]}
      onChange={(code) => act.choose(question.id, code)}
      layout={short ? 'two' : 'list'}
      closed={closed}
    />
  );
}

function More({ paper, aspects, act }: { readonly paper: BallotPaper; readonly aspects: readonly Question[]; readonly act: BallotAct }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Tap className="c-ballot__fold" onTap={() => setOpen(!open)} label={`${BALLOT_WORDS.more}，${BALLOT_WORDS.optional}`} said={{ expanded: open }}>
        <View className="c-ballot__fold-words"><View>{BALLOT_WORDS.more}</View><View className="t-hint">{BALLOT_WORDS.optional}</View></View>
        <Icon name="down" />
      </Tap>
      {open ? (
        <View className="c-ballot__more">
          {aspects.map((question) => <Section key={question.id} title={question.text}><QuestionOptions question={question} act={act} /></Section>)}
          {paper.commentMax === 0 ? null : (
            <Field label={BALLOT_WORDS.comment} hint={BALLOT_WORDS.commentHint} optional={BALLOT_WORDS.optional}>
              <TextArea label={BALLOT_WORDS.comment} value={act.comment} onInput={act.say} maxLength={paper.commentMax} />
            </Field>
          )}
        </View>
      ) : null}
    </Card>
  );
}
