import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Pill } from '@/components/button';
import { DateLine } from '@/components/date-line';
import { Field, Input, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { addCivilDays, civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { REJECT_CHANNELS } from '@/domain/wording/desk-acts';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';
import { formOf } from './act-forms';
import type { ActInput } from './act-input';
import { Destination } from './destination';

interface ActFieldsProps {
  readonly issue: IssueDetail;
  readonly input: ActInput;
  readonly onChange: (change: Partial<ActInput>) => void;
  readonly maxLength: number;
}

/** What the chosen act asks for, apart from photos. */
export function ActFields({ issue, input, onChange, maxLength }: ActFieldsProps): ReactNode {
  const { question, readers, phrases } = formOf(input.act, issue);
  return (
    <>
      <Before issue={issue} input={input} onChange={onChange} />
      {question === undefined ? null : (
        <Field label={question} {...(readers === undefined ? {} : { optional: readers })}>
          <TextArea label={question} value={input.text} onInput={(text) => onChange({ text })} maxLength={maxLength} />
          {phrases.length === 0 ? null : (
            <View className="p-desk__pills">
              {phrases.map((phrase) => <Pill key={phrase} icon="plus" text={phrase} label={`写上：${phrase}`} onTap={() => onChange({ text: `${input.text}${phrase}` })} />)}
            </View>
          )}
        </Field>
      )}
    </>
  );
}

/** What is asked before the words: how long, until when, where to, yes or no. */
function Before({ issue, input, onChange }: Omit<ActFieldsProps, 'maxLength'>): ReactNode {
  switch (input.act) {
    case 'ASK_EXTENSION':
      return (
        <Field label="延几个工作日" hint={`最多 ${issue.extensionLimit} 个工作日`}>
          <Input label="延几个工作日" type="number" value={input.workdays} onInput={(workdays) => onChange({ workdays })} maxLength={2} />
        </Field>
      );
    case 'SUSPEND':
      return (
        <Field label="停到哪一天" {...(issue.pauseUntil === undefined ? {} : { hint: `最晚停到 ${formatDay(issue.pauseUntil)}，停的日子加起来不超过原来的期限` })}>
          <DateLine label="选一天" value={input.until} from={addCivilDays(civilDateOf(serverNow()), 1)} {...(issue.pauseUntil === undefined ? {} : { to: issue.pauseUntil })} onChange={(until) => onChange({ until })} />
        </Field>
      );
    case 'REJECT':
      return (
        <Field label="该找谁" hint="点一个，也可以自己写">
          <Input label="该找谁" value={input.channel} onInput={(channel) => onChange({ channel })} maxLength={60} />
          <View className="p-desk__pills">{REJECT_CHANNELS.map((channel) => <Pill key={channel} text={channel} onTap={() => onChange({ channel })} />)}</View>
        </Field>
      );
    case 'OBJECT':
      return <Field label="依据" hint="哪部法规、哪份职责清单的哪一条"><Input label="依据" value={input.basis} onInput={(basis) => onChange({ basis })} maxLength={200} /></Field>;
    case 'DECIDE_EXTENSION':
      return <YesNo label="同意延期吗" yes="同意" no="不同意" value={input.yes} onChange={(yes) => onChange({ yes })} />;
    case 'DECIDE_OBJECTION':
      return (
        <>
          <YesNo label="异议成立吗" yes="成立，改派" no="不成立，还由他办" value={input.yes} onChange={(yes) => onChange({ yes })} />
          {input.yes === true ? <Destination issueId={issue.issueId} input={input} onChange={onChange} assistants={false} /> : null}
        </>
      );
    case 'DISPATCH':
      return <Destination issueId={issue.issueId} input={input} onChange={onChange} assistants />;
    default:
      return null;
  }
}

interface YesNoProps {
  readonly label: string;
  readonly yes: string;
  readonly no: string;
  readonly value: boolean | undefined;
  readonly onChange: (yes: boolean) => void;
}

function YesNo({ label, yes, no, value, onChange }: YesNoProps): ReactNode {
  return (
    <Options
      label={label}
      layout="two"
      options={[{ value: 'YES', title: yes }, { value: 'NO', title: no }]}
      value={value === undefined ? undefined : value ? 'YES' : 'NO'}
      onChange={(chosen) => onChange(chosen === 'YES')}
    />
  );
}
