import { useState, type ReactNode } from 'react';
import { Field, Input, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { VillagePicker, type PickedVillage } from '@/components/village-picker';
import { CHANNELS } from '@/domain/deputies/opinion';
import { CATEGORIES, type Category } from '@/domain/issues/issue';
import { categoryWords } from '@/domain/wording/issues';
import { CHANNEL_WORDS } from '@/domain/wording/deputies';
import type { api } from '@/services/client';

type Course = Parameters<typeof api.deputies.sortOpinion>[0]['course'];
type Kind = Course['kind'] | 'LATER';

/** What has been chosen so far; `input` once it can be sent, absent for 以后再分. */
export interface CourseDraft {
  readonly kind?: Kind;
  readonly input?: Course;
}

const KINDS = [
  { value: 'EXPLAINED', title: '当面能说清', line: '写下怎么答的' },
  { value: 'ISSUE', title: '村里的事', line: '马上变成一件事，交给村里办' },
  { value: 'SUGGESTION', title: '镇上、县里的事', line: '写成建议，主席团交给单位，三到六个月答复' },
  { value: 'CHANNEL', title: '告状、打官司、上访', line: '告诉他该找谁' },
] as const;
const LATER = { value: 'LATER', title: '以后再分', line: '一天内分好，会提醒您' } as const;

/** Passing on is enough to go: nothing of it is decided here. */
export function courseReason({ kind, input }: CourseDraft): string | undefined {
  if (kind === undefined) return '选一选交给谁';
  return kind === 'LATER' || input !== undefined ? undefined : '交给谁，还差一点没填';
}

interface CourseFieldsProps {
  readonly value: CourseDraft;
  readonly onChange: (draft: CourseDraft) => void;
  /** It may also be sorted later. */
  readonly later?: boolean;
  /** There are no words yet: what was said has to be written down for the village. */
  readonly spokenOnly?: boolean;
}

/** 分类交办: which of the four ways (DEP-06). A deputy never handles it themselves. */
export function CourseFields({ value: { kind }, onChange, later = false, spokenOnly = false }: CourseFieldsProps): ReactNode {
  const [text, setText] = useState('');
  const [village, setVillage] = useState<PickedVillage>();
  const [category, setCategory] = useState<Category>();
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>();
  const say = (next: Kind, input: Course | undefined): void => onChange({ kind: next, ...(input === undefined ? {} : { input }) });
  const place = (where: PickedVillage | undefined, what: Category | undefined, spoken = text): void => {
    setVillage(where);
    setCategory(what);
    const missing = where === undefined || what === undefined || (spokenOnly && spoken.trim() === '');
    say('ISSUE', missing ? undefined : { kind: 'ISSUE', village: where.code, category: what, ...(spokenOnly ? { text: spoken.trim() } : {}) });
  };
  const write = (next: string): void => {
    setText(next);
    const words = next.trim();
    if (kind === 'EXPLAINED') say(kind, words === '' ? undefined : { kind, answer: words });
    if (kind === 'ISSUE') place(village, category, next);
    if (kind === 'SUGGESTION') say(kind, words === '' ? undefined : { kind, title: words });
  };
  return (
    <>
      <Options<Kind> label="交给谁" options={later ? [...KINDS, LATER] : KINDS} value={kind} onChange={(next) => { setText(''); setVillage(undefined); setCategory(undefined); setChannel(undefined); say(next, undefined); }} />
      {kind === 'EXPLAINED' ? <Field label="怎么答的"><TextArea label="怎么答的" value={text} onInput={write} maxLength={300} /></Field> : null}
      {kind === 'SUGGESTION' ? <Field label="建议的题目" hint="这一行会公开，不写谁家、谁的名字"><Input label="建议的题目" value={text} onInput={write} maxLength={40} /></Field> : null}
      {kind === 'ISSUE' ? (
        <>
          {spokenOnly ? <Field label="他说的是什么事" hint="录音不给村里，写两句"><TextArea label="他说的是什么事" value={text} onInput={write} maxLength={300} /></Field> : null}
          <Field label="哪个村"><VillagePicker value={village} onChange={(where) => place(where, category)} /></Field>
          <Field label="哪一类事"><Options label="哪一类事" layout="two" options={CATEGORIES.map((value) => ({ value, title: categoryWords(value) }))} value={category} onChange={(what) => place(village, what)} /></Field>
        </>
      ) : null}
      {kind === 'CHANNEL' ? <Options label="该找谁" options={CHANNELS.map((value) => ({ value, title: CHANNEL_WORDS[value] }))} value={channel} onChange={(next) => { setChannel(next); say('CHANNEL', { kind: 'CHANNEL', channel: next }); }} /> : null}
    </>
  );
}
