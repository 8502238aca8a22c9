import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { CodeToConfirm } from '@/services/views';
import { DeskPage } from '../desk-page';
import { useKeeps } from '../keeper';
import { NoDesk } from '../no-desk';

interface Shown {
  readonly code: string;
  readonly person: string;
  readonly expiresAt: number;
}

/** Codes that another officer issued and this one confirms. The code is shown once, to be handed over in person. */
export default function Codes(): ReactNode {
  const page = usePageData('codes', () => api.people.codesToConfirm(), { keep: false });
  const keeps = useKeeps();
  const [shown, setShown] = useState<Shown>();
  const confirm = useAct((requestId, codeId: string) => api.people.confirmCode({ requestId, codeId }), {
    done: (answer) => {
      setShown(answer);
      void page.reload();
    },
    quiet: true,
  });

  async function ask({ codeId, person, issuedBy }: CodeToConfirm): Promise<void> {
    const { confirm: agreed } = await Taro.showModal({ title: `确认是${person}`, content: `${issuedBy}发的。${person}本人在面前，证件看过了，才能确认。码只显示一次。`, confirmText: '看过了', cancelText: '还没有' });
    if (agreed) await confirm.run(codeId);
  }

  if (!keeps && page.state !== 'loading') return <DeskPage title="核实码" at="people"><NoDesk /></DeskPage>;
  return (
    <DeskPage title="核实码" at="people">
      {shown === undefined ? null : <CodeOnce shown={shown} onDone={() => setShown(undefined)} />}
      {confirm.errorLine === undefined ? null : <Note tone="bad" said="alert">{confirm.errorLine}</Note>}
      <Loaded page={page} isEmpty={({ items }) => items.length === 0 && shown === undefined} empty={{ title: '没有等您确认的码', line: '别的值班员发了码，会到这里。自己发的码，要请别人确认。', icon: 'ticket' }}>
        {({ items }) => (items.length === 0 ? null : (
          <Section title="等您确认" count={`${items.length} 个`} countTone="you">
            <Card flush>
              {items.map((item) => (
                <Row
                  key={item.codeId}
                  icon="ticket"
                  tone="you"
                  title={item.person}
                  line={`${item.issuedBy} ${formatMoment(item.at, serverNow())}发的，${formatMoment(item.expiresAt, serverNow())}前有效`}
                  end={confirm.busy ? '正在办…' : '确认'}
                  {...(confirm.busy ? {} : { onTap: () => void ask(item) })}
                />
              ))}
            </Card>
          </Section>
        ))}
      </Loaded>
    </DeskPage>
  );
}

/** The code, large, once: it is neither kept on the phone nor shown again. */
function CodeOnce({ shown, onDone }: { readonly shown: Shown; readonly onDone: () => void }): ReactNode {
  return (
    <Card>
      <View className="l-stack3">
        <View className="t-title">{`${shown.person}的核实码`}</View>
        <View className="p-desk__code">{shown.code}</View>
        <Note tone="you" icon="eye">{`只显示这一次。请当面交给${shown.person}，让他自己在“我是哪一家”里写，${formatMoment(shown.expiresAt, serverNow())}前有效。`}</Note>
        <Button wide text="交给他了，收起来" onTap={onDone} />
      </View>
    </Card>
  );
}
