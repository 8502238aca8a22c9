import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { PhotoRow } from '@/components/issue/photo-row';
import { Note } from '@/components/note';
import { VoiceNotePlayer } from '@/components/text-voice/voice-note-player';
import { formatMoment } from '@/domain/basics/civil-time';
import { categoryWords } from '@/domain/wording/issues';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { ToReview } from '@/services/views';

interface ReviewCardProps {
  readonly item: ToReview;
  readonly onDone: () => void;
}

/** One matter's words and pictures as the village would see them, and the two things that can be done with them. */
export function ReviewCard({ item, onDone }: ReviewCardProps): ReactNode {
  // One's own words are for a colleague to show (ORG-08); the rest of the matter does not wait for that.
  const others = item.parts.filter(({ own }) => !own);
  const decidable = others.length > 0 ? others : item.parts;
  const parts = decidable.map(({ part }) => part);
  const decide = useAct((requestId, decision: 'SHOW' | 'KEEP') => api.issues.review({ requestId, issueId: item.issueId, decision, parts }), { done: onDone, said: '记下了', quiet: true });
  const voice = item.parts.find(({ file }) => file?.kind === 'AUDIO')?.file;
  const photos = item.parts.flatMap(({ file }) => (file?.kind === 'IMAGE' ? [file.url] : []));
  const busy = decide.busy ? '正在记…' : undefined;
  return (
    <Card>
      <View className="l-stack3">
        <View className="l-between l-wrap">
          <View className="t-title l-grow">{item.place}</View>
          <Chip tone="idle" icon={CATEGORY_ICON[item.category]} text={categoryWords(item.category)} />
        </View>
        <View className="t-hint">{`编号 ${item.number}，${formatMoment(item.since, serverNow())}起等人看`}</View>
        {item.parts.map(({ part, kind, by, text }) => (text === undefined || text === '' ? null : (
          <View key={part}>
            <View className="t-hint">{kind === 'REPORT' ? `${by}说的` : `${by}写的进展`}</View>
            <View className="t-read">{text}</View>
          </View>
        )))}
        {voice === undefined ? null : <VoiceNotePlayer src={voice.url} seconds={voice.seconds} />}
        <PhotoRow urls={photos} />
        {decide.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{decide.errorLine}</Note>}
        {others.length === 0 || others.length === item.parts.length ? null : <Note tone="plain" icon="people">您自己写的不一起定，要请另一位值班员来看。</Note>}
        <Button wide kind="soft" icon="people" text="给村里人看" reason={others.length === 0 ? '自己写的，请别的值班员定' : undefined} busy={busy} onTap={() => void decide.run('SHOW')} />
        <Button wide icon="lock" text="只给办事的人看" busy={busy} onTap={() => void decide.run('KEEP')} />
      </View>
    </Card>
  );
}
