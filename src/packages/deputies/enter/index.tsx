import type { ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { goBack } from '@/components/go-back';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { deputiesUrl } from '../links';
import { EnterConstituency } from './constituency';
import { EnterDeputy } from './deputy';
import { EnterEntry } from './entry';
import { EnterPhoto } from './photo';
import { EnterStanding } from './standing';
import { EnterStation } from './station';

const FORMS = { station: EnterStation, constituency: EnterConstituency, deputy: EnterDeputy, entry: EnterEntry, photo: EnterPhoto, standing: EnterStanding };

/** What the presidium and its station enter, one form a page (DEP-01..03, 09, 22). */
export default function Enter(): ReactNode {
  const { town = '', what = '' } = useRouter().params;
  // A town that has no directory yet begins with its first station.
  const page = usePageData(`deputies:enter:${town}`, async () => {
    const { items } = await api.deputies.towns();
    return { directory: items.some((one) => one.town === town) ? await api.deputies.directory({ town }) : undefined };
  }, { keep: false });
  const Form = Object.hasOwn(FORMS, what) ? FORMS[what as keyof typeof FORMS] : EnterStation;
  // A form brings its own page with the bar; before it there is one as well, so that there is a way back.
  if (page.data === undefined) return <Page title="录入"><Loaded page={page}>{() => null}</Loaded></Page>;
  return <Form town={town} directory={page.data.directory} onDone={() => goBack(deputiesUrl('office', { town }))} />;
}
