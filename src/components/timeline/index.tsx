import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Tap } from '../tap';
import './index.scss';

export interface Happening {
  readonly key: string;
  /** 今天 8:30, 11月20日 16:20. */
  readonly when: string;
  readonly who?: string;
  /** Quietly, beside who did it: 没有公开. */
  readonly aside?: string;
  readonly what: string;
  readonly photos?: readonly { readonly src: string; readonly label: string }[];
}

interface TimelineProps {
  /** Newest first. */
  readonly items: readonly Happening[];
}

/** What happened, newest first. */
export function Timeline({ items }: TimelineProps): ReactNode {
  return (
    <View className="c-timeline" {...aria({ role: 'list' })}>
      {items.map(({ key, when, who, aside, what, photos = [] }, index) => (
        <View key={key} className={cx('c-timeline__item', index === 0 && 'c-timeline__item--newest')} {...aria({ role: 'listitem' })}>
          <View className="c-timeline__dot" />
          <View className="c-timeline__when"><View className="c-timeline__part">{when}</View>{who === undefined ? null : <View className="c-timeline__part">{` · ${who}`}</View>}{aside === undefined ? null : <View className="c-timeline__part">{` · ${aside}`}</View>}</View>
          <View>{what}</View>
          {photos.length === 0 ? null : (
            <View className="c-timeline__photos">
              {photos.map(({ src, label }) => (
                <Tap key={src} className="c-timeline__photo" label={`看大图：${label}`} onTap={() => void Taro.previewImage({ current: src, urls: photos.map((photo) => photo.src) })}>
                  <Image className="c-timeline__image" src={src} mode="aspectFill" lazyLoad {...aria({ label })} />
                </Tap>
              ))}
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
