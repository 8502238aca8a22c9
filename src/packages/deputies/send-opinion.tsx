import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field } from '@/components/field';
import { Photos } from '@/components/photos';
import { Sheet } from '@/components/sheet';
import { TextVoice } from '@/components/text-voice';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { useAttachments } from '@/packages/desk/handle/use-attachments';
import { api } from '@/services/client';

/** Until the county's settings are known: the least any county allows. */
const LIMITS = { text: 500, photos: 9, voiceSeconds: 60 };

interface SendOpinionProps {
  readonly town: string;
  /** To a deputy; otherwise to the station. */
  readonly deputy?: { readonly mandate: string; readonly name: string };
  readonly onClose: () => void;
}

/** Tells a deputy or the station something: written, spoken, shown (DEP-12). */
export function SendOpinion({ town, deputy, onClose }: SendOpinionProps): ReactNode {
  const limits = useMe().data?.limits ?? LIMITS;
  const [text, setText] = useState('');
  const { photos, voice, setVoice, collect } = useAttachments();
  const send = useAct(
    async (requestId, words: string) => api.deputies.sendOpinion({ ...(await collect(requestId)), town, text: words, ...(deputy === undefined ? {} : { mandate: deputy.mandate }) }),
    { done: onClose, said: '说到了，一天内有人看', quiet: true },
  );
  const reason = text.trim() === '' && voice === undefined ? '写几个字，或者说一段' : photos.waiting;
  return (
    <Sheet
      open
      title={deputy === undefined ? '向联络站说一说' : `向${deputy.name}反映`}
      line="您的名字只给分意见的人看，不公开"
      lineIcon="lock"
      onClose={onClose}
      busy={send.busy}
      error={send.errorLine}
      bar={<Bar main={{ text: '说给他们', reason, busy: send.busy ? '正在交…' : undefined, onTap: () => void send.run(text.trim()) }} hint="代表不直接办事，会交给该办的人" />}
    >
      <Field label="您想说什么"><TextVoice label="您想说什么" value={text} onInput={setText} maxLength={limits.text} placeholder="比如：村卫生室周末能不能也有人" voice={voice} onVoice={setVoice} maxSeconds={limits.voiceSeconds} /></Field>
      <Photos title="照片" hint="尽量别拍到别人的脸和家里" photos={photos.views} max={limits.photos} error={photos.error} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} />
    </Sheet>
  );
}
