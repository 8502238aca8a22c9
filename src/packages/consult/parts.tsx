/** The parts of a matter's page, the same for who follows it and who handles it. */
import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { nextLine, standingOf } from '@/components/consult/standing';
import { openTopic } from '@/components/consult/open';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { StageRail } from '@/components/stage-rail';
import { Tap } from '@/components/tap';
import { VoiceNotePlayer } from '@/components/text-voice/voice-note-player';
import { Timeline } from '@/components/timeline';
import { civilDateOf, dueDay, formatDay, formatMoment } from '@/domain/basics/civil-time';
import { STEPS, type FourStep } from '@/domain/consultations/consultation';
import { AUDIENCE_WORDS, ballotStandingWords, CONSULT_RAIL, consultRailAt, moneyWords, REASON_WORDS, STEP_WORDS } from '@/domain/wording/consultations';
import { entryWords } from '@/domain/wording/consult-entries';
import { categoryWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { ConsultDetail } from '@/services/views';
import '@/components/issue/attached.scss';
import './parts.scss';

interface PartProps {
  readonly matter: ConsultDetail;
}

/** What it is and where it stands. */
export function Head({ matter }: PartProps): ReactNode {
  const now = serverNow();
  const line = nextLine(matter, now);
  return (
    <Card>
      <View className="l-stack">
        <View className="l-between l-wrap">
          <Chip {...standingOf(matter, now)} />
          <View className="t-hint">{matter.place}</View>
        </View>
        <View className="t-title">{matter.title}</View>
        {line === undefined ? null : <View className="l-line l-top t-hint"><Icon name={line.icon} size="sm" /><View className="l-grow">{line.text}</View></View>}
      </View>
      {matter.stage === 'CLOSED' ? null : <StageRail stages={CONSULT_RAIL} at={consultRailAt(matter.stage)} />}
      {matter.weight === 'MAJOR' || matter.audience === 'CADRES' ? (
        <View className="l-stack p-consult__notes">
          {matter.weight === 'MAJOR' ? <View className="l-line l-top t-hint"><Icon name="info" size="sm" /><View className="l-grow">{`这是大事：${matter.reasons.map((reason) => REASON_WORDS[reason]).join('，')}`}</View></View> : null}
          {matter.audience === 'CADRES' ? <View className="l-line t-hint"><Icon name="lock" size="sm" />{AUDIENCE_WORDS.CADRES}</View> : null}
        </View>
      ) : null}
    </Card>
  );
}

/** Where it went on, when not here. */
export function WentOn({ matter }: PartProps): ReactNode {
  const { intoId, issueId } = matter;
  if (intoId !== undefined) return <Card flush><Row icon="right" title="看并过去的那一件" onTap={() => openTopic(intoId)} /></Card>;
  if (issueId !== undefined && matter.mine) return <Card flush><Row icon="report" title="看办到哪一步了" onTap={() => void Taro.navigateTo({ url: `/packages/issue/progress/index?id=${encodeURIComponent(issueId)}` })} /></Card>;
  return null;
}

/** 大事四步 (CON-08): which of them are behind it, with their votes. */
export function FourSteps({ matter }: PartProps): ReactNode {
  if (matter.weight !== 'MAJOR' || matter.stage === 'RAISED') return null;
  return (
    <Section title="大事四步" count={`${matter.passed.length} / ${STEPS.length}`}>
      <Card flush>
        {STEPS.map((step) => <Row key={step} icon={matter.passed.includes(step) ? 'ok' : 'clock'} tone={matter.passed.includes(step) ? 'go' : 'plain'} title={STEP_WORDS[step]} line={stepLine(matter, step)} />)}
      </Card>
    </Section>
  );
}

function stepLine(matter: ConsultDetail, step: FourStep): string {
  const held = matter.entries.flatMap((entry) => (entry.held?.step === step ? [entry.held] : [])).at(-1);
  if (held === undefined) return matter.passed.includes(step) ? '通过了' : matter.nextStep === step ? '下一步' : '还没到';
  return `${formatDay(held.heldOn)}，应到 ${held.members}，实到 ${held.present}，赞成 ${held.yes}，${held.verdict === 'PASSED' ? '通过' : '没有通过'}`;
}

/** The opinion ballot once it is counted; before it closes nothing is shown (CON-06). */
export function BallotResult({ matter }: PartProps): ReactNode {
  const { box } = matter;
  if (box === undefined) return null;
  if (box.state !== 'PUBLISHED') return <Note tone="plain" icon={box.state === 'CANCELLED' ? 'info' : 'lock'} title={box.question}>{ballotStandingWords(box, matter.ballot, serverNow())}</Note>;
  return (
    <Section title="投票结果" {...(box.present === undefined ? {} : { aside: `${box.eligible ?? 0} 张票，投了 ${box.present}` })}>
      {box.present === undefined ? <Note tone="plain" icon="lock">投的人太少，为了不让人猜出谁投了什么，不公布。</Note> : (
        <Card flush>{box.options.map(({ text, count }) => <Row key={text} title={text} end={`${count ?? 0} 票`} />)}</Card>
      )}
      <View className="t-small">这是听大家的意见，最后按规定的会议定。</View>
    </Section>
  );
}

/** 定下来的事 (CON-09, CON-10): who, by when, at what cost, until when it is public. */
export function Decided({ matter }: PartProps): ReactNode {
  const { decision, late, publications } = matter;
  if (decision === undefined && publications.length === 0) return null;
  return (
    <Section title="定下来的">
      <Card className="l-stack3">
        {decision === undefined ? null : (
          <View className="l-stack">
            {decision.text === undefined ? null : <View className="t-read">{decision.text}</View>}
            <View className="l-line t-hint"><Icon name="me" size="sm" /><View className="l-grow">{`${decision.who}负责`}</View></View>
            <View className={late ? 'l-line l-top t-bad' : 'l-line l-top t-hint'}><Icon name={late ? 'alert' : 'calendar'} size="sm" /><View className="l-grow">{`${formatDay(decision.dueOn)}前办好${late ? '，已经超期' : ''}`}</View></View>
            <View className="l-line t-hint"><Icon name="book" size="sm" /><View className="l-grow">{decision.costInFen === 0 ? '不花钱' : `花 ${moneyWords(decision.costInFen)}`}</View></View>
          </View>
        )}
        {publications.map((one) => (
          <View key={one.what} className="t-small">{`${one.what === 'DECISION' ? '决定' : '结果'}公示到${formatDay(dueDay(one.until))}，${formatMoment(one.updatedAt, serverNow())}更新`}</View>
        ))}
      </Card>
    </Section>
  );
}

/** The first words, with voice and pictures; or what repeated issues it grew from. */
export function FirstWords({ matter }: PartProps): ReactNode {
  const { gathered, raiser, text, voice, photos } = matter;
  const urls = photos.map(({ url }) => url);
  return (
    <Card>
      <View className="t-title">{gathered === undefined ? `${raiser === '您' ? '您' : raiser ?? '一位村民'}说的` : '怎么来的'}</View>
      {gathered === undefined ? null : <View className="t-read">{`${categoryWords(gathered.category)}的事在这一片一个月里报了 ${gathered.issues} 次以上，拿出来一起商量。`}</View>}
      {text === undefined && gathered === undefined && voice === undefined ? <View className="t-hint">原话只给村干部看，或者还在核对。</View> : null}
      {text === undefined ? null : <View className="t-read">{text}</View>}
      {voice === undefined ? null : <VoiceNotePlayer src={voice.url} seconds={voice.seconds} />}
      {urls.length === 0 ? null : (
        <View className="c-attached__photos">
          {urls.map((url, index) => (
            <Tap key={url} className="c-attached__photo" label={`看大图：照片 ${index + 1}`} onTap={() => void Taro.previewImage({ current: url, urls })}>
              <Image className="c-attached__image" src={url} mode="aspectFill" lazyLoad {...aria({ label: `照片 ${index + 1}` })} />
            </Tap>
          ))}
        </View>
      )}
      <View className="t-small">{`${formatDay(civilDateOf(matter.createdAt))}，${matter.askers} 人有这事`}</View>
    </Card>
  );
}

/** Everything that happened, newest first. */
export function Happened({ matter }: PartProps): ReactNode {
  const now = serverNow();
  return (
    <Card>
      <View className="t-title">一步一步</View>
      <Timeline
        items={[...matter.entries].reverse().map((entry) => ({
          key: String(entry.nth),
          when: formatMoment(entry.at, now),
          ...(entry.by === '' ? {} : { who: entry.by }),
          ...(entry.kept === true ? { aside: '没有公开' } : {}),
          what: entryWords(entry, now),
          photos: entry.photos.map(({ url }, at) => ({ src: url, label: `照片 ${at + 1}` })),
        }))}
      />
    </Card>
  );
}
