import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { Photos } from '@/components/photos';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { useKeptWords } from '@/packages/desk/handle/use-kept-words';
import { useStepPhotos } from '@/packages/desk/handle/use-step-photos';
import { isStale } from '@/packages/desk/stale';
import { AppError } from '@/services/app-error';
import type { ConsultDetail } from '@/services/views';
import { ActFields } from './act-fields';
import { ACT_FORMS, type DeskAct } from './act-forms';
import { missing, NOTHING, sendAct, type ActInput, type Files } from './act-input';

/** Until the county's settings are known: the least any county may set. */
const LEAST = { step: 300, photos: 3 };

interface ActSheetProps {
  readonly open: boolean;
  readonly matter: ConsultDetail;
  readonly acts: readonly DeskAct[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
  /** The server refused because the matter is no longer what is shown. */
  readonly onStale: () => void;
}

/** Does one act without leaving the matter. Only acts the server gave are there; what is written stays until it has it. */
export function ActSheet({ open, matter, acts, onClose, onChanged, onStale }: ActSheetProps): ReactNode {
  const [picked, setPicked] = useState<DeskAct>();
  const [fields, setFields] = useState<ActInput>(NOTHING);
  const words = useKeptWords(matter.consultationId, true);
  const photos = useStepPhotos();
  const limits = useMe().data?.limits ?? LEAST;
  // What was picked may be gone after a refusal; then nothing is picked, and the words are still there.
  const act = acts.find((one) => one === picked) ?? (acts.length === 1 ? acts[0] : undefined);
  const form = act === undefined ? undefined : ACT_FORMS[act];
  const input: ActInput = { ...fields, text: words.text };
  const files = { uploadId: photos.uploadId, fileIds: form?.photos === true ? photos.fileIds : [] };

  const send = useAct(
    sendOrLookAgain,
    {
      done: () => {
        words.forget();
        photos.clear();
        setFields(NOTHING);
        setPicked(undefined);
        onClose();
        onChanged();
      },
      ...(form === undefined ? {} : { said: form.said }),
      quiet: true,
    },
  );

  async function sendOrLookAgain(requestId: string, sent: { readonly act: DeskAct; readonly input: ActInput; readonly files: Files }): Promise<{ readonly changedAt: number }> {
    try {
      // Photos were uploaded for this very tap, so it goes under their id.
      return await sendAct(sent.act, sent.files.fileIds.length === 0 ? requestId : sent.files.uploadId, matter, sent.input, sent.files);
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      // Their id is spent: the first try arrived after all.
      if (code === 'REQUEST_REUSED') photos.clear();
      if (isStale(code)) onStale();
      throw thrown;
    }
  }

  async function go(): Promise<void> {
    if (act === undefined || form === undefined) return;
    if (form.confirm !== undefined) {
      const { confirm } = await Taro.showModal({ ...form.confirm, confirmText: form.button.slice(0, 4), cancelText: '再想想' });
      if (!confirm) return;
    }
    await send.run({ act, input, files });
  }

  function change({ text, ...rest }: Partial<ActInput>): void {
    if (text !== undefined) words.write(text);
    setFields((before) => ({ ...before, ...rest }));
  }

  const reason = act === undefined ? '选一个要做的' : missing(act, input, matter, files) ?? (form?.photos === true ? photos.waiting : undefined);
  return (
    <Sheet
      open={open}
      title={`办：${matter.title}`}
      onClose={onClose}
      busy={send.busy}
      error={send.errorLine}
      bar={<Bar main={{ text: form?.button ?? '先选一个', onTap: () => void go(), reason, busy: send.busy ? '正在记…' : undefined }} hint={form?.hint} />}
    >
      {acts.length < 2 ? null : (
        <Options
          label="做什么"
          layout="three"
          options={acts.map((value) => ({ value, title: ACT_FORMS[value].title, icon: ACT_FORMS[value].icon }))}
          value={act}
          onChange={(next) => { send.forget(); setPicked(next); setFields(NOTHING); }}
        />
      )}
      {act === undefined ? null : <ActFields key={act} act={act} matter={matter} input={input} onChange={change} />}
      {form?.question === undefined ? null : <Field label={form.question}><TextArea label={form.question} value={words.text} onInput={words.write} maxLength={limits.step} /></Field>}
      {form?.photos === true ? (
        <Photos title="照片" optional={`最多 ${limits.photos} 张`} hint="会议记录、现场都可以拍" photos={photos.views} max={limits.photos} error={photos.error} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} />
      ) : null}
    </Sheet>
  );
}
