import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { Section } from '@/components/card';
import { Note } from '@/components/note';
import { formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { PersonRow } from '@/services/views';

interface PhoneProps {
  readonly person: PersonRow;
  readonly onChanged: () => void;
}

interface Issued {
  readonly by: string;
  readonly until: number;
}

/** A person's phone: unbound in one step when it is lost, verified by a code that two officers stand for (architecture section 4). */
export function Phone({ person, onChanged }: PhoneProps): ReactNode {
  const [issued, setIssued] = useState<Issued>();
  const unbind = useAct((requestId, personId: string) => api.people.unbindLost({ requestId, personId }), { done: onChanged, said: '解绑了，那部手机不能再用他的名字' });
  const issue = useAct((requestId, personId: string) => api.people.issueCode({ requestId, personId }), {
    done: ({ needsConfirmBy, expiresAt }) => setIssued({ by: needsConfirmBy, until: expiresAt }),
    quiet: true,
  });

  async function askUnbind(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '解绑丢失的手机', content: `那部手机马上不能再用${person.name}和他家里人的名字。`, confirmText: '解绑', cancelText: '不解' });
    if (confirm) await unbind.run(person.id);
  }

  async function askIssue(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '发核实码', content: `${person.name}本人在面前，证件看过了，才能发。`, confirmText: '看过了', cancelText: '还没有' });
    if (confirm) await issue.run(person.id);
  }

  return (
    <Section title="手机" {...(person.bound === undefined ? {} : { aside: person.bound === 'VERIFIED' ? '绑定了，核实过' : '绑定了，没核实' })}>
      {issue.errorLine === undefined ? null : <Note tone="bad" said="alert">{issue.errorLine}</Note>}
      {issued === undefined ? null : (
        <Note tone="you" icon="ticket" title="等第二位确认" said="status">{`请${issued.by}在“核实码”里确认，码会显示给他，当面念给${person.name}。${formatMoment(issued.until, serverNow())}前有效。`}</Note>
      )}
      <Button wide icon="ticket" text="发核实码" busy={issue.busy ? '正在发…' : undefined} onTap={() => void askIssue()} />
      {person.bound === undefined
        ? <Note tone="plain" icon="info">现在没有手机绑着他。</Note>
        : <Button wide kind="danger" icon="lock" text="手机丢了，解绑" busy={unbind.busy ? '正在解绑…' : undefined} onTap={() => void askUnbind()} />}
    </Section>
  );
}
