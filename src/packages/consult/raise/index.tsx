import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { ErrorSummary, type FieldError } from '@/components/error-summary';
import { ErrorLine } from '@/components/field';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { Photos } from '@/components/photos';
import { TextVoice } from '@/components/text-voice';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { useAttachments } from '@/packages/desk/handle/use-attachments';
import { useKeptWords } from '@/packages/desk/handle/use-kept-words';
import { askForMessages } from '@/services/ask-messages';
import { api } from '@/services/client';

/** Until the county's settings are known: the least any county allows. */
const LIMITS = { text: 500, photos: 9, voiceSeconds: 60 };

const AUDIENCES = [
  { value: 'VILLAGE', title: '全村都能看', line: '邻居能跟着说“我也有这事”，不写您的名字' },
  { value: 'CADRES', title: '只给村干部看', line: '邻居看不到，村里照样要答复' },
] as const;
type Audience = (typeof AUDIENCES)[number]['value'];

/** 群众说事说心声 (CON-02): say it, write it, show it; to the village or to its cadres only. Words stay on the phone until they are sent. */
export default function Raise(): ReactNode {
  const me = useMe();
  const limits = me.data?.limits ?? LIMITS;
  const words = useKeptWords('consult-raise', true);
  const { photos, voice, setVoice, collect } = useAttachments();
  const [audience, setAudience] = useState<Audience>();
  const [tried, setTried] = useState(false);
  const text = words.text.trim();
  const nothing = text === '' && voice === undefined;

  const raise = useAct(async (requestId: string, to: Audience) => {
    // First of all, while the tap still counts; the matter goes meanwhile, only the page waits for the answer.
    const asked = askForMessages(me.data?.consultTemplates ?? []);
    const receipt = await api.consultations.raise({ ...(await collect(requestId)), text, audience: to });
    await asked;
    return receipt;
  }, {
    done: ({ consultationId }) => {
      words.forget();
      photos.clear();
      void Taro.redirectTo({ url: `/packages/consult/topic/index?id=${encodeURIComponent(consultationId)}` });
    },
    said: '说上去了，村里会答复您',
    quiet: true,
  });

  function tryToRaise(): void {
    setTried(true);
    if (!nothing && audience !== undefined && photos.waiting === undefined) void raise.run(audience);
  }

  const gaps: readonly FieldError[] = [
    ...(nothing ? [{ id: 'raise-text', text: '说一说是什么事' }] : []),
    ...(audience === undefined ? [{ id: 'raise-audience', text: '选给谁看' }] : []),
    ...(photos.waiting === undefined ? [] : [{ id: 'raise-photos', text: photos.waiting }]),
  ];
  return (
    <Page title="拿出来议" bar={<Bar main={{ text: '说上去', onTap: tryToRaise, busy: raise.busy ? '正在说上去…' : undefined }} hint="村里十个工作日内答复您" error={raise.errorLine} />}>
      {tried ? <ErrorSummary errors={gaps} /> : null}
      <View className="t-question">您想让村里商量什么事？</View>
      <View id="raise-text"><TextVoice label="什么事" value={words.text} onInput={words.write} maxLength={limits.text} placeholder="比如：三组到小学的路上没有灯" voice={voice} onVoice={setVoice} maxSeconds={limits.voiceSeconds} error={tried && nothing ? '写一句，或者点下面说一段' : undefined} /></View>
      <View className="t-question">给谁看？</View>
      <View id="raise-audience" className="l-stack">
        {tried && audience === undefined ? <ErrorLine text="选一个" /> : null}
        <Options label="给谁看" options={AUDIENCES} value={audience} onChange={setAudience} />
      </View>
      <Photos id="raise-photos" title="照片" optional="不拍也行" hint="尽量别拍到别人的脸和家里" photos={photos.views} max={limits.photos} error={photos.error} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} />
    </Page>
  );
}
