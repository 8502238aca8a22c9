import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { PhotoRow } from '@/components/issue/photo-row';
import { Note } from '@/components/note';
import { VoiceNotePlayer } from '@/components/text-voice/voice-note-player';
import { formatMoment } from '@/domain/basics/civil-time';
import { categoryWords } from '@/domain/wording/issues';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { ReviewPartView, ToReview, TopicToReview } from '@/services/views';

type Decision = 'SHOW' | 'KEEP';

interface CardProps<T> {
  readonly item: T;
  readonly onDone: () => void;
}

/** One reported matter's words and pictures as the village would see them. */
export function MatterCard({ item, onDone }: CardProps<ToReview>): ReactNode {
  return (
    <ReviewCard
      title={item.place}
      about={{ icon: CATEGORY_ICON[item.category], text: categoryWords(item.category) }}
      line={`编号 ${item.number}，${formatMoment(item.since, serverNow())}起等人看`}
      parts={item.parts}
      saidBy={({ kind, by }) => (kind === 'REPORT' ? `${by}说的` : `${by}写的进展`)}
      keep="只给办事的人看"
      decide={(requestId, decision, parts) => api.issues.review({ requestId, issueId: item.issueId, decision, parts })}
      onDone={onDone}
    />
  );
}

/** Likewise of what the village talks over (CON-01..12). */
export function TopicCard({ item, onDone }: CardProps<TopicToReview>): ReactNode {
  return (
    <ReviewCard
      title={item.title}
      about={{ icon: 'consult', text: '议事' }}
      line={`${item.place}，${formatMoment(item.since, serverNow())}起等人看`}
      parts={item.parts}
      saidBy={({ by }) => `${by}说的`}
      keep="不公开，只给村干部看"
      decide={(requestId, decision, parts) => api.consultations.review({ requestId, consultationId: item.consultationId, decision, parts })}
      onDone={onDone}
    />
  );
}

interface ReviewCardProps {
  readonly title: string;
  readonly about: { readonly icon: IconName; readonly text: string };
  readonly line: string;
  readonly parts: readonly ReviewPartView[];
  readonly saidBy: (part: ReviewPartView) => string;
  /** What it is called to keep them from the village. */
  readonly keep: string;
  readonly decide: (requestId: string, decision: Decision, parts: string[]) => Promise<unknown>;
  readonly onDone: () => void;
}

/** Words and pictures that wait, and the two things that can be done with them. */
function ReviewCard({ title, about, line, parts, saidBy, keep, decide, onDone }: ReviewCardProps): ReactNode {
  // One's own words are for a colleague to show (ORG-08); the rest of the matter does not wait for that.
  const others = parts.filter(({ own }) => !own);
  const decidable = others.length > 0 ? others : parts;
  const act = useAct((requestId, decision: Decision) => decide(requestId, decision, decidable.map(({ part }) => part)), { done: onDone, said: '记下了', quiet: true });
  const voice = parts.find(({ file }) => file?.kind === 'AUDIO')?.file;
  const photos = parts.flatMap(({ file }) => (file?.kind === 'IMAGE' ? [file.url] : []));
  const busy = act.busy ? '正在记…' : undefined;
  return (
    <Card>
      <View className="l-stack3">
        <View className="l-between l-wrap">
          <View className="t-title l-grow">{title}</View>
          <Chip tone="idle" icon={about.icon} text={about.text} />
        </View>
        <View className="t-hint">{line}</View>
        {parts.map((one) => (one.text === undefined || one.text === '' ? null : (
          <View key={one.part}>
            <View className="t-hint">{saidBy(one)}</View>
            <View className="t-read">{one.text}</View>
          </View>
        )))}
        {voice === undefined ? null : <VoiceNotePlayer src={voice.url} seconds={voice.seconds} />}
        <PhotoRow urls={photos} />
        {act.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{act.errorLine}</Note>}
        {others.length === 0 || others.length === parts.length ? null : <Note tone="plain" icon="people">您自己写的不一起定，要请另一位值班员来看。</Note>}
        <Button wide kind="soft" icon="people" text="给村里人看" reason={others.length === 0 ? '自己写的，请别的值班员定' : undefined} busy={busy} onTap={() => void act.run('SHOW')} />
        <Button wide icon="lock" text={keep} busy={busy} onTap={() => void act.run('KEEP')} />
      </View>
    </Card>
  );
}
