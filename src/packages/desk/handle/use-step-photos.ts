import { useRef, useState } from 'react';
import type { Photo } from '@/components/photos';
import { words } from '@/hooks/use-act';
import { PHOTO_OFFLINE } from '@/domain/wording/errors';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { newRequestId } from '@/services/request-id';
import { upload, type FilePurpose } from '@/services/uploads';

interface StepPhoto {
  readonly no: number;
  readonly path: string;
  /** refused: sending it again changes nothing. */
  readonly state: 'uploading' | 'failed' | 'refused' | 'done';
  readonly fileId?: string;
}

interface StepPhotos {
  /** What the act is sent under when it carries photos: they were uploaded for this very tap. */
  readonly uploadId: string;
  readonly views: readonly Photo[];
  readonly fileIds: readonly string[];
  /** Why the act has to wait; undefined when it need not. */
  readonly waiting: string | undefined;
  readonly error: string | undefined;
  readonly add: (paths: readonly string[]) => void;
  readonly remove: (id: string) => void;
  readonly retry: (id: string) => void;
  /** Begins anew, for the next act. */
  readonly clear: () => void;
}

/** Why an act waits, by what is with one of its photos; the first that is so. */
const WAITING: readonly (readonly [StepPhoto['state'], string])[] = [['uploading', '照片还在传'], ['refused', '有照片用不了，删掉换一张'], ['failed', '有照片没传上，点它再传']];

/** Photos of one step: each is sent as it is chosen, and sent again by a tap when that failed. `prepare` answers what is sent in its place. */
export function useStepPhotos(purpose: FilePurpose = 'ISSUE_PHOTO', prepare?: (path: string) => Promise<string>): StepPhotos {
  const [uploadId, setUploadId] = useState(newRequestId);
  const [photos, setPhotos] = useState<readonly StepPhoto[]>([]);
  const [error, setError] = useState<string>();
  const nextNo = useRef(0);
  const current = useRef(uploadId);

  async function send({ no, path }: Pick<StepPhoto, 'no' | 'path'>): Promise<void> {
    const under = current.current;
    const mark = (change: Partial<StepPhoto>) => {
      // What was sent for an act that is over belongs to nothing any more.
      if (under === current.current) setPhotos((before) => before.map((photo) => (photo.no === no ? { ...photo, ...change } : photo)));
    };
    try {
      mark({ state: 'done', fileId: await upload({ uploadId: under, fileNo: no, purpose, path: (await prepare?.(path)) ?? path }) });
      setError(undefined);
    } catch (thrown) {
      const failure = AppError.from(thrown);
      mark({ state: failure.isPassing || failure.code === 'INTERNAL' ? 'failed' : 'refused' });
      setError(failure.isOffline ? PHOTO_OFFLINE : words(failure));
    }
  }

  function add(paths: readonly string[]): void {
    const fresh = paths.map((path): StepPhoto => ({ no: nextNo.current++, path, state: 'uploading' }));
    setPhotos((before) => [...before, ...fresh]);
    for (const photo of fresh) void send(photo);
  }

  function retry(id: string): void {
    const photo = photos.find(({ no }) => String(no) === id);
    if (photo === undefined) return;
    setPhotos((before) => before.map((one) => (one.no === photo.no ? { ...one, state: 'uploading' } : one)));
    void send(photo);
  }

  function remove(id: string): void {
    const fileId = photos.find(({ no }) => String(no) === id)?.fileId;
    setPhotos((before) => before.filter(({ no }) => String(no) !== id));
    setError(undefined);
    // A file nobody claims is swept after a day, so a lost word about it is no loss.
    if (fileId !== undefined) void api.files.discard({ uploadId, fileId }).catch(() => undefined);
  }

  function clear(): void {
    const next = newRequestId();
    current.current = next;
    nextNo.current = 0;
    setUploadId(next);
    setPhotos([]);
    setError(undefined);
  }

  return {
    uploadId,
    views: photos.map(({ no, path, state }) => ({ id: String(no), src: path, state })),
    fileIds: photos.flatMap(({ fileId }) => fileId ?? []),
    waiting: WAITING.find(([of]) => photos.some(({ state }) => state === of))?.[1],
    error,
    add,
    remove,
    retry,
    clear,
  };
}
