import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { SwitchRow } from '@/components/switch-row';
import { View } from '@tarojs/components';
import { civilDateOf } from '@/domain/basics/civil-time';
import { findingWords } from '@/domain/wording/grid-findings';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { CellView, FindingView, VillageView } from '@/services/views';
import { PersonPicker } from '../person-picker';
import { HandOver } from './hand-over';

type Source = 'ELECTED' | 'APPOINTED_MEMBER' | 'APPOINTED_DEPUTY' | 'CONCURRENT';

/** A post to be filled or left; a desk has several officers, so it is said who of them goes. */
export interface Post {
  readonly post: string;
  readonly title: string;
  readonly level: CellView['level'] | undefined;
  readonly head?: CellView['head'];
  readonly leaving?: VillageView['desk'][number] | undefined;
}

const SOURCES = [
  { value: 'ELECTED', title: '群众推选' },
  { value: 'APPOINTED_MEMBER', title: '选聘的党员' },
  { value: 'APPOINTED_DEPUTY', title: '选聘的代表' },
  { value: 'CONCURRENT', title: '兼任' },
] as const;

interface AppointSheetProps {
  readonly post: Post;
  readonly village: string;
  readonly onClose: () => void;
  readonly onChanged: (village: VillageView | undefined) => void;
}

/** Puts a person in a post or leaves it vacant. What speaks against a person is shown, and a human decides (HHL-02, GRD-07). */
export function AppointSheet({ post, village, onClose, onChanged }: AppointSheetProps): ReactNode {
  const today = civilDateOf(serverNow());
  const isDesk = post.level === undefined;
  const goes = isDesk ? post.leaving : post.head;
  const [who, setWho] = useState<{ readonly id: string; readonly name: string }>();
  const [vacate, setVacate] = useState(false);
  const [from, setFrom] = useState(today);
  const [source, setSource] = useState<Source>();
  const appoint = useAct(
    (requestId, input: { readonly personId: string | undefined; readonly from: string; readonly source: Source | undefined; readonly despite: boolean }) => api.grids.appoint({
      requestId,
      post: post.post,
      from: input.from,
      despite: input.despite,
      ...(input.personId === undefined ? {} : { personId: input.personId }),
      ...(input.source === undefined ? {} : { source: input.source }),
      ...(isDesk && goes !== undefined ? { leaving: goes.personId } : {}),
    }),
    { done: (answer) => onChanged(answer.village), said: '定了，双方都会收到通知', quiet: true },
  );
  const against = findingsIn(appoint.error?.data);
  const warned = appoint.error?.code === 'NOT_ELIGIBLE';
  const reason = who === undefined && !vacate ? '先选人' : post.level === 3 && !vacate && source === undefined ? '再选怎么定的' : undefined;

  async function go(): Promise<void> {
    const content = vacate
      ? `${goes?.name ?? ''}从此不担这个岗位，没办完的事先交给上一级。`
      : `${who?.name ?? ''}从此担这个岗位${goes === undefined ? '' : `，接${goes.name}的班`}。`;
    const { confirm } = await Taro.showModal({ title: post.title, content, confirmText: '定了', cancelText: '再想想' });
    if (confirm) await appoint.run({ personId: vacate ? undefined : who?.id, from, source: vacate ? undefined : source, despite: warned });
  }

  return (
    <Sheet
      open
      title={post.title}
      onClose={onClose}
      busy={appoint.busy}
      error={warned ? undefined : appoint.errorLine}
      bar={<Bar main={{ text: vacate ? '先空着' : warned ? '还是请他' : '请他担这个岗位', kind: vacate ? 'danger' : 'fill', reason, busy: appoint.busy ? '正在办…' : undefined, onTap: () => void go() }} hint="没办完的事跟着岗位走，系统一件一件交给新人" />}
    >
      {goes === undefined ? <Note tone="plain" icon="info">{isDesk ? '加一位，原来的不变。' : '这个岗位现在没人。'}</Note> : <HandOver holder={goes.name} since={goes.since} village={village} post={post.post} />}
      {warned ? (
        <Note tone="you" icon="alert" title="按规定他不太合适" said="alert">
          {against.map(({ code, area, data }) => <View key={`${code} ${area}`}>{findingWords(code, data)}</View>)}
          <View>实在没有更合适的，可以还是请他，这里会记下来。</View>
        </Note>
      ) : null}
      {goes === undefined ? null : (
        <Card flush><SwitchRow title={isDesk ? '只让他退下，不补人' : '先空着'} line={isDesk ? '值班的至少要留一位' : '空着的时候由上一级管'} on={vacate} onChange={(on) => { appoint.forget(); setVacate(on); }} /></Card>
      )}
      {vacate ? null : who === undefined
        ? <PersonPicker label={goes === undefined ? '请谁来' : '换成谁'} village={village} onPick={(person) => { appoint.forget(); setWho(person); }} />
        : <Card flush><Row icon="people" title={who.name} end="换一个" onTap={() => { appoint.forget(); setWho(undefined); }} /></Card>}
      {post.level === 3 && !vacate ? <Field label="怎么定的"><Options label="怎么定的" layout="two" options={SOURCES} value={source} onChange={(next) => { appoint.forget(); setSource(next); }} /></Field> : null}
      <Field label="从哪一天算" hint="今天，或者已经定下的那一天"><DateLine label="哪一天" value={from} to={today} onChange={setFrom} /></Field>
    </Sheet>
  );
}

function findingsIn(data: unknown): readonly FindingView[] {
  if (typeof data !== 'object' || data === null || !('findings' in data) || !Array.isArray(data.findings)) return [];
  return data.findings as readonly FindingView[];
}
