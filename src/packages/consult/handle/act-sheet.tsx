import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { Photos } from '@/components/photos';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { useKeptWords } from '@/packages/desk/handle/use-kept-words';
import { useStepPhotos } from '@/packages/desk/handle/use-step-photos';
import type { ConsultDetail } from '@/services/views';
import { ActFields } from './act-fields';
import { ACT_FORMS, type DeskAct } from './act-forms';
import { missing, NOTHING, sendAct, type ActInput } from './act-input';

/** Until the county's settings are known: the least any county may set. */
const LEAST = { step: 300, photos: 3 };

interface ActSheetProps {
  readonly open: boolean;
  readonly matter: ConsultDetail;
  readonly acts: readonly DeskAct[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Does one act without leaving the matter. Only acts the server gave are there; what is written stays until it has it. */
export function ActSheet({ open, matter, acts, onClose, onChanged }: ActSheetProps): ReactNode {
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
    (requestId, sent: { readonly act: DeskAct; readonly input: ActInput; readonly files: typeof files }) =>
      // Photos were uploaded for this very tap, so it goes under their id.
      sendAct(sent.act, sent.files.fileIds.length === 0 ? requestId : sent.files.uploadId, matter, sent.input, sent.files),
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
      bar={<Bar main={{ text: form?.button ?? '先选一个', onTap: () => { if (act !== undefined) void send.run({ act, input, files }); }, reason, busy: send.busy ? '正在记…' : undefined }} />}
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
