import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, Input, TextArea } from '@/components/field';
import { goBack } from '@/components/go-back';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { SwitchRow } from '@/components/switch-row';
import { civilDateOf } from '@/domain/basics/civil-time';
import { CONTACT_MODES, CONTACT_PURPOSES, HOUSEHOLDS_MAX, type ContactMode, type ContactPurpose } from '@/domain/liaisons/contact';
import { MODE_WORDS, PURPOSE_WORDS } from '@/domain/wording/deputies';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { CourseFields, courseReason, type CourseDraft } from '../course-fields';
import { deputiesUrl } from '../links';

const MODES = CONTACT_MODES.map((value) => ({ value, title: MODE_WORDS[value] }));

/** A contact in a tap or two: nothing has to be typed and nothing photographed (BUR-02, BUR-07, DEP-05). */
export default function RecordContact(): ReactNode {
  const { town = '', id = '' } = useRouter().params;
  const today = civilDateOf(serverNow());
  const [mode, setMode] = useState<ContactMode>();
  const [purposes, setPurposes] = useState<readonly ContactPurpose[]>(['LISTEN']);
  const [on, setOn] = useState(today);
  const [households, setHouseholds] = useState('1');
  const [own, setOwn] = useState<readonly string[]>([]);
  const [picking, setPicking] = useState(false);
  const homes = usePageData(`deputy-homes:${id}`, () => api.deputies.households({ town, mandate: id }), { keep: false }).data?.items ?? [];
  const [summary, setSummary] = useState('');
  const [heard, setHeard] = useState(false);
  const [opinion, setOpinion] = useState('');
  const [course, setCourse] = useState<CourseDraft>({});
  const record = useAct((requestId, input: Omit<Parameters<typeof api.deputies.record>[0], 'requestId'>) => api.deputies.record({ requestId, ...input }), { done: () => goBack(deputiesUrl('directory', { town })), said: '记好了', quiet: true });
  const count = Number(households);
  const reason = mode === undefined ? '先选怎么联系的'
    : purposes.length === 0 ? '至少选一样做了什么'
      : !Number.isInteger(count) || count < 0 || count > HOUSEHOLDS_MAX ? `户数填 0 到 ${HOUSEHOLDS_MAX}`
        : heard && opinion.trim() === '' ? '先写听到了什么' : heard ? courseReason(course) : undefined;

  function send(): void {
    if (mode === undefined) return;
    void record.run({
      town, mandate: id, mode, purposes: [...purposes], on, households: count,
      ...(own.length === 0 ? {} : { with: [...own] }),
      ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
      ...(heard ? { heard: { text: opinion.trim(), ...(course.input === undefined ? {} : { course: course.input }) } } : {}),
    });
  }

  /** How many there were follows from whom was ticked, and can still be put right. */
  function tick(home: string, yes: boolean): void {
    const next = yes ? [...own, home] : own.filter((one) => one !== home);
    setOwn(next);
    setHouseholds(String(Math.max(1, next.length)));
  }

  return (
    <Page title="记一次联系" bar={<Bar main={{ text: '记下来', reason, busy: record.busy ? '正在记…' : undefined, onTap: send }} hint="不用拍照，不用打卡" error={record.errorLine} />}>
      <Section title="怎么联系的？"><Options label="怎么联系的" layout="two" options={MODES} value={mode} onChange={setMode} /></Section>
      <Section title="做了什么？" aside="可以多选">
        <Card flush>
          {CONTACT_PURPOSES.map((one) => <SwitchRow key={one} title={PURPOSE_WORDS[one]} on={purposes.includes(one)} onChange={(yes) => setPurposes(yes ? [...purposes, one] : purposes.filter((other) => other !== one))} />)}
        </Card>
      </Section>
      <Section title="哪一天，几户？">
        <DateLine label="选哪一天" value={on} onChange={setOn} to={today} />
        {homes.length === 0 || picking ? null : <Button wide kind="line" icon="home" text={`从我联系的 ${homes.length} 户里选`} onTap={() => setPicking(true)} />}
        {picking ? <Card flush>{homes.map(({ householdId, number, head, village }) => <SwitchRow key={householdId} title={[`${number}号`, head].filter(Boolean).join('　')} line={village} on={own.includes(householdId)} onChange={(yes) => tick(householdId, yes)} />)}</Card> : null}
        <Field label="户数"><Input label="户数" type="number" value={households} onInput={setHouseholds} maxLength={2} /></Field>
      </Section>
      <Section title="听到意见了吗？">
        <Card flush><SwitchRow title="听到一条意见" line="在这里一步交出去，代表不自己办" on={heard} onChange={setHeard} /></Card>
        {heard ? (
          <>
            <Field label="听到了什么"><TextArea label="听到了什么" value={opinion} onInput={setOpinion} maxLength={500} /></Field>
            <CourseFields value={course} onChange={setCourse} later />
          </>
        ) : null}
      </Section>
      <Field label="记两句" optional="可以不写，不公开"><TextArea label="记两句" value={summary} onInput={setSummary} maxLength={300} /></Field>
    </Page>
  );
}
