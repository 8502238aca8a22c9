/** What WeChat's content check answers of words and of files, for issues and consultations alike (WX-08, WX-09). */
import type { FileId } from '@/domain/basics/ids';
import type { Issue } from '@/domain/issues/issue';
import type { CheckOutcome } from '@platform/wechat';
import type { JobContext } from './job';

/** @param account in whose name the words are checked */
export async function textAnswer(account: string, text: string, { wechat }: JobContext): Promise<CheckOutcome> {
  try {
    return await wechat.checkText(account, text);
  } catch {
    // A check that breaks has not answered; it is asked again.
    return 'UNKNOWN';
  }
}

export interface FileAnswers {
  readonly shownFiles: readonly FileId[];
  readonly pending: readonly FileId[];
}

/** What the media check said so far of unchecked files; its answers come later, into the drafts' documents. A read a draft, none where no file waits. */
export async function fileAnswers(unchecked: readonly FileId[], uploads: Issue['uploads'], { store }: JobContext): Promise<FileAnswers> {
  const shownFiles: FileId[] = [];
  const pending: FileId[] = [];
  if (unchecked.length === 0) return { shownFiles, pending };
  for (const id of uploads) {
    const upload = await store.get('uploads', id);
    for (const file of unchecked) {
      const check = upload?.files[file]?.check;
      if (check === 'PASSED') shownFiles.push(file);
      if (check === 'PENDING') pending.push(file);
    }
  }
  return { shownFiles, pending };
}
