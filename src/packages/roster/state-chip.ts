import type { Tone } from '@/components/chip';
import type { IconName } from '@/components/icon';
import type { LoadView, VillageReport } from '@/services/views';

interface Look {
  readonly tone: Tone;
  readonly text: string;
  readonly icon: IconName;
}

/** How an import stands. */
export const STATE_CHIP: Readonly<Record<LoadView['state'], Look>> = {
  CHECKING: { tone: 'go', text: '正在核对', icon: 'clock' },
  CHECKED: { tone: 'you', text: '核对好了', icon: 'edit' },
  LOADING: { tone: 'go', text: '正在导入', icon: 'clock' },
  LOADED: { tone: 'ok', text: '导好了', icon: 'ok' },
  PARTLY_LOADED: { tone: 'bad', text: '有的村没导', icon: 'alert' },
  FAILED: { tone: 'bad', text: '没导成', icon: 'alert' },
  EXPIRED: { tone: 'idle', text: '过期了', icon: 'pause' },
};

/** How one village of an import stands. */
export const VILLAGE_CHIP: Readonly<Record<VillageReport['state'], Look>> = {
  CHECKED: { tone: 'go', text: '可以导', icon: 'check' },
  WAITING: { tone: 'idle', text: '等着', icon: 'clock' },
  LOADING: { tone: 'go', text: '正在导', icon: 'clock' },
  LOADED: { tone: 'ok', text: '导好了', icon: 'ok' },
  REFUSED: { tone: 'bad', text: '有错，不导', icon: 'alert' },
  FAILED: { tone: 'bad', text: '没导成', icon: 'alert' },
};
