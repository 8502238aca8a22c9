/** A picture made small before it is sent: a directory shows dozens of them on a slow line. */
import Taro from '@tarojs/taro';

/** Pixels of the longer edge: sharp at twice the largest size it is drawn in. */
const EDGE = 320;
const QUALITY = 0.8;

/** The path of a smaller copy; the picture itself where the phone cannot make one, and the server then says what is wrong with it. */
export async function smallPicture(path: string): Promise<string> {
  try {
    return process.env.TARO_ENV === 'h5' ? await drawnInBrowser(path) : (await Taro.compressImage({ src: path, quality: QUALITY * 100, compressedWidth: EDGE })).tempFilePath;
  } catch {
    // What cannot be drawn is no picture, or the phone is too old for it.
    return path;
  }
}

async function drawnInBrowser(path: string): Promise<string> {
  const picture = await loaded(path);
  const scale = Math.min(1, EDGE / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return bytes === null ? path : URL.createObjectURL(bytes);
}

function loaded(path: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = document.createElement('img');
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('not a picture'));
    picture.src = path;
  });
}
