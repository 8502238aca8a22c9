import type { IconName } from '../icon';

export interface Tab {
  readonly text: string;
  readonly icon: IconName;
  /** The page it opens. */
  readonly url: string;
}

export const HOME = '/pages/home/index';

/** The tabs of today. 议事 joins them between 报事 and 我的 when its module is open. */
export const TABS: readonly Tab[] = [
  { text: '首页', icon: 'home', url: HOME },
  { text: '报事', icon: 'report', url: '/pages/issues/index' },
  { text: '我的', icon: 'me', url: '/pages/me/index' },
];
