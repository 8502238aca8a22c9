import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Card } from '@/components/card';
import { DateLine } from '@/components/date-line';
import { Field, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Options } from '@/components/options';
import { SwitchRow } from '@/components/switch-row';
import { civilDateOf } from '@/domain/basics/civil-time';
import { signedPoints } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { BranchView } from '@/services/views';
import { BranchChoice } from '../branch-choice';
import { useBranch } from '../use-branch';
import { useMembers } from '../use-members';

/** The contract takes at most this many members at once. */
const MOST = 15;

type Items = Awaited<ReturnType<typeof api.points.items>>;

/** What the branch enters of one or several members: who was absent, or a listed good deed (PTY-08). Somebody else approves it. */
export default function Record(): ReactNode {
  const { me, offices, office, choose } = useBranch();
  const members = useMembers(office?.village);
  const items = usePageData(`branch:${office?.village ?? ''}:items`, () => (office === undefined ? Promise.resolve(undefined) : api.points.items({ village: office.village })), { keep: false });
  if (office === undefined) return <DeskPage title="记一笔" at="record"><Loaded page={me}>{() => <NoDesk />}</Loaded></DeskPage>;
  if (members.data === undefined || items.data === undefined) return <DeskPage title="记一笔" at="record"><Loaded page={items}>{() => <Loaded page={members}>{() => null}</Loaded>}</Loaded></DeskPage>;
  return <Form key={office.village} village={office.village} items={items.data} members={members.data.members} head={<BranchChoice offices={offices} office={office} onChoose={choose} />} />;
}

interface FormProps {
  readonly village: string;
  readonly items: Items;
  readonly members: BranchView['members'];
  readonly head: ReactNode;
}

const KINDS = [{ value: 'LESS', title: '扣分' }, { value: 'MORE', title: '加分' }] as const;

function Form({ village, items, members, head }: FormProps): ReactNode {
  const today = civilDateOf(serverNow());
  const [kind, setKind] = useState<'LESS' | 'MORE'>('LESS');
  const [item, setItem] = useState<string>();
  const [on, setOn] = useState(today > items.to ? items.to : today);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const record = useAct((requestId, input: Omit<Parameters<typeof api.points.record>[0], 'requestId'>) => api.points.record({ requestId, ...input }), {
    done: () => { setPeople([]); setText(''); void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined); },
    said: '记下了，等另一位审',
    quiet: true,
  });
  const offered = items.items.filter(({ tenths }) => (kind === 'LESS' ? tenths < 0 : tenths > 0));
  const here = members.filter(({ left }) => !left);
  const reason = item === undefined ? '先选记什么' : people.length === 0 ? '先选是哪几位' : text.trim() === '' ? '先写一句是怎么回事' : undefined;

  function send(): void {
    if (item !== undefined) void record.run({ village, on, item, people: [...people], text: text.trim() });
  }

  return (
    <DeskPage title="记一笔" line="扣分和加分都要另一位审过才算" at="record" bar={<Bar main={{ text: people.length > 1 ? `记 ${people.length} 位` : '记下来', reason, busy: record.busy ? '正在记…' : undefined, onTap: send }} hint="他们会看到是什么事、谁记的，也可以申诉" error={record.errorLine} />}>
      {head}
      <Options label="扣分还是加分" layout="two" options={KINDS} value={kind} onChange={(next) => { setKind(next); setItem(undefined); }} />
      <Field label="记什么">
        <Options label="记什么" layout="two" options={offered.map(({ id: value, name, sectionName, tenths }) => ({ value, title: name, line: `${signedPoints(tenths)}，${sectionName}` }))} value={item} onChange={setItem} />
      </Field>
      <Field label="哪一天"><DateLine label="选哪一天" value={on} onChange={setOn} from={items.from} to={today < items.to ? today : items.to} /></Field>
      <Field label="哪几位" hint={people.length === 0 ? `一次最多 ${MOST} 位` : `选了 ${people.length} 位`}>
        <Card flush>
          {here.map(({ personId, name, group, own }) => {
            const chosen = people.includes(personId);
            return (
              <SwitchRow
                key={personId}
                title={name}
                {...(group === undefined ? {} : { line: group })}
                reason={own ? '您自己的，请另一位来记' : !chosen && people.length >= MOST ? `一次最多 ${MOST} 位` : undefined}
                on={chosen}
                onChange={(yes) => setPeople(yes ? [...people, personId] : people.filter((one) => one !== personId))}
              />
            );
          })}
        </Card>
      </Field>
      <Field label="怎么回事" hint="一句话就行，比如：10月主题党日没来"><TextArea label="怎么回事" value={text} onInput={setText} maxLength={300} /></Field>
    </DeskPage>
  );
}
