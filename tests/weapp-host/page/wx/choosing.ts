/** What the owner picks outside the app: a place on the map, a file out of a chat. The test gives both. */
import type { Phone } from '../phone';
import { asynchronous, WxFailure } from './answer';
import { bytesOfBase64, type FileStore } from './file-store';
import type { Privacy } from './privacy';

export function choosingApis(phone: Phone, files: FileStore, privacy: Privacy): object {
  return {
    chooseLocation: asynchronous(phone, 'chooseLocation', async () => {
      privacy.mustBeNamedInAppJson('chooseLocation');
      await privacy.consent('chooseLocation');
      const { place } = phone.state;
      if (place === null) throw new WxFailure('cancel');
      return { ...place };
    }),
    chooseMessageFile: asynchronous(phone, 'chooseMessageFile', async ({ count = 100 }) => {
      await privacy.consent('chooseMessageFile');
      if (phone.state.sheets.length === 0) throw new WxFailure('cancel');
      return {
        tempFiles: phone.state.sheets.slice(0, Number(count)).map(({ name, base64 }) => {
          const bytes = bytesOfBase64(base64);
          return { name, path: files.temporary(bytes, /\.\w+$/.exec(name)?.[0] ?? ''), size: bytes.length, type: 'file' };
        }),
      };
    }),
  };
}
