import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { VoiceNotePlayer } from '@/components/text-voice/voice-note-player';
import type { IssueDetail } from '@/services/views';
import { PhotoRow } from './photo-row';
import './attached.scss';

/** What was reported, in the reporter's own words, with voice, photos and place. */
export function Attached({ issue }: { readonly issue: IssueDetail }): ReactNode {
  return (
    <Card>
      <View className="t-title">{issue.mine ? '您说的' : `${issue.reporter}说的`}</View>
      {issue.text === '' ? null : <View className="t-read">{issue.text}</View>}
      {issue.voice === undefined ? null : <VoiceNotePlayer src={issue.voice.url} seconds={issue.voice.seconds} />}
      <PhotoRow urls={issue.photos.map(({ url }) => url)} />
      <View className="l-line c-attached__line c-attached__first t-hint"><Icon name="pin" size="sm" /><View className="l-grow">{[issue.place, issue.placeText].filter(Boolean).join('，')}</View></View>
      <View className="l-line c-attached__line t-hint">
        <Icon name={issue.visibility === 'VILLAGE' ? 'people' : 'lock'} size="sm" />
        <View className="l-grow">{seenBy(issue)}</View>
      </View>
      {issue.onBehalfBy === undefined ? null : <View className="l-line t-hint"><Icon name="edit" size="sm" />{issue.onBehalfBy}代报</View>}
    </Card>
  );
}

function seenBy(issue: IssueDetail): string {
  if (issue.restricted) return '只有派出所联络员和镇政法委员能看';
  const who = issue.visibility === 'VILLAGE' ? '村里人都能看' : '只给办事的人看';
  return issue.nameHidden ? `${who}，不写名字` : who;
}
