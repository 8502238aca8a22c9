import { lastRead } from '@/hooks/use-page-data';
import type { Me } from '@/services/views';
import type { IconName } from '../icon';

export interface Tab {
  readonly text: string;
  readonly icon: IconName;
  /** The page it opens. */
  readonly url: string;
}

export const HOME = '/pages/home/index';
export const CONSULT = '/pages/consult/index';

/** The tabs that are always there. */
export const TABS: readonly Tab[] = [
  { text: '首页', icon: 'home', url: HOME },
  { text: '报事', icon: 'report', url: '/pages/issues/index' },
  { text: '我的', icon: 'me', url: '/pages/me/index' },
];

/** With 议事 between 报事 and 我的, unless the county has switched its module off (BUR-08). */
export function tabsNow(): readonly Tab[] {
  if (lastRead<Me>('me')?.modules['consultations'] === false) return TABS;
  return [...TABS.slice(0, 2), { text: '议事', icon: 'consult', url: CONSULT }, ...TABS.slice(2)];
}
