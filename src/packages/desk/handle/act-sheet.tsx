import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Photos } from '@/components/photos';
import { Sheet } from '@/components/sheet';
import { deskActWords, type DeskAct } from '@/domain/wording/desk-acts';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { AppError } from '@/services/app-error';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';
import { deskDue } from '../due';
import { isStale } from '../stale';
import { ActFields } from './act-fields';
import { ACT_FORMS, formOf } from './act-forms';
import { missing, sendAct, type ActInput } from './act-input';
import { useKeptWords } from './use-kept-words';
import { useStepPhotos } from './use-step-photos';

/** Until the county's settings are known: the least any county may set. */
const LEAST = { step: 300, photos: 3 };

interface ActSheetProps {
  readonly open: boolean;
  readonly issue: IssueDetail;
  /** The acts the server gave, without those done elsewhere. */
  readonly acts: readonly DeskAct[];
  readonly onClose: () => void;
  readonly onChanged: (issue: IssueDetail) => void;
  /** The server refused because the matter is no longer what is shown. */
  readonly onStale: () => void;
}

/** Handles a matter without leaving it. Only acts the server gave are there, and what is written stays until it has it. */
export function ActSheet({ open, issue, acts, onClose, onChanged, onStale }: ActSheetProps): ReactNode {
  const [picked, setPicked] = useState<DeskAct>();
  const [fields, setFields] = useState(NOTHING);
  const words = useKeptWords(issue.issueId, !issue.restricted);
  const photos = useStepPhotos();
  const limits = useMe().data?.limits ?? LEAST;
  // What was picked may be gone after a refusal; then nothing is picked, and the words are still there.
  const act = picked === undefined ? acts[0] : acts.find((one) => one === picked);
  const form = act === undefined ? undefined : formOf(act, issue);
  const input: ActInput | undefined = act === undefined ? undefined : { ...fields, act, text: words.text, photos: form?.photos === true ? photos.fileIds : [], uploadId: photos.uploadId };

  const send = useAct(sendOrLookAgain, {
    done: (changed) => {
      words.forget();
      photos.clear();
      setFields(NOTHING);
      setPicked(undefined);
      onClose();
      onChanged(changed);
    },
    ...(form === undefined ? {} : { said: form.said }),
    quiet: true,
  });

  async function sendOrLookAgain(requestId: string, sent: ActInput): Promise<IssueDetail> {
    try {
      return await sendAct(sent.photos.length === 0 ? requestId : sent.uploadId, issue.issueId, sent);
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      // Their id is spent: the first try arrived after all.
      if (code === 'REQUEST_REUSED') photos.clear();
      if (isStale(code)) onStale();
      throw thrown;
    }
  }

  function pick(next: DeskAct): void {
    send.forget();
    setPicked(next);
  }

  async function go(): Promise<void> {
    if (input === undefined || form === undefined) return;
    if (form.confirm !== undefined) {
      const { confirm } = await Taro.showModal({ ...form.confirm, confirmText: form.button.slice(0, 4), cancelText: '再想想' });
      if (!confirm) return;
    }
    await send.run(input);
  }

  function change({ text, ...rest }: Partial<ActInput>): void {
    if (text !== undefined) words.write(text);
    setFields((before) => ({ ...before, ...rest }));
  }

  const reason = input === undefined ? '选一个要做的' : missing(input, issue) ?? (form?.photos === true ? photos.waiting : undefined);
  const due = deskDue(issue, serverNow());
  return (
    <Sheet
      open={open}
      title={`办理：${issue.title}`}
      line={`${due.words}，${due.line}`}
      lineIcon="clock"
      onClose={onClose}
      busy={send.busy}
      error={send.errorLine}
      bar={<Bar main={{ text: form?.button ?? '先选一个', onTap: () => void go(), reason, busy: send.busy ? form?.busy : undefined }} hint={form?.hint} />}
    >
      {acts.length === 0 ? <Note tone="plain" icon="info">这件事现在没有要您做的，写的话还留着。</Note> : null}
      {acts.length < 2 ? null : (
        <Options label="做什么" layout={acts.length % 3 === 0 || acts.length === 5 ? 'three' : 'four'} options={acts.map((value) => ({ value, title: deskActWords(value), icon: ACT_FORMS[value].icon }))} value={act} onChange={pick} />
      )}
      {input === undefined ? null : <ActFields issue={issue} input={input} onChange={change} maxLength={limits.step} />}
      {form?.photos === true ? (
        <Photos title="照片" optional={`不拍也行，最多 ${limits.photos} 张`} hint="不要拍到人脸和家里" photos={photos.views} max={limits.photos} error={photos.error} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} />
      ) : null}
    </Sheet>
  );
}

const NOTHING: Omit<ActInput, 'act' | 'text' | 'photos' | 'uploadId'> = {
  workdays: '',
  until: undefined,
  channel: '',
  basis: '',
  yes: undefined,
  to: undefined,
  assistants: [],
};
