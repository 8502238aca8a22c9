import type { Portrait } from '@/domain/deputies/congress';
import { withPortrait } from '@/domain/deputies/portrait';
import { claim, letGo } from '@platform/attachments';
import { saveCongress } from '@platform/congresses';
import type { Context } from '@platform/context';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import type { ById, Transaction } from '@platform/store';
import { mandateIn } from './congress-of';
import { deputies } from './os';

interface OfMandate {
  readonly town: string;
  readonly mandate: string;
}

/** Sets a deputy's picture, another one, or takes it away (DEP-03). Who looks after the directory does it, and nobody their own. */
export const setPhoto = deputies.setPhoto.handler(({ input, context, errors }) => {
  const { photo } = input;
  return once(context, 'deputies.setPhoto', input, { target: `mandate:${input.mandate}`, area: input.town, detail: { photo: photo !== undefined, consent: photo?.consent === true } }, async (tx) => {
    const { congress, mandate } = await permitted(context, tx, input);
    if (photo !== undefined && mandate.to !== undefined) throw refusal('CHANGED_MEANWHILE');
    const portrait = photo === undefined ? undefined : await portraitOf(tx, context, mandate.id, photo, errors.PHOTO_REFUSED);
    const before = mandate.photo;
    const mandates = congress.mandates.map((one) => (one.id === mandate.id ? withPortrait(one, portrait) : one));
    const looksAgain = portrait?.shown === false ? { lookAt: context.now } : {};
    await saveCongress(tx, { ...congress, ...looksAgain }, { mandates }, context);
    if (before !== undefined && before.upload !== portrait?.upload) await letGo(tx, before.upload, context.now);
    return { done: true as const };
  }, async () => {
    await permitted(context, context.store, input);
    return { done: true as const };
  });
});

/** Whose mandate it is decides who may, so it is asked once the directory has been read. */
async function permitted(context: Context, store: ById, { town, mandate: id }: OfMandate) {
  const found = await mandateIn(store, town, id);
  context.permit('deputies.setPhoto', { area: town, personId: found.mandate.personId });
  return found;
}

/** Takes over what was uploaded for this; what the check refused already is refused here. */
async function portraitOf(tx: Transaction, context: Context, mandate: string, { uploadId, fileId }: { readonly uploadId: string; readonly fileId: string }, refused: () => Error): Promise<Portrait> {
  const { uploads: [upload = ''], shownFiles } = await claim(tx, context, { uploadId, photos: [fileId] }, `mandate:${mandate}`, ({ purpose, check }) => {
    if (purpose === 'DEPUTY_PHOTO' && check === 'REFUSED') throw refused();
    return purpose === 'DEPUTY_PHOTO';
  });
  return { file: fileId, upload, shown: shownFiles.includes(fileId), at: context.now };
}
