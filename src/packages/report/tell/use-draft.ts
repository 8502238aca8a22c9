import { useEffect, useState } from 'react';
import type { Photo } from '@/components/photos';
import type { VoiceNote } from '@/components/text-voice';
import { toast } from '@/components/toast';
import { attach, detach, draftOf, newDraft, saveDraft, type Draft, type DraftContent } from '@/services/drafts';
import { openKept } from '@/services/kept-files';

interface DraftEditing {
  readonly draft: Draft;
  readonly edit: (change: Partial<DraftContent>) => void;
  readonly addPhotos: (paths: readonly string[]) => void;
  /** By its place in the draft, as the photos' ids say it. */
  readonly removeFile: (id: string) => void;
  readonly setVoice: (note: VoiceNote | undefined) => void;
  /** Takes over what sending found out about its files. */
  readonly refresh: () => void;
  /** The phone could not keep the last change. */
  readonly full: boolean;
  readonly views: readonly Photo[];
  readonly voice: VoiceNote | undefined;
}

/** The draft being written; each change is on the phone before the next letter. */
export function useDraft(id: string): DraftEditing {
  const [draft, setDraft] = useState<Draft>(() => draftOf(id) ?? { ...newDraft(), ...(id === '' ? {} : { id }) });
  const [full, setFull] = useState(false);
  const [paths, setPaths] = useState<Readonly<Record<number, string>>>({});
  const { photos, voice } = draft;

  useEffect(() => {
    let there = true;
    const files = [...photos, ...(voice === undefined ? [] : [voice])];
    void Promise.all(files.map(async ({ no, kept }) => [no, await openKept(kept) ?? ''] as const)).then((found) => {
      if (there) setPaths(Object.fromEntries(found));
    });
    return () => { there = false; };
  }, [photos, voice]);

  function keep(next: Draft): void {
    setFull(!saveDraft(next));
    setDraft(next);
  }

  async function add(found: readonly string[]): Promise<void> {
    let next = draft;
    try {
      for (const path of found) next = await attach(next, path);
    } catch {
      toast('手机存不下了，先少放几张');
    }
    setDraft(next);
  }

  async function say(note: VoiceNote | undefined): Promise<void> {
    const before = draft.voice === undefined ? draft : await detach(draft, draft.voice.no);
    setDraft(note === undefined ? before : await attach(before, note.path, note.seconds));
  }

  return {
    draft,
    full,
    edit: (change) => keep({ ...draft, ...change }),
    addPhotos: (found) => void add(found),
    removeFile: (photo) => void detach(draft, Number(photo)).then(setDraft),
    setVoice: (note) => void say(note),
    refresh: () => setDraft(draftOf(id) ?? draft),
    views: photos.map(({ no, fileId, refused }) => ({ id: String(no), src: paths[no] ?? '', state: refused === undefined ? 'done' as const : 'failed' as const, label: fileId === undefined ? '在手机里' : '村里收到了' })),
    voice: voice === undefined ? undefined : { path: paths[voice.no] ?? '', seconds: voice.seconds ?? 0 },
  };
}
