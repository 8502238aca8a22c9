import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import { useWide } from '@/hooks/use-wide';
import { chooseInBrowser } from '@/services/choose-in-browser';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Field } from '../field';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';
import './index.scss';

export interface Photo {
  readonly id: string;
  /** A temporary path or an address. */
  readonly src: string;
  /** checking: uploaded, and its content is being looked at before others may see it. refused: this one cannot be used. */
  readonly state: 'uploading' | 'failed' | 'refused' | 'checking' | 'done';
  readonly label?: string;
}

interface PhotosProps {
  readonly title: string;
  readonly photos: readonly Photo[];
  readonly max: number;
  /** Behind the title; `没有也行，最多 6 张` unless given. */
  readonly optional?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly id?: string;
  /** Temporary paths, never more than there is room for. */
  readonly onAdd: (paths: readonly string[]) => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
}

const STATE_WORDS: Readonly<Record<Photo['state'], string | undefined>> = { uploading: '正在传', failed: '没传上', refused: '用不了', checking: '正在看', done: undefined };
const STATE_ICON: Readonly<Record<Photo['state'], IconName>> = { uploading: 'clock', failed: 'refresh', refused: 'bad', checking: 'eye', done: 'ok' };

/** Thumbnails, and a place to add one. A tap on a thumbnail asks what to do with it. */
export function Photos({ title, photos, max, optional, hint, error, id, onAdd, onRemove, onRetry }: PhotosProps): ReactNode {
  const room = max - photos.length;
  // A computer has no camera at hand: there a picture is chosen among the files.
  const wide = useWide();
  const addWords = wide ? '选照片' : photos.length === 0 ? '拍照' : '再拍一张';
  // What is no picture draws the browser's own torn page.
  const [broken, setBroken] = useState<readonly string[]>([]);
  async function add(): Promise<void> {
    const paths = await choosePhotos(room);
    if (paths.length > 0) onAdd(paths.slice(0, room));
  }
  async function act(photo: Photo): Promise<void> {
    const acts = photo.state === 'refused' ? ['删掉'] : photo.state === 'failed' ? ['再传一次', '删掉'] : ['看大图', '删掉'];
    const picked = await chooseAct(acts);
    if (picked === '再传一次') onRetry(photo.id);
    if (picked === '删掉') onRemove(photo.id);
    if (picked === '看大图') await Taro.previewImage({ current: photo.src, urls: photos.map(({ src }) => src) });
  }
  return (
    <Field label={title} optional={optional ?? `没有也行，最多 ${max} 张`} error={error} {...(id === undefined ? {} : { id })}>
      <View className="c-photos">
        {photos.map((photo, index) => {
          const words = STATE_WORDS[photo.state];
          return (
            <Tap key={photo.id} className={cx('c-photos__one', `c-photos__one--${photo.state}`)} onTap={() => void act(photo)} label={[`第 ${index + 1} 张照片`, photo.label, words].filter(Boolean).join('，')}>
              {broken.includes(photo.id) ? <View className="c-photos__image" /> : <Image className="c-photos__image" src={photo.src} mode="aspectFill" onError={() => setBroken((before) => [...before, photo.id])} {...aria({ hidden: true })} />}
              {words === undefined ? null : (
                <View className="c-photos__state">
                  <Icon name={STATE_ICON[photo.state]} size="xs" />
                  <View>{words}</View>
                </View>
              )}
            </Tap>
          );
        })}
        {room > 0 ? (
          <Tap className="c-photos__one c-photos__one--add" onTap={() => void add()} label={`${addWords}，还能放 ${room} 张`}>
            <Icon name={wide ? 'image' : 'camera'} />
            <View>{addWords}</View>
          </Tap>
        ) : null}
      </View>
      {room > 0 ? null : <View className="t-hint">{`满 ${max} 张了，要换先删一张`}</View>}
      {hint === undefined ? null : <View className="t-hint">{hint}</View>}
    </Field>
  );
}

/** Asks for pictures, smaller ones where the phone can make them; an empty list when nothing was chosen. */
async function choosePhotos(count: number): Promise<readonly string[]> {
  try {
    // Taro's own chooser says nothing at all of a file that is no picture; here the server says what is wrong with it.
    if (process.env.TARO_ENV === 'h5') return (await chooseInBrowser(count, 'image/*', '选照片')).map(({ path }) => path);
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['camera', 'album'] });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch {
    // Closing the chooser is reported as a failure; nothing was chosen either way.
    return [];
  }
}

async function chooseAct(acts: readonly string[]): Promise<string | undefined> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: [...acts] });
    return acts[tapIndex];
  } catch {
    // Closing the list is reported as a failure; nothing was chosen.
    return undefined;
  }
}
