import type { ReactNode } from 'react';
import { Page } from '@/components/page';
import { TabBar } from '@/components/tab-bar';
import { ElderOffer } from '@/components/elder-offer';

/** The first tab: what waits for the reader, and the way to report. */
export default function Home(): ReactNode {
  return (
    <Page title="村里事" tabs={<TabBar at="/pages/home/index" />}>
      <ElderOffer />
    </Page>
  );
}
