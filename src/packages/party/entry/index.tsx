import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { LookedAt } from '@/components/points/looked-at';
import { Evidence } from '@/components/points/evidence';
import { formatDue } from '@/domain/basics/civil-time';
import { entryWords, signedPoints, waitsWords } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { usePageData, type PageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { EntryView } from '@/services/views';
import { openParty, read } from '../links';
import { SaySheet } from './say-sheet';
import '@/components/points/index.scss';

/** One entry: evidence, who looked, the reason, and what the member can do about it (PTY-14). */
export default function Entry(): ReactNode {
  const { id: written, new: fresh } = useRouter().params;
  const entryId = read(written) ?? '';
  const page = usePageData(`points:entry:${entryId}`, () => api.points.entry({ entryId }));
  if (page.data === undefined) return <Page title="一笔积分"><Loaded page={page}>{() => null}</Loaded></Page>;
  return <OneEntry key={entryId} entry={page.data} page={page} fresh={fresh === '1'} />;
}

interface OneEntryProps {
  readonly entry: EntryView;
  readonly page: PageData<EntryView>;
  /** It was reported a moment ago. */
  readonly fresh: boolean;
}

function OneEntry({ entry, page, fresh }: OneEntryProps): ReactNode {
  const [saying, setSaying] = useState<'ANSWER' | 'APPEAL'>();
  const { entryId, may, asked, appeal, appealUntil, tenths, itemName, reversedBy, reverses, reason } = entry;
  const now = serverNow();
  const { chip, amount } = entryWords(entry, now);
  // An appeal says by itself until when it is answered.
  const waits = appeal?.state === 'OPEN' ? undefined : waitsWords(entry, now);
  const withdraw = useAct((requestId, _: null) => api.points.withdrawClaim({ requestId, entryId }), { done: () => void page.reload(), said: '撤回了' });
  const answers = may.includes('ANSWER');

  async function askToWithdraw(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '撤回这一笔', content: '撤回了就不再审。弄错了可以另报一笔。', confirmText: '撤回', cancelText: '留着' });
    if (confirm) await withdraw.run(null);
  }

  return (
    <Page title="一笔积分" staleAt={page.staleAt} {...(answers ? { bar: <Bar main={{ text: '补一句', icon: 'speak', onTap: () => setSaying('ANSWER') }} hint="只问这一次，写几句就够" /> } : {})}>
      <Loaded page={page}>
        {() => (
          <>
            {fresh && entry.state === 'CHECK' ? <Note tone="ok" said="status" title="报上去了">{`${waits ?? '等支部看'}。先记成待核，两个人看过才加分。`}</Note> : null}
            {answers && asked !== undefined ? <Note tone="you" icon="speak" title="支部想再问一句">{asked.text}</Note> : null}
            {entry.refused === undefined ? null : <Note tone="bad" icon="alert" title="没通过">{entry.refused.reason}</Note>}
            <Card>
              <View className="l-between l-top">
                <View className="l-grow t-title">{itemName}</View>
                <View className={`t-big ${amount === 'counts' ? (tenths < 0 ? 't-bad' : 't-ok') : `c-ledger__amount--${amount}`}`}>{signedPoints(tenths)}</View>
              </View>
              {chip === undefined ? null : <View className="l-line"><Chip tone={chip.tone} text={chip.text} icon={chip.tone === 'you' ? 'edit' : chip.tone === 'bad' ? 'alert' : 'clock'} /></View>}
              {waits === undefined || (fresh && entry.state === 'CHECK') ? null : <View className="t-hint">{waits}</View>}
              {amount === 'open' ? <View className="t-small">待核的还没算进总分。</View> : null}
            </Card>
            <Evidence entry={entry} />
            <Section title="谁看过"><LookedAt entry={entry} now={now} /></Section>
            {reverses === undefined ? null : <Note tone="plain" icon="info" title="这一笔冲正了以前的一笔">{reason}<Button small kind="quiet" text="看那一笔" onTap={() => openParty('entry', { id: reverses })} /></Note>}
            {reversedBy === undefined ? null : <Note tone="plain" icon="info" title="这一笔已经冲正，不再算数"><Button small kind="quiet" text="看冲正的那一笔" onTap={() => openParty('entry', { id: reversedBy })} /></Note>}
            <AppealNote appeal={appeal} now={now} />
            {may.includes('APPEAL') ? <Button wide kind="line" icon="complaint" text="我有异议" onTap={() => setSaying('APPEAL')} /> : null}
            {may.includes('APPEAL') ? <View className="t-hint">{appealUntil === undefined ? '一笔可以提一次' : `一笔可以提一次，最晚${formatDue(appealUntil, now)}`}</View> : null}
            {may.includes('WITHDRAW') ? <Button wide kind="quiet" text="报错了，撤回" busy={withdraw.busy ? '正在撤…' : undefined} onTap={() => void askToWithdraw()} /> : null}
          </>
        )}
      </Loaded>
      {saying === undefined ? null : <SaySheet what={saying} entry={entry} now={now} onClose={() => setSaying(undefined)} onSaid={() => { setSaying(undefined); void page.reload(); }} />}
    </Page>
  );
}

function AppealNote({ appeal, now }: { readonly appeal: EntryView['appeal']; readonly now: number }): ReactNode {
  if (appeal === undefined) return null;
  const { state, text, answer, decideBy } = appeal;
  if (state === 'OPEN') return <Note tone="plain" icon="clock" title={`您提的异议，最晚${formatDue(decideBy, now)}答复`}>{text}</Note>;
  return <Note tone={state === 'UPHELD' ? 'ok' : 'plain'} icon={state === 'UPHELD' ? 'ok' : 'info'} title={state === 'UPHELD' ? '您的异议成立，已经改正' : '您的异议答复了，没有改'}><View>{`您说：${text}`}</View>{answer === undefined ? null : <View>{`答复：${answer}`}</View>}</Note>;
}
