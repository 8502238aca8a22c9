/** Pictures and sound: what the owner picks is given by the test (`pictures`), what they say is one short note. */
import type { Phone, PhoneFile } from '../phone';
import { asynchronous, WxFailure, type Options } from './answer';
import { bytesOfBase64, type FileStore } from './file-store';
import type { Privacy } from './privacy';

interface Picked {
  readonly tempFilePath: string;
  readonly size: number;
}

export function mediaApis(phone: Phone, files: FileStore, privacy: Privacy): object {
  async function pick(api: string, { count = 9 }: Options): Promise<readonly Picked[]> {
    await privacy.consent(api);
    if (phone.state.denied.includes('scope.camera')) throw new WxFailure('auth deny');
    if (phone.state.pictures.length === 0) throw new WxFailure('cancel');
    return phone.state.pictures.slice(0, Number(count)).map((picture) => keep(files, picture));
  }
  return {
    chooseMedia: asynchronous(phone, 'chooseMedia', async (options) => ({
      type: 'image',
      tempFiles: (await pick('chooseMedia', options)).map((picked) => ({ ...picked, fileType: 'image', width: 1, height: 1 })),
    })),
    chooseImage: asynchronous(phone, 'chooseImage', async (options) => {
      const picked = await pick('chooseImage', options);
      return { tempFilePaths: picked.map(({ tempFilePath }) => tempFilePath), tempFiles: picked.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })) };
    }),
    compressImage: asynchronous(phone, 'compressImage', ({ src }) => ({ tempFilePath: files.temporary(files.read(String(src)), '.jpg') })),
    createInnerAudioContext: () => openPlayer(phone),
  };
}

function keep(files: FileStore, { name, base64 }: PhoneFile): Picked {
  const bytes = bytesOfBase64(base64);
  return { tempFilePath: files.temporary(bytes, /\.\w+$/.exec(name)?.[0] ?? ''), size: bytes.length };
}

/** A player that plays nothing and reaches the end when `stop` or the test's `ended` comes. */
function openPlayer(phone: Phone): object {
  const heard = new Map<string, () => void>();
  const hear = (event: string) => (listener: () => void) => { heard.set(event, listener); };
  const act = (name: string, event: string) => () => {
    phone.note(`InnerAudioContext.${name}`, {});
    setTimeout(() => heard.get(event)?.(), 0);
  };
  return {
    src: '', play: act('play', 'play'), pause: act('pause', 'pause'), stop: act('stop', 'stop'), destroy: () => heard.clear(),
    onPlay: hear('play'), onPause: hear('pause'), onStop: hear('stop'), onEnded: hear('ended'), onError: hear('error'), onCanplay: hear('canplay'), onTimeUpdate: hear('timeUpdate'),
  };
}
