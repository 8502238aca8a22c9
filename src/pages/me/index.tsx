import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import { TabBar } from '@/components/tab-bar';

/** The third tab: the reader, their contacts and the settings of this phone. */
export default function Me(): ReactNode {
  return (
    <Page title="我的" tabs={<TabBar at="/pages/me/index" />}>
      {null}
    </Page>
  );
}
