import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Blank } from '@/components/blank';
import { Button } from '@/components/button';
import { DateLine } from '@/components/date-line';
import { ErrorSummary } from '@/components/error-summary';
import { Field, Input, TextArea } from '@/components/field';
import { goBack } from '@/components/go-back';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { formatDay } from '@/domain/basics/civil-time';
import { PLEDGE_TYPE_WORDS, shortDay } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { OwnYear, PledgeView } from '@/services/views';
import { OWN_YEAR, read } from '../links';
import { OwnYearLoaded } from '../own-year';
import { useOwnYear } from '../use-own-year';
import { OWN_WORDS, emptyPledge, gapsOf, inputOf, type PledgeForm } from './form';

const TEXT_MAX = 120;
const UNITS = ['次', '户', '件', '人', '天'] as const;

/** Makes a pledge, in the category's words or one's own, or changes one that came back (PTY-04). */
export default function Pledge(): ReactNode {
  const id = read(useRouter().params.id);
  const year = useOwnYear();
  const items = usePageData('points:items', () => api.points.items({}));
  if (year.data === undefined) return <Page title="我的承诺"><OwnYearLoaded page={year}>{() => null}</OwnYearLoaded></Page>;
  if (items.data === undefined) return <Page title="我的承诺"><Loaded page={items}>{() => null}</Loaded></Page>;
  const before = id === undefined ? undefined : year.data.pledges.find((pledge) => pledge.id === id);
  const shut = whyShut(year.data, before);
  if (shut !== undefined) return <Page title="我的承诺"><Blank kind="empty" icon="party" title={shut.title} line={shut.line} action={{ text: '回我的积分', onTap: () => goBack(OWN_YEAR) }} /></Page>;
  return <PledgePage key={id} year={year.data} before={before} types={items.data.pledgeTypes} to={items.data.to} />;
}

/** Why nothing can be written here now. One that came back can be changed after the window as well: the branch asked for it. */
function whyShut({ pledges, pledgeRule: { open, max, from, to }, closed }: OwnYear, before: PledgeView | undefined): { readonly title: string; readonly line: string } | undefined {
  if (before?.state === 'CONFIRMED') return { title: '这条支部看过，定下来了', line: '照着做就行。做了就报上来。' };
  if (closed) return { title: '这一年结了账', line: '新的一年再写。' };
  if (before !== undefined) return undefined;
  if (!open) return { title: '现在不是写承诺的时候', line: `${formatDay(from)}到 ${formatDay(to)}之间写。有要紧的，跟支部书记说。` };
  return pledges.filter(({ state }) => state !== 'WITHDRAWN').length >= max ? { title: `写满 ${max} 条了`, line: '先把这几条做好。要换，先撤回一条还没定的。' } : undefined;
}

interface PledgePageProps {
  readonly year: OwnYear;
  readonly before: PledgeView | undefined;
  readonly types: readonly PledgeView['type'][];
  /** The cycle's last day. */
  readonly to: string;
}

function PledgePage({ year: { pledges, pledgeRule }, before, types, to }: PledgePageProps): ReactNode {
  const kept = useKeptForm<PledgeForm>(`pledge:${before?.id ?? ''}`, () => emptyPledge(before, to));
  const { form, edit } = kept;
  const [asked, setAsked] = useState(false);
  const gaps = gapsOf(form);
  const gap = (field: string) => (asked ? gaps.find(({ id }) => id === field)?.text : undefined);
  const done = () => { kept.forget(); goBack(OWN_YEAR); };
  const send = useAct((_, input: ReturnType<typeof inputOf>) => api.points.pledge({ requestId: kept.requestId, ...(before === undefined ? {} : { pledgeId: before.id }), ...input }), { done, said: '交给支部看了', quiet: true });
  const withdraw = useAct((requestId, pledgeId: string) => api.points.withdrawPledge({ requestId, pledgeId }), { done, said: '撤回了' });
  const written = pledges.filter(({ state, id }) => state !== 'WITHDRAWN' && id !== before?.id).length;
  const fromMenu = pledgeRule.menu.length > 0 && before === undefined;

  function tryToSend(): void {
    setAsked(true);
    if (gaps.length === 0) void send.run(inputOf(form));
  }

  async function askToWithdraw(pledgeId: string): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '撤回这条承诺', content: '撤回了就不算数，可以在期限里另写一条。', confirmText: '撤回', cancelText: '留着' });
    if (confirm) await withdraw.run(pledgeId);
  }

  return (
    <Page
      title={before === undefined ? '写一条承诺' : '改一改承诺'}
      bar={<Bar main={{ text: before === undefined ? '交给支部看' : '改好了，再交', busy: send.busy ? '正在交…' : undefined, onTap: tryToSend }} hint={countWords(written, pledgeRule)} error={send.errorLine} />}
    >
      {asked ? <ErrorSummary errors={gaps} /> : null}
      {kept.full ? <Note tone="bad" icon="alert">手机存不下了，退出会丢，请先交上去。</Note> : null}
      {before?.state === 'RETURNED' ? <Note tone="you" icon="edit" title="支部请您改一改">{before.reason}</Note> : null}
      {fromMenu ? (
        <Field id={form.chosen === '' ? 'pledge-text' : 'pledge-menu'} label="今年答应做什么？" error={form.chosen === '' ? gap('pledge-text') : undefined}>
          <Options
            label="今年答应做什么"
            value={form.chosen === '' ? undefined : form.chosen}
            onChange={(chosen) => edit({ chosen, text: chosen === OWN_WORDS ? '' : chosen })}
            options={[...pledgeRule.menu.map((text) => ({ value: text, title: text })), { value: OWN_WORDS, title: '自己写一条' }]}
          />
        </Field>
      ) : null}
      {fromMenu && form.chosen === '' ? null : (
        <Field id="pledge-text" label={fromMenu && form.chosen !== OWN_WORDS ? '照自己的情况改' : '答应做什么'} error={gap('pledge-text')}>
          <TextArea label="答应做什么" value={form.text} onInput={(text) => edit({ text })} maxLength={TEXT_MAX} placeholder="比如：每月走访联系的 3 户人家" />
        </Field>
      )}
      <Field id="pledge-type" label="是哪一类？" error={gap('pledge-type')}>
        <Options label="是哪一类" layout="two" value={form.type === '' ? undefined : form.type} onChange={(type) => edit({ type })} options={types.map((value) => ({ value, title: PLEDGE_TYPE_WORDS[value] }))} />
      </Field>
      <Field id="pledge-target" label="做到多少算做到？" hint="写个数，年底看得出做到没有" error={gap('pledge-target')}>
        <Input label="做到多少算做到" type="number" value={form.target} onInput={(target) => edit({ target })} maxLength={3} invalid={gap('pledge-target') !== undefined} />
        <Options label="按什么数" layout="three" value={form.unit} onChange={(unit) => edit({ unit })} options={UNITS.map((value) => ({ value, title: value }))} />
      </Field>
      <Field label="哪天以前做到？"><DateLine label="选哪一天" value={form.due} onChange={(due) => edit({ due })} from={pledgeRule.from} to={to} /></Field>
      {before === undefined ? null : <Button wide kind="quiet" text="不做这条了，撤回" busy={withdraw.busy ? '正在撤…' : undefined} onTap={() => void askToWithdraw(before.id)} />}
    </Page>
  );
}

function countWords(written: number, { min, max, to }: OwnYear['pledgeRule']): string {
  const rule = min === 0 ? `最多 ${max} 条，可以不写` : `要写 ${min} 到 ${max} 条`;
  return `${rule}，写了 ${written} 条，最晚${shortDay(to)}`;
}
