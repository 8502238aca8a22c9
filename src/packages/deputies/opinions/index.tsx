import { useState, type ReactNode } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip, type Tone } from '@/components/chip';
import { PhotoRow } from '@/components/issue/photo-row';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { VoiceNotePlayer } from '@/components/text-voice/voice-note-player';
import { civilDateOf, formatDay, formatDue } from '@/domain/basics/civil-time';
import { CHANNEL_WORDS, DEPUTY_SUSPENDED, STATE_WORDS, VERDICT_WORDS } from '@/domain/wording/deputies';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { OpinionView } from '@/services/views';
import { ActSheet } from './act-sheet';
import { titleOf } from './title-of';

const SHOWN = [{ value: 'open', title: '等着办的' }, { value: 'done', title: '办完的' }] as const;

const ACTS: Readonly<Record<OpinionView['may'][number], string>> = { SORT: '分一分', ASSIGN: '交办', REPLY: '答复', JUDGE: '评答复' };

/** Opinions and suggestions: a deputy's own, a town's for its station and presidium, those given to the reader's unit, or what the reader said (DEP-06..08, 12). */
export default function Opinions(): ReactNode {
  const { town = '', id, unit, mine } = useRouter().params;
  const listed = unit === undefined && mine === undefined;
  const [shown, setShown] = useState<'open' | 'done'>('open');
  const [acting, setActing] = useState<OpinionView>();
  const list = usePages(
    `opinions:${mine ?? unit ?? id ?? town}:${shown}`,
    async (input): Promise<{ readonly items: readonly OpinionView[]; readonly suspended?: boolean; readonly next?: string | undefined }> => (listed
      ? api.deputies.opinions({ ...input, town, open: shown === 'open', ...(id === undefined ? {} : { mandate: id }) })
      : mine === undefined ? api.deputies.forUnit() : api.deputies.myOpinions()),
    { keep: false },
  );
  useReachBottom(() => void list.more());
  return (
    <Page title={mine !== undefined ? '我说过的' : listed ? '意见和建议' : '代表建议'} wide={mine === undefined}>
      {listed ? <Options label="看哪些" layout="two" options={SHOWN} value={shown} onChange={setShown} /> : null}
      {list.first.data?.suspended === true ? <Note tone="plain" icon="pause">{DEPUTY_SUSPENDED}</Note> : null}
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={mine !== undefined ? { title: '您还没说过', line: '跟代表、联络站说的话，谁在办、怎么答的，都在这里看。' } : { title: shown === 'open' ? '没有等着办的' : '还没有办完的', line: '听到的意见、提的建议，会一条条写在这里。' }}>
        {() => (
          <>
            {list.items.map((one) => <Opinion key={one.opinionId} opinion={one} own={mine !== undefined} onAct={() => setActing(one)} />)}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
      {acting === undefined ? null : <ActSheet key={acting.opinionId} opinion={acting} town={town} onClose={() => setActing(undefined)} onDone={() => { setActing(undefined); void list.first.reload(); }} />}
    </Page>
  );
}

/** `own`: for who said it, in whose words it waits to be looked at. */
function Opinion({ opinion, own, onAct }: { readonly opinion: OpinionView; readonly own: boolean; readonly onAct: () => void }): ReactNode {
  const now = serverNow();
  const { text, photos, voice, state, at, deputy, from, answer, channel, sortBy, suggestion, lawfulWays, may: [act] } = opinion;
  const due = state === 'HEARD' ? sortBy : state === 'ASSIGNED' || state === 'AGAIN' ? suggestion?.replyBy : undefined;
  const late = due !== undefined && now >= due;
  return (
    <Card className="l-stack">
      <View className="l-between l-wrap">
        <Chip tone={late ? 'bad' : toneOf(opinion)} text={late ? '超期了' : own && state === 'HEARD' ? '等着看' : STATE_WORDS[state]} />
        <View className="t-small t-num">{formatDay(civilDateOf(at), civilDateOf(now))}</View>
      </View>
      <View className="t-label">{titleOf(opinion)}</View>
      {suggestion === undefined || suggestion.title === text || text === '' ? null : <View className="t-hint">原话：{text}</View>}
      {voice === undefined ? null : <VoiceNotePlayer src={voice.url} seconds={voice.seconds} />}
      <PhotoRow urls={photos.map(({ url }) => url)} />
      <View className="t-hint">{[from === undefined ? undefined : `${from}说的`, deputy === undefined ? (own ? '跟联络站说的' : '联络站收到') : own ? `跟代表${deputy}说的` : `代表${deputy}`, suggestion?.unit].filter(Boolean).join('，')}</View>
      {due === undefined ? null : <View className={late ? 't-hint t-bad' : 't-hint'}>最晚{formatDue(due, now)}{state !== 'HEARD' ? '答复' : own ? '有人看' : '分好'}</View>}
      {answer === undefined ? null : <View>回话：{answer}</View>}
      {channel === undefined ? null : <View>{CHANNEL_WORDS[channel]}</View>}
      {suggestion?.replies.map((reply, nth) => {
        const verdict = suggestion.verdicts[nth];
        return <View key={reply.at}>{reply.by}：{reply.text}{verdict === undefined ? '' : `（代表评：${VERDICT_WORDS[verdict]}）`}</View>;
      })}
      {lawfulWays ? <Note tone="plain" icon="info" title="两次都不满意">可以走信访（12345）、向上级人大反映，或者申请行政复议。</Note> : null}
      {act === undefined ? null : <Button wide kind="fill" text={ACTS[act]} label={`${ACTS[act]}：${titleOf(opinion)}`} onTap={onAct} />}
    </Card>
  );
}

function toneOf({ open, may }: OpinionView): Tone {
  if (!open) return 'ok';
  return may.length > 0 ? 'you' : 'go';
}
