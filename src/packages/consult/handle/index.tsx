import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Loaded } from '@/components/loaded';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import { api } from '@/services/client';
import { BallotResult, Decided, FirstWords, FourSteps, Happened, Head, WentOn } from '../parts';
import { ActSheet } from './act-sheet';
import { ACT_FORMS, deskActsOf } from './act-forms';

/** One matter as the village, the branch or the supervision committee handles it, with the acts the server gives. */
export default function HandleTopic(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`consult-desk:${id}`, () => api.consultations.get({ consultationId: id }));
  const [acting, setActing] = useState(false);
  const matter = page.data;
  const acts = deskActsOf(matter?.acts ?? []);
  const [first] = acts;
  const reload = () => void page.reload();
  return (
    <DeskPage title="议事办理" at="consult" staleAt={page.staleAt} bar={first === undefined ? undefined : <Bar main={{ text: acts.length === 1 ? ACT_FORMS[first].title : '办这件事', icon: 'hand', onTap: () => setActing(true) }} />}>
      <Loaded page={page}>
        {(seen) => (
          <View className="p-desk__columns">
            <View className="p-desk__column">
              <Head matter={seen} />
              <WentOn matter={seen} />
              <Decided matter={seen} />
              <FourSteps matter={seen} />
              <BallotResult matter={seen} />
              <FirstWords matter={seen} />
            </View>
            <View className="p-desk__column"><Happened matter={seen} /></View>
          </View>
        )}
      </Loaded>
      {matter === undefined ? null : <ActSheet open={acting} matter={matter} acts={acts} onClose={() => setActing(false)} onChanged={reload} onStale={reload} />}
    </DeskPage>
  );
}
