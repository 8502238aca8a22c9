import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { TextButton } from '@/components/button';
import { Field, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { askForMessages } from '@/services/ask-messages';
import { api } from '@/services/client';
import type { ConsultDetail } from '@/services/views';
import { MyBallot } from '../my-ballot';
import { BallotResult, Decided, FirstWords, FourSteps, Happened, Head, WentOn } from '../parts';

/** One matter from its first words to its result, on one screen. */
export default function Topic(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`consult:${id}`, () => api.consultations.get({ consultationId: id }));
  const [saying, setSaying] = useState(false);
  const reload = () => void page.reload();
  const matter = page.data;
  return (
    <Page title="议事" staleAt={page.staleAt} bar={matter === undefined ? undefined : <BottomBar matter={matter} onSay={() => setSaying(true)} onChanged={reload} />}>
      <Loaded page={page}>
        {(seen) => (
          <>
            <Head matter={seen} />
            <WentOn matter={seen} />
            <MyBallot matter={seen} />
            <BallotResult matter={seen} />
            <Decided matter={seen} />
            <FourSteps matter={seen} />
            <FirstWords matter={seen} />
            <Happened matter={seen} />
            <Withdraw matter={seen} onChanged={reload} />
          </>
        )}
      </Loaded>
      {matter === undefined ? null : <Say open={saying} matter={matter} onClose={() => setSaying(false)} onChanged={reload} />}
    </Page>
  );
}

interface ActProps {
  readonly matter: ConsultDetail;
  readonly onChanged: () => void;
}

function BottomBar({ matter, onSay, onChanged }: ActProps & { readonly onSay: () => void }): ReactNode {
  const { acts, consultationId } = matter;
  const templates = useMe().data?.consultTemplates ?? [];
  const support = useAct((requestId, id: string) => api.consultations.support({ requestId, consultationId: id }), { done: onChanged, said: '记下了，您也有这事' });
  function join(): void {
    void askForMessages(templates);
    void support.run(consultationId);
  }
  if (acts.includes('SUPPORT')) {
    const main = { text: '我也有这事', icon: 'people', onTap: join, busy: support.busy ? '正在记…' : undefined } as const;
    return acts.includes('SAY') ? <Bar main={main} second={{ text: '说两句', onTap: onSay }} /> : <Bar main={main} hint="不写您的名字" />;
  }
  if (acts.includes('SAY')) return <Bar main={{ text: '说说我的想法', icon: 'speak', onTap: onSay }} />;
  return null;
}

/** What a villager thinks of it, for the meeting and for the neighbours to read. */
function Say({ open, matter, onClose, onChanged }: ActProps & { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('');
  const max = useMe().data?.limits.step ?? 300;
  const say = useAct((requestId, words: string) => api.consultations.say({ requestId, consultationId: matter.consultationId, text: words }), {
    done: () => { setText(''); onClose(); onChanged(); },
    said: '说上去了',
    quiet: true,
  });
  return (
    <Sheet
      open={open}
      title="您怎么看？"
      line={matter.title}
      onClose={onClose}
      busy={say.busy}
      error={say.errorLine}
      bar={<Bar main={{ text: '说上去', onTap: () => void say.run(text.trim()), reason: text.trim() === '' ? '先写几个字' : undefined, busy: say.busy ? '正在说…' : undefined }} hint="村里人看得到，不写您的名字" />}
    >
      <Field label="您的想法"><TextArea label="您的想法" value={text} onInput={setText} maxLength={max} /></Field>
    </Sheet>
  );
}

function Withdraw({ matter, onChanged }: ActProps): ReactNode {
  const withdraw = useAct((requestId, id: string) => api.consultations.withdraw({ requestId, consultationId: id }), { done: onChanged, said: '撤回了' });
  if (!matter.mine || !matter.acts.includes('WITHDRAW')) return null;
  async function ask(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '不说这件事了', content: '撤回以后村里就不再答复了。', confirmText: '撤回', cancelText: '留着' });
    if (confirm) await withdraw.run(matter.consultationId);
  }
  return <View className="t-center"><TextButton text="不说了，撤回" onTap={() => void ask()} /></View>;
}
