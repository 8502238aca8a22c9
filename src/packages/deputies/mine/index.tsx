import { useState, type ReactNode } from 'react';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { MODE_WORDS, PURPOSE_WORDS } from '@/domain/wording/deputies';
import { usePageData } from '@/hooks/use-page-data';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { OwnContact } from '@/services/views';
import { openDeputies } from '../links';

type Home = Awaited<ReturnType<typeof api.deputies.households>>['items'][number];

const MOST_AT_FIRST = 6;

/** What is a deputy's own alone: the households they keep in touch with, and what they noted at a contact (DEP-04, 05). */
export default function Mine(): ReactNode {
  const { town = '', id = '' } = useRouter().params;
  // What was noted at somebody's door does not lie on a phone.
  const homes = usePageData(`deputy-homes:${id}`, () => api.deputies.households({ town, mandate: id }), { keep: false });
  const list = usePages(`deputy-contacts:${id}`, ({ after }) => api.deputies.contacts({ town, mandate: id, ...(after === undefined ? {} : { after }) }), { keep: false });
  useReachBottom(() => void list.more());
  const lastOf = (householdId: string): string | undefined => list.items.find((one) => one.with.includes(householdId))?.on;
  return (
    <Page title="我联系的户">
      <Note tone="go" icon="lock">这一页只有您自己看得到。</Note>
      <Button wide kind="line" icon="edit" text="记一次联系" onTap={() => openDeputies('record', { town, id })} />
      <Loaded page={homes}>
        {({ items, usual }) => (
          <>
            <Section title="我联系的户" count={`${items.length} 户`} aside={`一般 ${usual.min} 到 ${usual.max} 户`}>
              {items.length === 0
                ? <Note tone="plain" icon="info">还没给您分联系户，请村值班员在名册里连上。</Note>
                : <Homes items={items} lastOf={lastOf} />}
            </Section>
            <Section title="记过的联系">
              <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没记过', line: '走访、接待以后点两下就记好了。' }}>
                {() => (
                  <>
                    {list.items.map((one) => <Contact key={one.entryId} contact={one} />)}
                    {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
                  </>
                )}
              </Loaded>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The first of them, so that what was noted stands on the page below; the others a tap away. */
function Homes({ items, lastOf }: { readonly items: readonly Home[]; readonly lastOf: (householdId: string) => string | undefined }): ReactNode {
  const [all, setAll] = useState(items.length <= MOST_AT_FIRST + 1);
  return (
    <>
      <Card flush>
        {(all ? items : items.slice(0, MOST_AT_FIRST)).map((home) => <Row key={home.householdId} icon="home" tone="plain" title={[`${home.number}号`, home.head].filter(Boolean).join('　')} line={lineOf(home, lastOf(home.householdId))} />)}
      </Card>
      {all ? null : <Button wide text={`看全部 ${items.length} 户`} onTap={() => setAll(true)} />}
    </>
  );
}

function lineOf({ village, address }: { readonly village: string; readonly address: string }, last: string | undefined): string {
  return [village, address, last === undefined ? undefined : `上次 ${formatDay(last, civilDateOf(serverNow()))}`].filter(Boolean).join('，');
}

function Contact({ contact: { on, mode, purposes, households, summary } }: { readonly contact: OwnContact }): ReactNode {
  return (
    <Card className="l-stack">
      <View className="t-label">{`${formatDay(on, civilDateOf(serverNow()))}，${MODE_WORDS[mode]} ${households} 户`}</View>
      <View className="t-hint">{purposes.map((one) => PURPOSE_WORDS[one]).join('、')}</View>
      {summary === undefined ? null : <View>{summary}</View>}
    </Card>
  );
}
