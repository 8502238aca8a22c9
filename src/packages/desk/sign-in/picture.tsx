import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { encode } from 'uqr';
import { aria } from '@/components/aria';
import { deskLinkOf } from '@/domain/people/desk-link';
import { pathOfPicture } from './picture-path';

interface PictureProps {
  readonly askingId: string;
}

/** White around the picture, in its own squares; readers of such pictures need it. */
const QUIET = 4;

/** What the phone scans, as one drawing. */
export function Picture({ askingId }: PictureProps): ReactNode {
  const { size, data } = encode(deskLinkOf(askingId), { ecc: 'M', border: QUIET });
  return (
    <View className="p-sign-in__picture" {...aria({ role: 'img', label: '给手机扫的码' })}>
      <svg className="p-sign-in__svg" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true"><path d={pathOfPicture(data)} /></svg>
    </View>
  );
}
