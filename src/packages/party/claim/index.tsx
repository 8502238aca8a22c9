import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { TextButton } from '@/components/button';
import { DateLine } from '@/components/date-line';
import { ErrorSummary } from '@/components/error-summary';
import { Field, Input, TextArea } from '@/components/field';
import { goBack } from '@/components/go-back';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { civilDateOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { useStepPhotos } from '@/packages/desk/handle/use-step-photos';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { ItemView, PledgeView } from '@/services/views';
import { OWN_YEAR, read } from '../links';
import { OwnYearLoaded } from '../own-year';
import { useOwnYear } from '../use-own-year';
import { Extras } from './extras';
import { LISTED, emptyClaim, gapsOf, inputOf, type ClaimForm } from './form';
import { WhatFor } from './what-for';

/** Until the county's settings are known: the least any county allows. */
const LIMITS = { text: 500, photos: 9 };

/** A deed for a pledge or a listed item in under a minute (PTY-05): a few words; photos and place only if wished (BUR-02). */
export default function Claim(): ReactNode {
  const wanted = read(useRouter().params.pledge);
  // What day it is, the server says with it: phones' clocks are wrong.
  const me = useMe();
  const year = useOwnYear();
  const items = usePageData('points:items', () => api.points.items({}));
  if (me.data === undefined) return <Page title="报一件做了的事"><Loaded page={me}>{() => null}</Loaded></Page>;
  if (year.data === undefined) return <Page title="报一件做了的事"><OwnYearLoaded page={year}>{() => null}</OwnYearLoaded></Page>;
  if (items.data === undefined) return <Page title="报一件做了的事"><Loaded page={items}>{() => null}</Loaded></Page>;
  const { pledges, entries } = year.data;
  return (
    <ClaimPage
      wanted={wanted}
      pledges={pledges.filter(({ state }) => state === 'CONFIRMED')}
      items={items.data.items.filter(({ tenths }) => tenths > 0)}
      days={items.data}
      // Entries come newest first, so the last one written is the newest.
      usual={Object.fromEntries([...entries].reverse().flatMap(({ pledge, item }) => (pledge === undefined ? [] : [[pledge.id, item]])))}
    />
  );
}

interface ClaimPageProps {
  readonly wanted: string | undefined;
  readonly pledges: readonly PledgeView[];
  readonly items: readonly ItemView[];
  readonly days: { readonly from: string; readonly to: string };
  readonly usual: Readonly<Record<string, string>>;
}

function ClaimPage({ wanted, pledges, items, days, usual }: ClaimPageProps): ReactNode {
  const limits = useMe().data?.limits ?? LIMITS;
  const today = civilDateOf(serverNow());
  const photos = useStepPhotos('POINT_PHOTO');
  const kept = useKeptForm<ClaimForm>(`claim:${wanted ?? ''}`, () => {
    const known = wanted !== undefined && pledges.some(({ id }) => id === wanted) ? wanted : pledges.length === 0 ? LISTED : '';
    return { ...emptyClaim(today, known), item: usual[known] ?? '' };
  });
  const { form, edit } = kept;
  const [asked, setAsked] = useState(false);
  const pledge = pledges.find(({ id }) => id === form.forWhat);
  const gaps = gapsOf(form, pledge, photos.waiting);
  const gap = (field: string) => (asked ? gaps.find(({ id }) => id === field)?.text : undefined);

  const claim = useAct((_, input: ReturnType<typeof inputOf>) => {
    const { uploadId, fileIds } = photos;
    // Photos were uploaded for this very deed, so it goes under their id; otherwise under the draft's.
    if (fileIds.length > 0) return api.points.claim({ requestId: uploadId, ...input, attachments: { uploadId, photos: [...fileIds] } });
    return api.points.claim({ requestId: kept.requestId, ...input });
  }, {
    done: ({ entryId }) => {
      kept.forget();
      photos.clear();
      void Taro.redirectTo({ url: `/packages/party/entry/index?id=${encodeURIComponent(entryId)}&new=1` });
    },
    quiet: true,
  });

  function tryToSend(): void {
    setAsked(true);
    if (gaps.length === 0) void claim.run(inputOf(form, pledge));
  }

  return (
    <Page
      title="报一件做了的事"
      bar={<Bar main={{ text: '报上去', busy: claim.busy ? '正在报上去…' : undefined, onTap: tryToSend }} hint="两个人看过才记分；写几句就够，不用拍照" error={claim.errorLine} />}
    >
      {asked ? <ErrorSummary errors={gaps} /> : null}
      {kept.full ? <Note tone="bad" icon="alert">手机存不下了，退出会丢，请先报上去。</Note> : null}
      <WhatFor form={form} onChange={edit} pledges={pledges} items={items} usual={usual} errors={{ what: gap('claim-what'), item: gap('claim-item') }} />
      {pledge === undefined ? null : (
        <Field id="claim-amount" label={`这次做了几${pledge.unit}？`} error={gap('claim-amount')}>
          <Input label={`这次做了几${pledge.unit}`} type="number" value={form.amount} onInput={(amount) => edit({ amount })} maxLength={3} invalid={gap('claim-amount') !== undefined} />
        </Field>
      )}
      <Field id="claim-text" label="做了什么？" error={gap('claim-text')}>
        <TextArea label="做了什么" value={form.text} onInput={(text) => edit({ text })} maxLength={limits.text} placeholder="比如：带人清了三组的水沟，干了半天" invalid={gap('claim-text') !== undefined} />
      </Field>
      <Field label="哪一天？"><DateLine label="选哪一天" value={form.on} onChange={(on) => edit({ on })} from={days.from} to={today < days.to ? today : days.to} /></Field>
      <Extras form={form} onChange={edit} photos={photos} max={limits.photos} error={gap('claim-more')} />
      {kept.resumed ? <View className="t-center"><TextButton text="不报了，删掉" onTap={() => void drop(kept.forget)} /></View> : null}
    </Page>
  );
}

async function drop(forget: () => void): Promise<void> {
  const { confirm } = await Taro.showModal({ title: '不报了', content: '写的会从手机里删掉。', confirmText: '删掉', cancelText: '留着' });
  if (!confirm) return;
  forget();
  goBack(OWN_YEAR);
}
