import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { toast } from '@/components/toast';
import { formatDay, formatMoment } from '@/domain/basics/civil-time';
import { PLEDGE_TYPE_WORDS } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { Check, useChosen } from './chosen';
import { ClaimCard } from './claim-card';
import { whoseWords } from './entry-words';
import { SaySheet } from './say-sheet';
import { useBatch } from './use-batch';

type Waiting = Awaited<ReturnType<typeof api.points.pledgesWaiting>>['items'][number];
type Decision = Parameters<typeof api.points.decidePledge>[0]['decision'];

interface WaitingPledgesProps {
  readonly village: string;
  readonly cycle: number;
  readonly onChanged: () => void;
}

/** Pledges that the branch confirms or returns with a reason (PTY-04); one tap each, or several at once. */
export function WaitingPledges({ village, cycle, onChanged }: WaitingPledgesProps): ReactNode {
  const list = usePages(`branch:${village}:pledges`, (input) => api.points.pledgesWaiting({ village, ...input }), { keep: false });
  useReachBottom(() => void list.more());
  const [returning, setReturning] = useState<Waiting>();
  const [deciding, setDeciding] = useState<string>();
  const of = (pledgeId: string) => list.items.find(({ pledge }) => pledge.id === pledgeId);

  function changed(): void {
    setReturning(undefined);
    void list.first.reload();
    onChanged();
  }
  async function send(requestId: string, pledgeId: string, decision: Decision): Promise<unknown> {
    const waiting = of(pledgeId);
    return waiting === undefined ? undefined : api.points.decidePledge({ requestId, personId: waiting.personId, cycle, pledgeId, decision });
  }
  const confirm = useAct((requestId, pledgeId: string) => send(requestId, pledgeId, { kind: 'CONFIRMED' }), { done: changed, said: '确认了' });
  const giveBack = useAct((requestId, { pledgeId, reason }: { readonly pledgeId: string; readonly reason: string }) => send(requestId, pledgeId, { kind: 'RETURNED', reason }), { done: changed, said: '退回去了', quiet: true });
  const choosable = list.items.filter(({ own }) => !own).map(({ pledge }) => pledge.id);
  const chosen = useChosen(choosable);
  const batch = useBatch((requestId, pledgeId) => send(requestId, pledgeId, { kind: 'CONFIRMED' }), (count) => {
    if (count > 0) toast(`确认了 ${count} 条`);
    changed();
  });

  async function one(pledgeId: string): Promise<void> {
    setDeciding(pledgeId);
    await confirm.run(pledgeId);
    setDeciding(undefined);
  }

  return (
    <>
      {batch.notDone.length === 0 ? null : <Note tone="bad" icon="alert" said="alert" title={`${batch.notDone.length} 条没成`}>{batch.notDone.map(({ key, line }) => <View key={key}>{[of(key)?.name ?? '', line].filter(Boolean).join('：')}</View>)}</Note>}
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有等着看的承诺', line: '党员交上来的承诺会到这里。', icon: 'ok' }}>
        {() => (
          <>
            {choosable.length < 2 ? null : <View className="l-between l-wrap"><View className="t-hint">勾上几条，可以一起确认</View><Button small text={chosen.keys.length === choosable.length ? '都不选' : '全选'} onTap={chosen.keys.length === choosable.length ? chosen.none : chosen.all} /></View>}
            {list.items.map((waiting) => {
              const { pledge, own } = waiting;
              const who = whoseWords(waiting);
              return (
                <ClaimCard
                  key={pledge.id}
                  who={who}
                  title={pledge.text}
                  lines={[PLEDGE_TYPE_WORDS[pledge.type]]}
                  chips={own ? [{ tone: 'idle', icon: 'lock', text: '您自己的，请另一位看' }] : []}
                  {...(own || choosable.length < 2 ? {} : { check: <Check label={`选上：${who} ${pledge.text}`} on={chosen.has(pledge.id)} onChange={() => chosen.toggle(pledge.id)} /> })}
                  evidence={<View className="l-stack t-hint"><View>{`做到 ${pledge.target} ${pledge.unit}算做到`}</View><View>{`${formatDay(pledge.due)}前`}</View><View>{`${formatMoment(pledge.sentAt, serverNow())}交的`}</View></View>}
                  {...(own ? {} : {
                    acts: (
                      <>
                        <Button small kind="line" icon="check" text="确认" label={`确认：${who} ${pledge.text}`} busy={deciding === pledge.id ? '正在记…' : undefined} onTap={() => void one(pledge.id)} />
                        <Button small text="退回" label={`退回：${who} ${pledge.text}`} onTap={() => setReturning(waiting)} />
                      </>
                    ),
                  })}
                />
              );
            })}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
      {chosen.keys.length === 0 && batch.progress === undefined ? null : <View className="p-batch"><Bar main={{ text: `选的 ${chosen.keys.length} 条，都确认`, busy: batch.progress === undefined ? undefined : `第 ${batch.progress.done + 1} 条，共 ${batch.progress.of} 条…`, onTap: () => void batch.run(chosen.keys) }} /></View>}
      {returning === undefined ? null : (
        <SaySheet
          key={returning.pledge.id}
          title="退回承诺"
          line={`${returning.name}：${returning.pledge.text}`}
          question="请他怎么改"
          button="退回去"
          told="他改好了再交上来"
          act={giveBack}
          onSend={(reason) => void giveBack.run({ pledgeId: returning.pledge.id, reason })}
          onClose={() => setReturning(undefined)}
        />
      )}
    </>
  );
}
