import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Field, TextArea } from '@/components/field';
import { stageChip } from '@/components/issue/progress';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { useAct } from '@/hooks/use-act';
import { openMatter } from '@/packages/desk/menu';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { QueueItem } from '@/services/views';

interface OverdueRowProps {
  readonly issue: QueueItem;
  readonly onChanged: () => void;
}

/** One late matter: where, who has it, by how much. 督办 asks the owner to see to it; nobody presses themselves, nor who stands above. */
export function OverdueRow({ issue, onChanged }: OverdueRowProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const urge = useAct((requestId, words: string) => api.issues.urge({ requestId, issueId: issue.issueId, text: words }), {
    done: () => {
      setOpen(false);
      setText('');
      onChanged();
    },
    said: '督办了，他会收到',
    quiet: true,
  });
  return (
    <View className="p-overdue-row">
      <Tap className="p-overdue-row__what" onTap={() => openMatter(issue.issueId)} label={`${issue.title}，${issue.village}，${issue.owner.name}`}>
        <View className="p-overdue-row__title">{issue.title}</View>
        <View className="t-small">{issue.place} · {issue.owner.name}</View>
      </Tap>
      <View className="p-overdue-row__act">
        <Chip {...stageChip(issue, serverNow())} />
        {issue.nextAct === 'URGE' ? <Button small kind="line" text="督办" label={`督办${issue.title}`} onTap={() => setOpen(true)} /> : null}
        {issue.nextAct === undefined || issue.nextAct === 'URGE' ? null : <Button small kind="line" text="去办" label={`去办${issue.title}`} onTap={() => openMatter(issue.issueId)} />}
      </View>
      <Sheet
        open={open}
        title={`督办：${issue.title}`}
        onClose={() => setOpen(false)}
        busy={urge.busy}
        bar={<Bar main={{ text: '督办', onTap: () => void urge.run(text.trim()), reason: text.trim() === '' ? '先写一句要求' : undefined, busy: urge.busy ? '正在送…' : undefined }} hint={`${issue.owner.name}会收到，办理过程里也会记一笔`} />}
      >
        {urge.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{urge.errorLine}</Note>}
        <Field label="要求"><TextArea label="要求" value={text} onInput={setText} maxLength={300} placeholder="比如：今天先去看现场，明天回话" /></Field>
      </Sheet>
    </View>
  );
}
