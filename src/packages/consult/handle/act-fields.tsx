import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, Input, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { SwitchRow } from '@/components/switch-row';
import { CategoryGrid } from '@/components/category-grid';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { civilDateOf, formatDay } from '@/domain/basics/civil-time';
import { LINES, RESERVED_MATTERS, RESOLVING } from '@/domain/consultations/consultation';
import { CATEGORIES } from '@/domain/issues/issue';
import { LINE_WORDS, moneyWords, RESERVED_WORDS, RESOLVING_WORDS, STEP_WORDS } from '@/domain/wording/consultations';
import { categoryWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { ConsultDetail } from '@/services/views';
import { HOURS } from '../hours';
import type { DeskAct } from './act-forms';
import { isUrgent, isVote, openOpinion, stepNow, type ActInput } from './act-input';
import { Others } from './others';
import './act-fields.scss';

interface ActFieldsProps {
  readonly act: DeskAct;
  readonly matter: ConsultDetail;
  readonly input: ActInput;
  readonly onChange: (change: Partial<ActInput>) => void;
}

/** What the chosen act asks for beside words and photos. */
export function ActFields({ act, matter, input, onChange }: ActFieldsProps): ReactNode {
  const line = (label: string, key: 'title' | 'place' | 'invitees' | 'special' | 'attendance' | 'question' | 'who', hint?: string, max = 60): ReactNode => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}><Input label={label} value={input[key]} onInput={(value) => onChange({ [key]: value })} maxLength={max} /></Field>
  );
  const money = (label: string, hint: string): ReactNode => (
    <Field label={label} hint={hint}><Input label={label} value={input.yuan} onInput={(yuan) => onChange({ yuan })} maxLength={12} /></Field>
  );
  const today = civilDateOf(serverNow());
  switch (act) {
    case 'ANSWER':
      return (
        <>
          <Options label="怎么办" layout="two" options={LINES.filter((one) => one !== 'DO_NOW' || matter.source === 'VILLAGER').map((value) => ({ value, title: LINE_WORDS[value] }))} value={input.line} onChange={(value) => onChange({ line: value })} />
          {input.line === 'DO_NOW' ? <CategoryGrid label="是哪一类事" items={CATEGORIES.map((value) => ({ value, text: categoryWords(value), icon: CATEGORY_ICON[value] }))} value={input.category} onChange={(category) => onChange({ category })} /> : null}
          {input.line === 'CONSULT' || input.line === 'ASSEMBLY' ? line('给全村看的标题', 'title', matter.audience === 'CADRES' ? '他只说给村干部听，原话不公开' : '不写就用他的话', 40) : null}
        </>
      );
    case 'MERGE':
      return <Others matter={matter} value={input.intoId} onChange={(intoId) => onChange({ intoId })} />;
    case 'WEIGH':
      return (
        <>
          <Options label="是不是要由村民会议定的事" options={[{ value: 'NONE' as const, title: '都不是' }, ...RESERVED_MATTERS.map((value) => ({ value, title: RESERVED_WORDS[value] }))]} value={input.reserved} onChange={(reserved) => onChange({ reserved })} />
          {money('要花多少钱（元）', '不知道可以不写')}
          <Options label="村里认为是大事吗" layout="two" options={[{ value: 'YES', title: '是大事' }, { value: 'NO', title: '按规定看' }]} value={input.marked} onChange={(marked) => onChange({ marked })} />
        </>
      );
    case 'ANNOUNCE': {
      const urgent = isUrgent(input);
      const earliest = urgent ? serverNow() : input.of === 'ASSEMBLY' ? matter.earliest.assembly : matter.earliest.consultation;
      return (
        <>
          <Options label="开什么会" layout="two" options={[{ value: 'CONSULTATION', title: '议事会' }, { value: 'ASSEMBLY', title: '村民会议' }]} value={input.of} onChange={(of) => onChange({ of, day: undefined })} />
          {input.of === 'ASSEMBLY' ? <Card flush><SwitchRow title="有特殊情况，等不了这么多天" line="理由写进通知，大家都看得到" on={input.urgent} onChange={(on) => onChange({ urgent: on, day: undefined })} /></Card> : null}
          {urgent ? line('为什么等不了', 'special', '比如：防汛抢险，第二天就要定', 200) : null}
          <Field label="哪一天" hint={urgent ? '还没到的时候都行，越早通知越好' : `要提前通知，最早${formatDay(civilDateOf(earliest))}`}><DateLine label="选一天" value={input.day} from={civilDateOf(earliest)} onChange={(day) => onChange({ day })} /></Field>
          <Options label="几点" layout="three" options={HOURS} value={input.hour} onChange={(hour) => onChange({ hour })} />
          {line('在哪里', 'place')}
          {line('请哪些人', 'invitees', '跟这件事有关的人；需要时请镇上、代表、懂行的人', 200)}
        </>
      );
    }
    case 'MINUTES':
      return <Counts fields={[['到会几人', 'present']]} input={input} onChange={onChange} />;
    case 'PARTY_STEP':
    case 'VILLAGE_STEP': {
      const step = stepNow(act, matter);
      return (
        <>
          {step === undefined ? null : <Note tone="go" icon="info" title={`第 ${matter.passed.length + 1} 步：${STEP_WORDS[step]}`}>{isVote(step) ? '要两位计票人，附会议记录的照片。' : '过半数到会，过半数同意。'}</Note>}
          {step === 'RESOLVE' ? <Options label="哪种会" options={RESOLVING.map((value) => ({ value, title: RESOLVING_WORDS[value] }))} value={input.meeting} onChange={(meeting) => onChange({ meeting })} /> : null}
          <Field label="哪一天开的"><DateLine label="选一天" value={input.day} to={today} onChange={(day) => onChange({ day })} /></Field>
          <Counts fields={[['应到几人', 'members'], ['实到几人', 'present'], ['赞成', 'yes'], ['反对', 'no'], ['弃权', 'abstain'], ['无效', 'invalid'], ...(input.meeting === 'REPRESENTATIVES' ? [['村民代表几人', 'representatives'], ['妇女代表几人', 'women']] as const : [])]} input={input} onChange={onChange} />
          {line('到会的是哪些人', 'attendance', '比如：支委 5 人全到', 100)}
          {isVote(step) ? [0, 1].map((nth) => (
            <Field key={nth} label={`计票人${nth === 0 ? '一' : '二'}`}>
              <Input label={`计票人${nth === 0 ? '一' : '二'}`} value={input.tellers[nth] ?? ''} onInput={(name) => onChange({ tellers: nth === 0 ? [name, input.tellers[1]] : [input.tellers[0], name] })} maxLength={20} />
            </Field>
          )) : null}
        </>
      );
    }
    case 'BALLOT':
      return (
        <>
          <Note tone="plain" icon="info">名单先公示五天，再投三天。投票是听意见，最后按规定的会议定。</Note>
          {line('问什么', 'question')}
          <Field label="先说明几句" optional="可以不写"><TextArea label="先说明几句" value={input.about} onInput={(about) => onChange({ about })} maxLength={300} /></Field>
          <Field label="选项" hint="一行写一个，弃权会自动加上"><TextArea label="选项" value={input.options} onInput={(options) => onChange({ options })} maxLength={300} /></Field>
          <Options label="怎么投" layout="two" options={[{ value: 'HOUSEHOLD', title: '一户一票' }, { value: 'PERSON', title: '一人一票' }]} value={input.unit} onChange={(unit) => onChange({ unit })} />
        </>
      );
    case 'CANCEL_BALLOT':
      return matter.box === undefined ? null : <Note tone="plain" icon="ballot" title={matter.box.question}>取消以后可以重新准备一次，名单再公示五天。</Note>;
    case 'AGREE_TO_CANCEL':
      return matter.box === undefined ? null : <Note tone="you" icon="ballot" title={matter.box.question}>{`村里想取消：${matter.box.cancelReason ?? ''}`}</Note>;
    case 'DECIDE':
      return (
        <>
          {matter.costInFen === undefined ? null : <Note tone="plain" icon="info">{`商量的时候说要花 ${moneyWords(matter.costInFen)}`}</Note>}
          {line('谁负责', 'who')}
          <Field label="哪天前办好"><DateLine label="选一天" value={input.day} from={today} onChange={(day) => onChange({ day })} /></Field>
          {money('花多少钱（元）', '不花写 0')}
        </>
      );
    case 'PROGRESS':
    case 'FINISH':
      return money('到现在花了多少（元）', '没花可以不写');
    case 'UPDATE':
      return (
        <>
          <Options label="更新哪一个" layout="two" options={matter.publications.map(({ what }) => ({ value: what, title: what === 'DECISION' ? '决定' : '结果' }))} value={input.what} onChange={(what) => onChange({ what })} />
          {input.what === 'DECISION' && (matter.stage === 'DECIDED' || matter.stage === 'DOING') ? <Field label="改哪天前办好" optional="不改不用选"><DateLine label="选一天" value={input.day} from={today} onChange={(day) => onChange({ day })} /></Field> : null}
        </>
      );
    case 'ANSWER_SUPERVISION': {
      const opinion = matter.entries.find(({ nth }) => nth === openOpinion(matter));
      return opinion?.text === undefined ? null : <Note tone="you" icon="eye" title={`${opinion.by}的意见`}>{opinion.text}</Note>;
    }
    default:
      return null;
  }
}

type CountKey = 'present' | 'members' | 'yes' | 'no' | 'abstain' | 'invalid' | 'representatives' | 'women';

interface CountsProps extends Pick<ActFieldsProps, 'input' | 'onChange'> {
  readonly fields: readonly (readonly [string, CountKey])[];
}

function Counts({ fields, input, onChange }: CountsProps): ReactNode {
  return (
    <View className="p-act__counts">
      {fields.map(([label, key]) => <Field key={key} label={label}><Input label={label} type="number" value={input[key]} onInput={(value) => onChange({ [key]: value })} maxLength={6} /></Field>)}
    </View>
  );
}
