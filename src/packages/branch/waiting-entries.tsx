import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { toast } from '@/components/toast';
import { usePages } from '@/hooks/use-pages';
import { useWide } from '@/hooks/use-wide';
import type { EntryView } from '@/services/views';
import { useChosen } from './chosen';
import { DecisionSheet, type Asked } from './decision-sheet';
import { EntryCard } from './entry-card';
import { sendDecision, useDecide, type Step } from './use-decide';
import { useBatch } from './use-batch';

interface WaitingEntriesProps {
  /** Names the question, for what the phone remembers of it. */
  readonly name: string;
  readonly step: Step | 'APPEAL';
  readonly load: (input: { readonly after?: string }) => Promise<{ items: readonly EntryView[]; next?: string | undefined }>;
  readonly empty: { readonly title: string; readonly line: string };
  /** The counts beside the list have changed. */
  readonly onChanged: () => void;
}

const YES: Readonly<Record<Step, { readonly kind: 'RIGHT' | 'POST'; readonly all: string; readonly said: string }>> = {
  CHECK: { kind: 'RIGHT', all: '都属实', said: '核实了' },
  APPROVE: { kind: 'POST', all: '都记上', said: '记上了' },
  ABOVE: { kind: 'POST', all: '都记上', said: '记上了' },
};

/** What waits for one pair of eyes, oldest first: one tap each, several at once, or with words. */
export function WaitingEntries({ name, step, load, empty, onChanged }: WaitingEntriesProps): ReactNode {
  const wide = useWide();
  const list = usePages(name, load, { keep: false });
  useReachBottom(() => void list.more());
  const [asked, setAsked] = useState<{ readonly asked: Asked; readonly entry: EntryView }>();
  const [deciding, setDeciding] = useState<string>();
  const at: Step = step === 'APPEAL' ? 'APPROVE' : step;
  const yes = YES[at];

  function changed(): void {
    setAsked(undefined);
    setDeciding(undefined);
    void list.first.reload();
    onChanged();
  }

  const decide = useDecide(yes.kind, changed);
  const choosable = list.items.filter(({ may }) => step !== 'APPEAL' && (may.includes('CHECK') || may.includes('APPROVE'))).map(({ entryId }) => entryId);
  const chosen = useChosen(choosable);
  const batch = useBatch((requestId, entryId) => sendDecision(requestId, entryId, at, { kind: yes.kind }), (count) => {
    if (count > 0) toast(`${yes.said} ${count} 笔`);
    changed();
  });

  async function one(entryId: string): Promise<void> {
    setDeciding(entryId);
    await decide.run({ entryId, step: at, decision: { kind: yes.kind } });
    setDeciding(undefined);
  }

  const nameOf = (entryId: string) => list.items.find((entry) => entry.entryId === entryId)?.name ?? '';
  return (
    <>
      {batch.notDone.length === 0 ? null : (
        <Note tone="bad" icon="alert" said="alert" title={`${batch.notDone.length} 笔没成`}>
          {batch.notDone.map(({ key, line }) => <View key={key}>{[nameOf(key), line].filter(Boolean).join('：')}</View>)}
        </Note>
      )}
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ ...empty, icon: 'ok' }}>
        {() => (
          <>
            {choosable.length < 2 ? null : (
              <View className="l-between l-wrap">
                <View className="t-hint">{wide ? '勾上几笔一起办。方向键换一笔，空格勾选' : '勾上几笔，可以一起办'}</View>
                <Button small text={chosen.keys.length === choosable.length ? '都不选' : '全选'} onTap={chosen.keys.length === choosable.length ? chosen.none : chosen.all} />
              </View>
            )}
            {list.items.map((entry) => (
              <EntryCard
                key={entry.entryId}
                entry={entry}
                step={step}
                chosen={chosen.has(entry.entryId)}
                {...(choosable.length < 2 ? {} : { onChoose: () => chosen.toggle(entry.entryId) })}
                onYes={() => void one(entry.entryId)}
                onAsk={(what) => setAsked({ asked: what, entry })}
                busy={deciding === entry.entryId ? '正在记…' : undefined}
              />
            ))}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
      {chosen.keys.length === 0 && batch.progress === undefined ? null : (
        <View className="p-batch">
          <Bar main={{ text: `选的 ${chosen.keys.length} 笔，${yes.all}`, busy: batch.progress === undefined ? undefined : `第 ${batch.progress.done + 1} 笔，共 ${batch.progress.of} 笔…`, onTap: () => void batch.run(chosen.keys) }} hint="一笔一笔记，哪一笔不成会告诉您" />
        </View>
      )}
      {asked === undefined ? null : <DecisionSheet key={`${asked.asked}:${asked.entry.entryId}`} {...asked} step={at} onClose={() => setAsked(undefined)} onDone={changed} />}
    </>
  );
}
