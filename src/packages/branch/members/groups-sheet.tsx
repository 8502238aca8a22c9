import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';

/** The contract takes at most this many. */
const MOST = 20;

interface GroupsSheetProps {
  readonly village: string;
  readonly groups: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 党小组, as the branch calls them. */
export function GroupsSheet({ village, groups, onClose, onDone }: GroupsSheetProps): ReactNode {
  const [list, setList] = useState(groups);
  const [name, setName] = useState('');
  const save = useAct((requestId, next: readonly string[]) => api.points.saveGroups({ requestId, village, groups: [...next] }), { done: onDone, said: '存好了', quiet: true });
  const fresh = name.trim();
  return (
    <Sheet open title="党小组" onClose={onClose} busy={save.busy} error={save.errorLine} bar={<Bar main={{ text: '存下来', busy: save.busy ? '正在存…' : undefined, onTap: () => void save.run(list) }} hint="谁在哪个小组，点开那位党员来改" />}>
      {list.length === 0 ? null : <Card flush>{list.map((group) => <Row key={group} icon="people" tone="plain" title={group} end="去掉" label={`去掉：${group}`} onTap={() => setList(list.filter((one) => one !== group))} />)}</Card>}
      <Field label="加一个小组"><Input label="加一个小组" value={name} onInput={setName} maxLength={40} placeholder="第一党小组" /></Field>
      <Button wide icon="plus" text="加上" reason={fresh === '' ? '先写名字' : list.includes(fresh) ? '已经有了' : list.length >= MOST ? `最多 ${MOST} 个` : undefined} onTap={() => { setList([...list, fresh]); setName(''); }} />
    </Sheet>
  );
}
