import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Photos } from '@/components/photos';
import { SwitchRow } from '@/components/switch-row';
import { useAct } from '@/hooks/use-act';
import { useStepPhotos } from '@/packages/desk/handle/use-step-photos';
import { api } from '@/services/client';
import { smallPicture } from '@/services/small-picture';
import type { DeputyCard } from '@/services/views';
import { FormPage, type FormProps } from './form-page';

type Change = Omit<Parameters<typeof api.deputies.setPhoto>[0], 'requestId' | 'town'>;

/** A deputy's picture: set, changed, taken away (DEP-03). */
export function EnterPhoto({ town, directory, onDone }: FormProps): ReactNode {
  const [mandate, setMandate] = useState<string>();
  const [consent, setConsent] = useState(false);
  const photos = useStepPhotos('DEPUTY_PHOTO', smallPicture);
  const save = useAct((requestId, change: Change) => api.deputies.setPhoto({ requestId, town, ...change }), { done: onDone, said: '存好了', quiet: true });
  // Nobody sets their own: the server refuses it too.
  const deputies = (directory?.deputies ?? []).filter(({ own }) => !own);
  const chosen = deputies.find((one) => one.mandate === mandate);
  const [fileId] = photos.fileIds;
  const reason = chosen === undefined ? '先选是哪位' : photos.waiting ?? (fileId === undefined ? '先选一张照片' : consent ? undefined : '本人同意了才能公开');

  function choose(next: string): void {
    setMandate(next);
    setConsent(false);
    photos.clear();
  }

  function send(): void {
    if (chosen !== undefined && fileId !== undefined) void save.run({ mandate: chosen.mandate, photo: { uploadId: photos.uploadId, fileId, consent: true } });
  }

  async function takeAway({ name, mandate: id }: DeputyCard): Promise<void> {
    const { confirm } = await Taro.showModal({ title: `拿下${name}的照片`, content: '拿下来以后，那里只写他的姓。', confirmText: '拿下来', cancelText: '留着' });
    if (confirm) void save.run({ mandate: id });
  }

  return (
    <FormPage title="代表的照片" act={save} reason={reason} onSend={send} hint="核对过才公开，没有照片的写姓">
      {deputies.length === 0 ? <Note tone="plain" icon="info">还没有代表，先加一位。</Note> : <Field label="哪位代表"><Options label="哪位代表" layout="two" options={deputies.map(({ mandate: value, name }) => ({ value, title: name }))} value={mandate} onChange={choose} /></Field>}
      {chosen === undefined ? null : (
        <>
          <Card>
            <View className="l-line">
              <Avatar name={chosen.name} large photo={chosen.photo} />
              <View className="l-grow">
                <View className="t-label">{chosen.photo === undefined ? `${chosen.name}还没有照片` : `${chosen.name}现在的照片`}</View>
                {chosen.photoWaits ? <Chip tone="idle" icon="eye" text="还在核对，别人看不到" /> : null}
              </View>
            </View>
            {chosen.photo === undefined ? null : <Button wide kind="quiet" icon="close" text="拿下来" onTap={() => void takeAway(chosen)} />}
          </Card>
          <Photos title={chosen.photo === undefined ? '放一张照片' : '换一张照片'} optional="正面、一个人" photos={photos.views} max={1} error={photos.error} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} />
          <Card flush><SwitchRow title="本人同意公开这张照片" line="肖像是他自己的，问过再放" on={consent} onChange={setConsent} /></Card>
        </>
      )}
    </FormPage>
  );
}
