import { useState, type ReactNode } from 'react';
import Taro, { useReachBottom, useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { Skeleton } from '@/components/skeleton';
import { notOnRollWords } from '@/domain/wording/voting';
import { askFor, correctionWords, ROLL_WORDS } from '@/domain/wording/voting-roll';
import { usePageData } from '@/hooks/use-page-data';
import { usePages } from '@/hooks/use-pages';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { BoxView } from '@/services/views';
import { CorrectionSheet, type Correction } from './correction-sheet';
import './index.scss';

type Standing = Awaited<ReturnType<typeof api.voting.onRoll>>;

/** The public roll of a box: am I on it, why not, who else is, and how it is put right (VOTE-11). */
export default function Roll(): ReactNode {
  const { id = '' } = useRouter().params;
  const page = usePageData(`roll:${id}`, async () => {
    const [standing, box] = await Promise.all([api.voting.onRoll({ boxId: id }), boxFor(id)]);
    return { standing, box };
  }, { keep: false });
  return (
    <Page title={ROLL_WORDS.title}>
      <Loaded page={page}>{({ standing, box }) => <OneRoll id={id} standing={standing} box={box} />}</Loaded>
    </Page>
  );
}

/** Of a box elsewhere one learns that one is not on its roll, and why; not what it asks. */
async function boxFor(boxId: string): Promise<BoxView | undefined> {
  try {
    return await api.voting.box({ boxId });
  } catch (error) {
    if (AppError.from(error).code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

function OneRoll({ id, standing, box }: { readonly id: string; readonly standing: Standing; readonly box: BoxView | undefined }): ReactNode {
  const [asking, setAsking] = useState<Correction>();
  const open = standing.correctBy !== undefined && box !== undefined;
  return (
    <>
      {box === undefined ? null : (
        <Card>
          <View className="t-question">{box.title}</View>
          <View className="t-hint">{correctionWords(box, serverNow())}</View>
        </Card>
      )}
      <Mine standing={standing} onAsk={open ? setAsking : undefined} />
      <Card flush><Row icon="speak" tone="plain" title={ROLL_WORDS.mine} onTap={() => void Taro.navigateTo({ url: '/packages/voting/objections/index' })} /></Card>
      {box === undefined ? <View className="t-hint">{ROLL_WORDS.notYours}</View> : <Names id={id} box={box} onWrong={open ? () => setAsking({ about: 'REMOVE', title: ROLL_WORDS.wrongTitle }) : undefined} />}
      {asking === undefined ? null : <CorrectionSheet boxId={id} correction={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

/** 我在不在名单上: yes, or why not and what can be asked for. */
function Mine({ standing, onAsk }: { readonly standing: Standing; readonly onAsk: ((correction: Correction) => void) | undefined }): ReactNode {
  const { on, why, representative } = standing;
  if (on) return <Note tone="ok" icon="ok" title={ROLL_WORDS.on} />;
  const asked = askFor(why);
  // Persimmon is for what the reader can do something about.
  const ask = onAsk === undefined ? undefined : asked;
  return (
    <Note tone={ask === undefined ? 'plain' : 'you'} icon="info" title={ROLL_WORDS.off}>
      <View>{notOnRollWords(why)}</View>
      {representative === undefined ? null : <View>{`名单上写的是${representative}。`}</View>}
      {ask === undefined ? null : <View className="p-roll__ask"><Button kind="line" wide text={ask.text} onTap={() => onAsk?.({ about: ask.about, title: ask.text })} /></View>}
    </Note>
  );
}

/** A page of the names at a time; each begins where the last ended, in order of the names. */
function Names({ id, box, onWrong }: { readonly id: string; readonly box: BoxView; readonly onWrong: (() => void) | undefined }): ReactNode {
  const list = usePages(`roll-names:${id}`, async ({ after }) => {
    const { names, next } = await api.voting.roll({ boxId: id, ...(after === undefined ? {} : { after }) });
    return { items: names, next };
  }, { keep: false });
  useReachBottom(() => void list.more());
  return (
    <Section title={ROLL_WORDS.names(box.unit)} {...(onWrong === undefined ? {} : { more: { text: ROLL_WORDS.wrong, onTap: onWrong } })}>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '名单上还没有人', line: '名单是照名册排的，不对就找村里值班员。', icon: 'people' }} skeleton={<Skeleton cards={1} />}>
        {() => (
          <>
            <View className="t-hint">{ROLL_WORDS.public}</View>
            <Card><View className="p-roll__names">{list.items.map((name, at) => <View key={`${at}-${name}`} className="p-roll__name">{name}</View>)}</View></Card>
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}
