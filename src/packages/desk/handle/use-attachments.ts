import { useState } from 'react';
import type { VoiceNote } from '@/components/text-voice';
import { upload } from '@/services/uploads';
import { useStepPhotos } from './use-step-photos';

/** Photos count from 0; the voice note has a number that none of them reaches. */
const VOICE_NO = 20;

interface Sent {
  /** Files are uploaded for one tap, so it goes under their id. */
  readonly requestId: string;
  readonly attachments?: { readonly uploadId: string; readonly photos: string[]; readonly voice?: string };
}

interface WithAttachments {
  readonly photos: ReturnType<typeof useStepPhotos>;
  readonly voice: VoiceNote | undefined;
  readonly setVoice: (voice: VoiceNote | undefined) => void;
  /** Uploads the voice note and answers what the tap carries; the tap's own id where there are no files. */
  readonly collect: (requestId: string) => Promise<Sent>;
}

/** Photos and a voice note that go with what is written. */
export function useAttachments(): WithAttachments {
  const photos = useStepPhotos();
  const [voice, setVoice] = useState<VoiceNote>();
  const { uploadId, fileIds } = photos;

  async function collect(requestId: string): Promise<Sent> {
    const voiceId = voice === undefined ? undefined : await upload({ uploadId, fileNo: VOICE_NO, purpose: 'ISSUE_VOICE', path: voice.path });
    if (voiceId === undefined && fileIds.length === 0) return { requestId };
    return { requestId: uploadId, attachments: { uploadId, photos: [...fileIds], ...(voiceId === undefined ? {} : { voice: voiceId }) } };
  }

  return { photos, voice, setVoice, collect };
}
