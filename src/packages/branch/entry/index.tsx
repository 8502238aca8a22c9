import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Evidence } from '@/components/points/evidence';
import { LookedAt } from '@/components/points/looked-at';
import { formatMoment } from '@/domain/basics/civil-time';
import { signedPoints } from '@/domain/wording/party';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { EntryView } from '@/services/views';
import { DecisionSheet, type Asked } from '../decision-sheet';
import { entryChips, entryLines, whoseWords } from '../entry-words';
import { read } from '../links';
import { useDecide, type Step } from '../use-decide';

/** One entry for who works for the branch: what it rests on, who looked, and what can be done about it. */
export default function BranchEntry(): ReactNode {
  const id = read(useRouter().params['id']) ?? '';
  const page = usePageData(`branch:entry:${id}`, () => api.points.entry({ entryId: id }), { keep: false });
  return (
    <DeskPage title="一笔积分" at="branch" staleAt={page.staleAt}>
      <Loaded page={page}>{(entry) => <Entry entry={entry} onChanged={() => void page.reload()} />}</Loaded>
    </DeskPage>
  );
}

function Entry({ entry, onChanged }: { readonly entry: EntryView; readonly onChanged: () => void }): ReactNode {
  const now = serverNow();
  const [asked, setAsked] = useState<Asked>();
  const step: Step = entry.state === 'CHECK' ? 'CHECK' : entry.waitsFor === 'TOWN' ? 'ABOVE' : 'APPROVE';
  const yes = step === 'CHECK' ? 'RIGHT' : 'POST';
  const decide = useDecide(yes, onChanged);
  const may = (act: EntryView['may'][number]) => entry.may.includes(act);
  const pending = entry.state === 'CHECK' || entry.state === 'APPROVE' || entry.state === 'ASKED' || entry.appeal?.state === 'OPEN';
  return (
    <>
      <Card className="l-stack">
        <View className="l-between l-top">
          <View className="l-grow"><View className="t-hint">{whoseWords(entry)}</View><View className="t-title">{entry.itemName}</View></View>
          <View className={`p-claim__amount ${entry.tenths < 0 ? 't-bad' : 't-ok'}`}>{signedPoints(entry.tenths)}</View>
        </View>
        {entryLines(entry).map((line) => <View key={line} className="t-hint">{line}</View>)}
        <View className="l-line l-wrap">{pending ? entryChips(entry, now).map((chip) => <Chip key={chip.text} {...chip} />) : <StateChip entry={entry} />}</View>
      </Card>
      <Section title="凭什么"><Evidence entry={entry} /></Section>
      {entry.appeal === undefined ? null : (
        <Section title="申诉">
          <Card className="l-stack">
            <View className="t-read">{entry.appeal.text}</View>
            <View className="t-hint">{formatMoment(entry.appeal.at, now)}</View>
            {entry.appeal.answer === undefined ? null : <Note tone={entry.appeal.state === 'UPHELD' ? 'ok' : 'plain'} icon="speak" title={entry.appeal.state === 'UPHELD' ? '成立' : '不成立'}>{entry.appeal.answer}</Note>}
          </Card>
        </Section>
      )}
      <Section title="谁看过"><LookedAt entry={entry} now={now} /></Section>
      {may('CHECK') || may('APPROVE') ? <Button wide kind="fill" icon="check" text={step === 'CHECK' ? '属实' : '记上'} busy={decide.busy ? '正在记…' : undefined} onTap={() => void decide.run({ entryId: entry.entryId, step, decision: { kind: yes } })} /> : null}
      {may('DECIDE_APPEAL') ? <Button wide kind="fill" icon="speak" text="答复申诉" onTap={() => setAsked('APPEAL')} /> : null}
      {may('ASK') ? <Button wide icon="speak" text="再问一句" onTap={() => setAsked('ASK')} /> : null}
      {may('REFUSE') ? <Button wide text="不通过" onTap={() => setAsked('REFUSE')} /> : null}
      {may('REVERSE') ? <Button wide icon="refresh" text="记错了，冲正" onTap={() => setAsked('REVERSE')} /> : null}
      {asked === undefined ? null : <DecisionSheet key={asked} asked={asked} entry={entry} step={step} onClose={() => setAsked(undefined)} onDone={() => { setAsked(undefined); onChanged(); }} />}
    </>
  );
}

function StateChip({ entry: { state, reversedBy } }: { readonly entry: EntryView }): ReactNode {
  if (reversedBy !== undefined) return <Chip tone="idle" icon="refresh" text="冲正了" />;
  switch (state) {
    case 'POSTED':
      return <Chip tone="ok" text="记上了" />;
    case 'REFUSED':
      return <Chip tone="bad" text="没通过" />;
    case 'EXPIRED':
      return <Chip tone="idle" text="到年底没人审" />;
    case 'WITHDRAWN':
      return <Chip tone="idle" text="他撤回了" />;
    case 'ASKED':
    case 'CHECK':
    case 'APPROVE':
      return null;
  }
}
