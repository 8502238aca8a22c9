import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { TextButton } from '@/components/button';
import { Chip } from '@/components/chip';
import { ErrorSummary } from '@/components/error-summary';
import { Field, Input } from '@/components/field';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Photos } from '@/components/photos';
import { confirmDrop } from '@/components/report/kept-reports';
import { SosStrip } from '@/components/sos-strip';
import { SwitchRow } from '@/components/switch-row';
import { TextVoice } from '@/components/text-voice';
import { categoryWords } from '@/domain/wording/issues';
import { elsewhereWords } from '@/domain/wording/elsewhere';
import { useBusy } from '@/hooks/use-busy';
import { useMe } from '@/hooks/use-me';
import { useOnline } from '@/hooks/use-online';
import { askForMessages } from '@/services/ask-messages';
import { api } from '@/services/client';
import { keptUrl, send, sentUrl } from '@/services/outbox';
import { words } from '@/hooks/use-act';
import { MOST_TICKET_TEXT } from '@/domain/issues/ticket-cells';
import { alikeTo } from '../alike';
import { titleOf } from '../title';
import { Consent } from './consent';
import { ElderSummary } from './elder-summary';
import { PlaceField } from './place-field';
import { problemsOf } from './problems';
import { TicketFields } from './ticket-fields';
import { usePreview } from './use-preview';
import { useDraft } from './use-draft';
import { matterUrl } from '../matter-url';
import { Visibility } from './visibility';

/** Until the county's settings are known: the least any county allows. */
const LIMITS = { text: 500, photos: 9, voiceSeconds: 60 };

/** How long similar matters are waited for. */
const PATIENCE_MS = 5_000;

/** Step 2: what happened, where, and who may see it. Everything is kept on the phone as it is written. */
export default function ReportTell(): ReactNode {
  const { draft: id = '' } = useRouter().params;
  const { draft, edit, addPhotos, removeFile, setVoice, refresh, full, views, voice } = useDraft(id);
  const me = useMe();
  const online = useOnline();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string>();
  const preview = usePreview(draft);
  const limits = me.data?.limits ?? LIMITS;
  const problems = problemsOf(draft, me.data === undefined || me.data.person !== undefined);
  // A ticket is of its own place, never of whoever takes it in.
  const home = draft.ticket === undefined ? me.data?.person : undefined;
  const sending = useBusy(report);

  /** Similar open matters are shown first; then it goes (EVT-12, 我也遇到了). */
  async function report(): Promise<void> {
    setRefused(undefined);
    // First of all, while the tap still counts; the report goes meanwhile, only the page waits for the answer.
    const asked = askForMessages(online && draft.ticket === undefined ? me.data?.messageTemplates ?? [] : []);
    if (await hasSimilar()) {
      await asked;
      void Taro.navigateTo({ url: `/packages/report/similar/index?draft=${encodeURIComponent(draft.id)}` });
      return;
    }
    const outcome = await send(draft.id);
    await asked;
    if (outcome.kind === 'SENT') void Taro.redirectTo({ url: draft.ticket === undefined ? sentUrl(outcome.receipt) : matterUrl(outcome.receipt) });
    if (outcome.kind === 'KEPT') void Taro.redirectTo({ url: keptUrl(outcome.error) });
    if (outcome.kind === 'REFUSED') {
      refresh();
      setRefused(words(outcome.error));
    }
  }

  async function hasSimilar(): Promise<boolean> {
    if (draft.category === undefined || me.data?.person === undefined || draft.onBehalf !== undefined || draft.sensitive || draft.text.trim() === '') return false;
    try {
      const asking = draft.ticket === undefined ? api.issues.similar({ category: draft.category, place: draft.place ?? { kind: 'HOME' }, text: draft.text.trim() }).then(({ items }) => items) : alikeTo(draft);
      // On a line that hangs the report itself must not wait for it.
      const items = await Promise.race([asking, new Promise<readonly unknown[]>((resolve) => setTimeout(() => resolve([]), PATIENCE_MS))]);
      return items.length > 0;
    } catch {
      // Looking for similar matters is a courtesy: without a network the report is kept all the same.
      return false;
    }
  }

  function tryToSend(): void {
    setAsked(true);
    if (problems.length === 0) void sending.run();
  }

  const { category } = draft;
  // Also where the words say so, and wherever it was said already: what is sent stands on the page.
  const mayBeUrgent = category === 'EMERGENCY' || category === 'PATROL' || category === 'DISPUTE';
  const placeProblem = asked ? problems.find(({ id: field }) => field === 'report-place')?.text : undefined;
  const textProblem = problems.find(({ id: field }) => field === 'report-text')?.text;
  return (
    <Page
      title={titleOf(draft)}
      bar={<Bar main={{ text: '报上去', onTap: tryToSend, busy: sending.busy ? '正在报上去…' : undefined }} hint={preview.hint ?? '没有网也能报，先存在手机里'} />}
    >
      {asked ? <ErrorSummary errors={problems} /> : null}
      {refused === undefined ? null : <Note tone="bad" icon="alert" said="alert" title="没报上去">{refused}</Note>}
      {full ? <Note tone="bad" icon="alert">手机存不下了，退出会丢，请先报上去。</Note> : null}
      <View className="l-between l-wrap">
        <View>
          <View className="t-small extra">第 2 步，共 2 步</View>
          <View className="t-question">把事情说一说</View>
        </View>
        {category === undefined ? null : <Chip tone="go" icon={CATEGORY_ICON[category]} text={categoryWords(category)} />}
      </View>
      {category === 'EMERGENCY' || preview.emergency ? <SosStrip /> : null}
      {preview.elsewhere.map(({ code, phone }) => <Note key={code} tone="plain" icon="info">{elsewhereWords(code, phone)}</Note>)}
      <TicketFields draft={draft} onChange={edit} problems={asked ? problems : []} />
      <View id="report-text">
        <TextVoice
          label="发生了什么事"
          value={draft.text}
          onInput={(text) => edit({ text })}
          maxLength={draft.ticket === undefined ? limits.text : MOST_TICKET_TEXT}
          placeholder="什么事、从什么时候开始、影响了谁"
          voice={voice}
          onVoice={setVoice}
          maxSeconds={limits.voiceSeconds}
          error={asked ? textProblem : undefined}
        />
      </View>
      <Photos title="照片" photos={views} max={limits.photos} hint="尽量别拍到别人的脸和家里" onAdd={addPhotos} onRemove={removeFile} onRetry={tryToSend} />
      {draft.onBehalf === undefined ? null : <Consent draft={draft} onChange={edit} />}
      <View className="only-elder"><ElderSummary draft={draft} onChange={edit} home={home} error={placeProblem} /></View>
      <View className="extra">
        <PlaceField draft={draft} onChange={edit} home={home} error={placeProblem} />
        {draft.ticket === undefined ? <Visibility draft={draft} onChange={edit} /> : null}
      </View>
      {mayBeUrgent || preview.emergency || draft.urgency === 'URGENT'
        ? <Card flush><SwitchRow title="很急，有人或东西有危险" line="村里 30 分钟内要接；打电话更快" on={draft.urgency === 'URGENT'} onChange={(on) => edit({ urgency: on ? 'URGENT' : 'NORMAL' })} /></Card>
        : null}
      {me.data !== undefined && me.data.person === undefined && draft.onBehalf === undefined
        ? <Field label="怎么称呼您" optional="可以不写"><Input label="怎么称呼您" value={draft.visitorName} onInput={(visitorName) => edit({ visitorName })} maxLength={20} /></Field>
        : null}
      <View className="t-center"><DropDraft id={draft.id} /></View>
    </Page>
  );
}

function DropDraft({ id }: { readonly id: string }): ReactNode {
  async function drop(): Promise<void> {
    if (await confirmDrop(id)) void Taro.reLaunch({ url: '/pages/home/index' });
  }
  return <TextButton text="不报了，删掉" onTap={() => void drop()} />;
}
