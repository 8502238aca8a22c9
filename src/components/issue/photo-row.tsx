import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Tap } from '@/components/tap';
import './photo-row.scss';

/** Photos side by side; a tap shows one large. Nothing where there are none. */
export function PhotoRow({ urls }: { readonly urls: readonly string[] }): ReactNode {
  if (urls.length === 0) return null;
  return (
    <View className="c-photo-row">
      {urls.map((url, index) => (
        <Tap key={url} className="c-photo-row__photo" label={`看大图：照片 ${index + 1}`} onTap={() => void Taro.previewImage({ current: url, urls: [...urls] })}>
          <Image className="c-photo-row__image" src={url} mode="aspectFill" lazyLoad {...aria({ label: `照片 ${index + 1}` })} />
        </Tap>
      ))}
    </View>
  );
}
