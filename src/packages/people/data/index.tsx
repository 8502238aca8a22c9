import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { forgetPageData, usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { forgetDrafts } from '@/services/drafts';
import { serverNow } from '@/services/server-clock';
import { AskRights, type RightsKind } from './ask-rights';
import { FamilyPhones } from './family-phones';

/** What is held about me, why and until when; correct it, take a copy, unbind, delete (PRV-06). Never kept on the phone. */
export default function MyData(): ReactNode {
  const page = usePageData('my-data', () => api.people.myData(), { keep: false });
  const requests = usePageData('my-requests', () => api.people.myRequests(), { keep: false });
  const me = useMe();
  const [asking, setAsking] = useState<RightsKind>();
  const unbind = useAct((requestId, personId: string) => api.people.unbind({ requestId, personId }), { done: startAgain, said: '解除了' });
  const remove = useAct((requestId, _: null) => api.people.deleteAccount({ requestId }), { done: startAgain, said: '注销了' });

  async function confirmUnbind(): Promise<void> {
    const personId = me.data?.person?.id;
    if (personId === undefined) return;
    const acting = me.data?.family.find(({ id }) => id === personId);
    const content = acting?.relation === 'FAMILY' ? `这部手机就不再替${acting.name}办事了。报过的事还在。` : '这部手机就不认得您了。报过的事还在，重新绑定就能看到。';
    const { confirm } = await Taro.showModal({ title: '解除绑定', content, confirmText: '解除', cancelText: '不解除' });
    if (confirm) await unbind.run(personId);
  }

  async function confirmRemove(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '注销', content: '绑定、草稿和收件箱都会删掉，不能恢复。村里的名册和报过的事按规定保存。', confirmText: '注销', cancelText: '不注销' });
    if (confirm) await remove.run(null);
  }

  return (
    <Page title="我的信息">
      <Loaded page={page}>
        {(data) => (
          <>
            <Note tone="plain" icon="lock" title="谁在保管">{data.processor}</Note>
            <Section title="存了哪些">
              <Card flush>{data.held.map(({ label, value, why, until }) => <Row key={label} title={`${label}：${value}`} line={`${why}；${until}`} />)}</Card>
            </Section>
            <Section title="您可以">
              <Card flush>
                <Row icon="edit" title="有错，请改" onTap={() => setAsking('CORRECT')} />
                <Row icon="save" title="拿一份走" line="复制下来，自己存着" onTap={() => void copy(data.copy)} />
                <Row icon="info" title="为什么存，请解释" onTap={() => setAsking('EXPLAIN')} />
                <Row icon="close" title="请删掉" line="不能删的会说明原因" onTap={() => setAsking('DELETE')} />
              </Card>
            </Section>
            {me.data?.person === undefined ? null : <FamilyPhones />}
            <Section title="谁看过">
              {data.readers.length === 0 ? <Note tone="plain" icon="eye">近来没有人翻看过您的信息。</Note> : (
                <Card flush>{data.readers.map(({ at, who, what }, index) => <Row key={index} icon="eye" tone="plain" title={`${who}，${what}`} line={formatMoment(at, serverNow())} />)}</Card>
              )}
            </Section>
            {(requests.data?.items.length ?? 0) === 0 ? null : (
              <Section title="问过的">
                <Card flush>
                  {requests.data?.items.map(({ text, at, answer, answerBy }, index) => (
                    <Row key={index} title={text} line={answer ?? `${formatMoment(at, serverNow())}问的，最晚${formatDue(answerBy, serverNow())}答`} />
                  ))}
                </Card>
              </Section>
            )}
            <View className="l-stack3">
              {me.data?.person === undefined ? null : <Button wide text="解除绑定" busy={unbind.busy ? '正在解除…' : undefined} onTap={() => void confirmUnbind()} />}
              <Button wide kind="danger" text="注销" busy={remove.busy ? '正在注销…' : undefined} onTap={() => void confirmRemove()} />
            </View>
          </>
        )}
      </Loaded>
      <AskRights kind={asking} onClose={() => setAsking(undefined)} onAsked={() => void requests.reload()} />
    </Page>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text });
  } catch {
    // Nothing was lost: it stands on the screen.
    toast('没复制上，可以截图');
  }
}

/** Nothing of the person who was here stays on the phone. */
function startAgain(): void {
  forgetPageData();
  forgetDrafts();
  void Taro.reLaunch({ url: '/pages/home/index' });
}
