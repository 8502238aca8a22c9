import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { CategoryGrid } from '@/components/category-grid';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { SosStrip } from '@/components/sos-strip';
import { CATEGORIES, type Category } from '@/domain/issues/issue';
import { CATEGORY_HINTS } from '@/domain/wording/category-hints';
import { categoryWords } from '@/domain/wording/issues';
import { civilDateOf } from '@/domain/basics/civil-time';
import { draftOf, newDraft, saveDraft, type Draft } from '@/services/drafts';
import { serverNow } from '@/services/server-clock';
import { titleOf } from '../title';

const ITEMS = CATEGORIES.map((value) => ({ value, text: categoryWords(value), icon: CATEGORY_ICON[value] }));

/** Step 1: what kind of matter it is. Emergency numbers stand first (EVT-10). */
export default function ReportWhat(): ReactNode {
  const { draft: id, person, name, ticket: town } = useRouter().params;
  const [draft] = useState<Draft>(() => (id === undefined ? undefined : draftOf(id)) ?? forTicket(forWhom(newDraft(), person, name), town));
  const [category, setCategory] = useState<Category | undefined>(draft.category);

  function next(): void {
    if (category === undefined) return;
    saveDraft({ ...(draftOf(draft.id) ?? draft), category });
    void Taro.navigateTo({ url: `/packages/report/tell/index?draft=${encodeURIComponent(draft.id)}` });
  }

  return (
    <Page title={titleOf(draft)} bar={<Bar main={{ text: '下一步', onTap: next, reason: category === undefined ? '选一个，就能往下走' : undefined }} hint="写到一半退出也不会丢" />}>
      {draft.ticket === undefined ? <SosStrip /> : null}
      <View>
        <View className="t-small extra">第 1 步，共 2 步</View>
        <View className="t-question">{draft.onBehalf === undefined ? '是哪一类事？' : `${draft.onBehalf.name}家是哪一类事？`}</View>
        <View className="t-hint">{draft.ticket === undefined ? '选不准不要紧，接的人会帮您分' : '照平台上的分类选，选不准就选“别的事”'}</View>
      </View>
      <CategoryGrid label="哪一类事" items={ITEMS} value={category} onChange={setCategory} />
      {category === undefined ? null : <Note tone="go" icon={CATEGORY_ICON[category]} title={categoryWords(category)}>{CATEGORY_HINTS[category]}</Note>}
    </Page>
  );
}

/** A town's desk writes a 12345 ticket down on the form of every report (EVT-19). */
function forTicket(draft: Draft, town: string | undefined): Draft {
  return town === undefined ? draft : { ...draft, ticket: { town, number: '', receivedOn: civilDateOf(serverNow()), answerOn: '', callerName: '', phone: '' } };
}

/** A report on behalf of someone begins with their name and the way they agreed (A11Y-09). */
function forWhom(draft: Draft, personId: string | undefined, name: string | undefined): Draft {
  if (personId === undefined || name === undefined) return draft;
  return { ...draft, onBehalf: { personId: decodeURIComponent(personId), name: decodeURIComponent(name), consent: 'SPOKEN' } };
}
