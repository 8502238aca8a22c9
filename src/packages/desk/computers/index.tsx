import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { formatMoment, formatTime } from '@/domain/basics/civil-time';
import { askingIn } from '@/domain/people/desk-link';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { atDesk } from '@/services/desk';
import { serverNow, setServerNow } from '@/services/server-clock';
import type { DeskSessionView } from '@/services/views';
import { TypeCode } from './type-code';

/** Signing a computer in, and the computers that are signed in: each can be sent out from here at once. */
export default function Computers(): ReactNode {
  const page = usePageData('computers', readSessions, { keep: false });
  const [typing, setTyping] = useState(process.env.TARO_ENV === 'h5');
  const end = useAct((requestId, session: string) => api.desk.end({ requestId, session }), { done: () => void page.reload(), said: '那台电脑退出了' });
  const endAll = useAct((requestId, _: null) => api.desk.endAll({ requestId }), { done: () => void page.reload(), said: '都退出了' });

  async function askAll(): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '全部退出', content: '登录着的电脑马上都退出，没交的字不会留下。', confirmText: '全部退出', cancelText: '先不退' });
    if (confirm) await endAll.run(null);
  }

  return (
    <Page title="在电脑上办公">
      {atDesk() ? null : (
        <Card className="l-blocks">
          <View>电脑上打开县里给的网址，会出来一个码。工作台上的事在电脑上一样办，还能导名册、导表、打印。</View>
          {process.env.TARO_ENV === 'h5' ? null : <Button kind="fill" wide icon="camera" text="扫电脑上的码" onTap={() => void scan()} />}
          {typing ? <TypeCode /> : <Button wide text="扫不了，写 8 个数字" onTap={() => setTyping(true)} />}
        </Card>
      )}
      <Section title="登录着的电脑">
        <Loaded page={page} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有电脑登录着', line: '登录了的电脑会列在这里，随时能让它退出', icon: 'desk' }}>
          {({ items, idleMinutes }) => (
            <>
              <Card flush>{items.map((item) => <SessionRow key={item.id} item={item} busy={end.busy} onEnd={() => void end.run(item.id)} />)}</Card>
              <Note tone="plain" icon="clock">{`${idleMinutes} 分钟没人动，电脑自己退出。`}</Note>
              {items.length > 1 ? <Button wide kind="danger" text="全部退出" busy={endAll.busy ? '正在退出…' : undefined} onTap={() => void askAll()} /> : null}
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

function SessionRow({ item: { browser, at, endsAt, here }, busy, onEnd }: { readonly item: DeskSessionView; readonly busy: boolean; readonly onEnd: () => void }): ReactNode {
  const line = `${formatMoment(at, serverNow())} 登录，最晚到 ${formatTime(endsAt)}`;
  if (here) return <Row icon="desk" title={browser} line={line} end={<Chip tone="go" icon="check" text="这一台" />} />;
  return <Row icon="desk" title={browser} line={line} end={busy ? '正在退出…' : '让它退出'} label={`让它退出，${browser}，${line}`} {...(busy ? {} : { onTap: onEnd })} />;
}

async function readSessions() {
  const sessions = await api.desk.sessions();
  setServerNow(sessions.now);
  return sessions;
}

/** In WeChat only: a browser has no scanner. */
async function scan(): Promise<void> {
  const scanned = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(({ result }) => result, () => undefined);
  if (scanned === undefined) return;
  const id = askingIn(scanned);
  if (id === undefined) toast('这不是电脑登录的码');
  else void Taro.navigateTo({ url: `/packages/desk/confirm/index?id=${id}` });
}
