import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import { TabBar } from '@/components/tab-bar';

/** The second tab: what the reader has reported. */
export default function Issues(): ReactNode {
  return (
    <Page title="报事" tabs={<TabBar at="/pages/issues/index" />}>
      {null}
    </Page>
  );
}
