import type { ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Blank } from '@/components/blank';
import { Card, Section } from '@/components/card';
import { CategoryGrid } from '@/components/category-grid';
import { DateLine } from '@/components/date-line';
import { Field, TextArea } from '@/components/field';
import { goBack } from '@/components/go-back';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { SwitchRow } from '@/components/switch-row';
import { civilDateOf } from '@/domain/basics/civil-time';
import { CONTACT_MODES, CONTACT_PURPOSES, type ContactMode, type ContactPurpose } from '@/domain/liaisons/contact';
import { CATEGORIES, type Category } from '@/domain/issues/issue';
import { MODE_WORDS, PURPOSE_WORDS } from '@/domain/wording/deputies';
import { categoryWords } from '@/domain/wording/issues';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { useMe } from '@/hooks/use-me';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { OwnYear } from '@/services/views';
import { OWN_YEAR, read } from '../links';
import { OwnYearLoaded } from '../own-year';
import { useOwnYear } from '../use-own-year';

const MODES = CONTACT_MODES.map((value) => ({ value, title: MODE_WORDS[value] }));
const ITEMS = CATEGORIES.map((value) => ({ value, text: categoryWords(value), icon: CATEGORY_ICON[value] }));
const HEARD_MAX = 500;
const SUMMARY_MAX = 300;
/** So few are met on one round; of more the member says which. */
const TOGETHER = 3;
/** In place of a pledge: it counts for none. */
const NONE = 'NONE';

interface ContactForm {
  readonly households: readonly string[];
  readonly mode: ContactMode | '';
  readonly purposes: readonly ContactPurpose[];
  readonly on: string;
  readonly summary: string;
  readonly heard: boolean;
  readonly heardText: string;
  readonly category: Category | '';
  /** A pledge's id, or `NONE`. */
  readonly pledge: string;
}

type Input = Omit<Parameters<typeof api.points.recordContact>[0], 'requestId'>;

/** A contact with linked households in a tap or two, and what was heard becomes a matter in the same step (LNS-03, 04, BUR-07). */
export default function PartyContact(): ReactNode {
  const wanted = read(useRouter().params.household);
  // What day it is, the server says with it: phones' clocks are wrong.
  const me = useMe();
  const year = useOwnYear();
  if (me.data === undefined) return <Page title="记一次联系"><Loaded page={me}>{() => null}</Loaded></Page>;
  if (year.data === undefined) return <Page title="记一次联系"><OwnYearLoaded page={year}>{() => null}</OwnYearLoaded></Page>;
  if (year.data.households.length === 0) return <Page title="记一次联系"><Blank kind="empty" icon="home" title="您还没有联系的户" line="村里把户分给您以后，这里一点就能记。" action={{ text: '回去', onTap: () => goBack(OWN_YEAR) }} /></Page>;
  return <ContactPage year={year.data} wanted={wanted} />;
}

function ContactPage({ year, wanted }: { readonly year: OwnYear; readonly wanted: string | undefined }): ReactNode {
  const { households } = year;
  const today = civilDateOf(serverNow());
  const pledges = year.pledges.filter(({ state }) => state === 'CONFIRMED');
  const kept = useKeptForm<ContactForm>(`contact:${wanted ?? ''}`, () => ({
    households: wanted !== undefined ? [wanted] : households.length <= TOGETHER ? households.map(({ householdId }) => householdId) : [],
    mode: '', purposes: ['LISTEN'], on: today, summary: '', heard: false, heardText: '', category: '',
    pledge: pledges.find(({ type, done, target }) => type === 'HOUSEHOLDS' && done < target)?.id ?? NONE,
  }));
  const { form, edit } = kept;
  const record = useAct((_, input: Input) => api.points.recordContact({ requestId: kept.requestId, ...input }), {
    done: () => { kept.forget(); goBack(OWN_YEAR); },
    said: '记好了',
    quiet: true,
  });
  const reason = reasonOf(form);

  function send(): void {
    const { mode, category, pledge, summary, heard, heardText, on } = form;
    if (mode === '') return;
    void record.run({
      mode, on, purposes: [...form.purposes], households: [...form.households],
      ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
      ...(heard && category !== '' ? { heard: { text: heardText.trim(), category } } : {}),
      ...(pledges.some(({ id }) => id === pledge) ? { pledgeId: pledge } : {}),
    });
  }

  return (
    <Page title="记一次联系" bar={<Bar main={{ text: form.heard ? '记下来，事情报上去' : '记下来', reason, busy: record.busy ? '正在记…' : undefined, onTap: send }} hint="不用拍照，不用打卡" error={record.errorLine} />}>
      <Section title="怎么联系的？"><Options label="怎么联系的" layout="two" options={MODES} value={form.mode === '' ? undefined : form.mode} onChange={(mode) => edit({ mode })} /></Section>
      <Section title="哪几户？" aside="可以多选">
        <Card flush>
          {households.map(({ householdId, head, address }) => <SwitchRow key={householdId} title={`${head}家`} line={address} on={form.households.includes(householdId)} onChange={(yes) => edit({ households: toggled(form.households, householdId, yes) })} />)}
        </Card>
      </Section>
      <Section title="做了什么？" aside="可以多选">
        <Card flush>
          {CONTACT_PURPOSES.map((one) => <SwitchRow key={one} title={PURPOSE_WORDS[one]} on={form.purposes.includes(one)} onChange={(yes) => edit({ purposes: toggled(form.purposes, one, yes) })} />)}
        </Card>
      </Section>
      <Section title="哪一天？"><DateLine label="选哪一天" value={form.on} onChange={(on) => edit({ on })} to={today} /></Section>
      {pledges.length === 0 ? null : (
        <Section title="算进哪条承诺？">
          <Options label="算进哪条承诺" value={form.pledge} onChange={(pledge) => edit({ pledge })} options={[...pledges.map(({ id, text, done, target, unit }) => ({ value: id, title: text, line: `做了 ${done} / ${target} ${unit}` })), { value: NONE, title: '不算，只记联系' }]} />
        </Section>
      )}
      <Section title="听到要办的事吗？">
        <Card flush><SwitchRow title="听到一件要办的事" line="在这里一步报上去，有人接" on={form.heard} onChange={(heard) => edit({ heard })} /></Card>
        {form.heard ? (
          <>
            <Field label="听到了什么"><TextArea label="听到了什么" value={form.heardText} onInput={(heardText) => edit({ heardText })} maxLength={HEARD_MAX} /></Field>
            <Field label="是哪一类事"><CategoryGrid label="是哪一类事" items={ITEMS} value={form.category === '' ? undefined : form.category} onChange={(category) => edit({ category })} /></Field>
          </>
        ) : null}
      </Section>
      <Field label="记两句" optional="可以不写，只有您和支部看得到"><TextArea label="记两句" value={form.summary} onInput={(summary) => edit({ summary })} maxLength={SUMMARY_MAX} /></Field>
    </Page>
  );
}

/** Why it cannot go yet. */
function reasonOf({ mode, households, purposes, heard, heardText, category }: ContactForm): string | undefined {
  if (mode === '') return '先选怎么联系的';
  if (households.length === 0) return '至少选一户';
  if (purposes.length === 0) return '至少选一样做了什么';
  if (!heard) return undefined;
  if (heardText.trim() === '') return '先写听到了什么';
  return category === '' ? '选是哪一类事' : undefined;
}

function toggled<T>(all: readonly T[], one: T, on: boolean): readonly T[] {
  return on ? [...all.filter((other) => other !== one), one] : all.filter((other) => other !== one);
}
