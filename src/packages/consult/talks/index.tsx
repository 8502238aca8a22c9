import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, Input, TextArea } from '@/components/field';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { atTime, civilDateOf, formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { TalkView } from '@/services/views';
import { HOURS, type Hour } from '../hours';

/** What is being written: a question, the answer to one, or how many came. */
type Writing = { readonly kind: 'ASK' | 'RECORD'; readonly talk: TalkView } | { readonly kind: 'ANSWER'; readonly talk: TalkView; readonly nth: number };

/** 干部说法说政策 (CON-01): sessions of the village, what was explained, asked and answered. */
export default function Talks(): ReactNode {
  const list = usePages('talks', ({ after }) => api.consultations.talks({ after }));
  const [writing, setWriting] = useState<Writing>();
  const [holding, setHolding] = useState(false);
  useReachBottom(() => void list.more());
  const reload = () => void list.first.reload();
  return (
    <Page title="说法说政策" staleAt={list.first.staleAt} bar={list.first.data?.canHold === true ? <Bar main={{ text: '通知一场', icon: 'plus', onTap: () => setHolding(true) }} /> : undefined}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有讲过政策', line: '村里要来讲的时候，会写在这里。', icon: 'policy' }}>
        {() => (
          <View className="l-stack3">
            {list.items.map((talk) => <Talk key={talk.talkId} talk={talk} onWrite={setWriting} />)}
            {list.hasMore ? <Button text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} wide /> : null}
          </View>
        )}
      </Loaded>
      {writing === undefined ? null : <Write key={`${writing.kind}${writing.talk.talkId}`} writing={writing} onClose={() => setWriting(undefined)} onDone={() => { setWriting(undefined); reload(); }} />}
      {holding ? <Hold onClose={() => setHolding(false)} onDone={() => { setHolding(false); reload(); }} /> : null}
    </Page>
  );
}

function Talk({ talk, onWrite }: { readonly talk: TalkView; readonly onWrite: (writing: Writing) => void }): ReactNode {
  const now = serverNow();
  const { heldAt, attendance } = talk;
  const when = `${formatMoment(heldAt, now)}，${talk.place}`;
  return (
    <Card className="l-stack3">
      <View className="l-stack">
        <View className="t-title">{talk.title}</View>
        <View className="l-line l-top t-hint"><Icon name="clock" size="sm" /><View className="l-grow">{when}</View></View>
        <View className="l-line l-top t-hint"><Icon name="speak" size="sm" /><View className="l-grow">{`${talk.speaker}讲${attendance === undefined ? '' : `，到了 ${attendance} 人`}`}</View></View>
      </View>
      <View className="t-read">{talk.material}</View>
      {talk.questions.map(({ nth, by, text, answer }) => (
        <Row
          key={nth}
          icon="help"
          tone={answer === undefined ? 'you' : 'plain'}
          title={`${by}问：${text ?? '内容还在核对'}`}
          line={answer === undefined ? '还没有答' : `${answer.by}答：${answer.text}`}
          {...(talk.canKeep ? { onTap: () => onWrite({ kind: 'ANSWER', talk, nth }), label: `答：${text ?? ''}` } : {})}
        />
      ))}
      <View className="l-pair">
        {talk.canAsk ? <View className="l-pair__two"><Button wide small icon="edit" text="我要问" label={`问：${talk.title}`} onTap={() => onWrite({ kind: 'ASK', talk })} /></View> : null}
        {talk.canKeep && now >= heldAt && attendance === undefined ? <View className="l-pair__two"><Button wide small icon="people" text="记到会人数" onTap={() => onWrite({ kind: 'RECORD', talk })} /></View> : null}
      </View>
    </Card>
  );
}

interface WriteProps {
  readonly writing: Writing;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Write({ writing, onClose, onDone }: WriteProps): ReactNode {
  const [text, setText] = useState('');
  const max = useMe().data?.limits.step ?? 300;
  const { kind, talk } = writing;
  const { talkId } = talk;
  const title = kind === 'ASK' ? '我要问' : kind === 'ANSWER' ? '回答他' : '记到会人数';
  const label = kind === 'ASK' ? '您想问什么' : kind === 'ANSWER' ? '怎么答' : '到了几个人';
  const send = useAct((requestId, words: string) => {
    switch (writing.kind) {
      case 'ASK':
        return api.consultations.askAtTalk({ requestId, talkId, text: words });
      case 'ANSWER':
        return api.consultations.answerAtTalk({ requestId, talkId, nth: writing.nth, text: words });
      case 'RECORD':
        return api.consultations.recordTalk({ requestId, talkId, attendance: Number(words) });
    }
  }, { done: onDone, said: '记下了', quiet: true });
  const words = text.trim();
  const isMissing = kind === 'RECORD' ? !/^\d{1,5}$/.test(words) : words === '';
  return (
    <Sheet open title={title} line={talk.title} onClose={onClose} busy={send.busy} error={send.errorLine} bar={<Bar main={{ text: '就这样', onTap: () => void send.run(words), reason: isMissing ? (kind === 'RECORD' ? '填一个数' : '先写几个字') : undefined, busy: send.busy ? '正在记…' : undefined }} />}>
      <Field label={label}>
        {kind === 'RECORD' ? <Input label={label} type="number" value={text} onInput={setText} maxLength={5} /> : <TextArea label={label} value={text} onInput={setText} maxLength={max} />}
      </Field>
    </Sheet>
  );
}

/** Announces a session. */
function Hold({ onClose, onDone }: Omit<WriteProps, 'writing'>): ReactNode {
  const [fields, setFields] = useState({ title: '', material: '', speaker: '', place: '' });
  const [day, setDay] = useState<string>();
  const [hour, setHour] = useState<Hour>('19:30');
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const hold = useAct((requestId, input: typeof fields & { heldAt: number }) => api.consultations.holdTalk({ requestId, ...input }), { done: onDone, said: '通知写上去了', quiet: true });
  const reason = Object.values(fields).some((value) => value.trim() === '') ? '还没写全' : day === undefined ? '选一天' : undefined;
  return (
    <Sheet open title="通知一场" onClose={onClose} busy={hold.busy} error={hold.errorLine} bar={<Bar main={{ text: '通知大家', onTap: () => void hold.run({ ...fields, heldAt: atTime(day ?? civilDateOf(serverNow()), hour) }), reason, busy: hold.busy ? '正在写…' : undefined }} />}>
      <Field label="讲什么"><Input label="讲什么" value={fields.title} onInput={(title) => set({ title })} maxLength={60} /></Field>
      <Field label="材料" hint="写成大家看得懂的话"><TextArea label="材料" value={fields.material} onInput={(material) => set({ material })} maxLength={500} /></Field>
      <Field label="谁来讲"><Input label="谁来讲" value={fields.speaker} onInput={(speaker) => set({ speaker })} maxLength={30} /></Field>
      <Field label="在哪里"><Input label="在哪里" value={fields.place} onInput={(place) => set({ place })} maxLength={60} /></Field>
      <Field label="哪一天"><DateLine label="选一天" value={day} from={civilDateOf(serverNow())} onChange={setDay} /></Field>
      <Options label="几点" layout="three" options={HOURS} value={hour} onChange={setHour} />
    </Sheet>
  );
}
