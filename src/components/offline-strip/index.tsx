import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { formatMoment } from '@/domain/basics/civil-time';
import { Note } from '../note';

/** Of a page whose words stay in it until they can be sent: a desk's. */
export const WAITS_HERE = '写的话还留着，有网再交';

interface OfflineStripProps {
  /** Epoch ms of what is shown. */
  readonly staleAt: number | undefined;
  /** What becomes of what is written meanwhile. */
  readonly meanwhile?: string | undefined;
}

/** Says that there is no network, and how old the content below is. */
export function OfflineStrip({ staleAt, meanwhile = '写好的先存在手机里，有网再报' }: OfflineStripProps): ReactNode {
  return (
    <Note tone="you" icon="offline" title="现在没有网" said="status">
      <View>{staleAt === undefined ? meanwhile : `先给您看${formatMoment(staleAt, Date.now())} 的内容`}</View>
    </Note>
  );
}
