import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { answerLine, objectionTitle } from '@/domain/wording/voting-roll';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

type Mine = Awaited<ReturnType<typeof api.voting.myObjections>>['items'][number];

/** What I asked or objected to about rolls and results, and what was answered. Nothing of it is kept on the phone. */
export default function MyObjections(): ReactNode {
  const page = usePageData('my-objections', () => api.voting.myObjections(), { keep: false });
  return (
    <Page title="我提的异议">
      <Loaded page={page} isEmpty={({ items }) => items.length === 0} empty={{ title: '您还没提过', line: '名单写错了、票数不对，都可以提，三天内回您。', icon: 'speak' }}>
        {({ items }) => <>{items.map((one) => <OneObjection key={one.objectionId} objection={one} />)}</>}
      </Loaded>
    </Page>
  );
}

function OneObjection({ objection }: { readonly objection: Mine }): ReactNode {
  const { open, accepted, text, answer } = objection;
  return (
    <Card>
      <View className="l-stack">
        <View className="l-line l-wrap"><Chip tone={open ? 'go' : accepted === true ? 'ok' : 'idle'} text={open ? '等着回' : '回了'} /><View className="t-hint">{answerLine(objection, serverNow())}</View></View>
        <View className="t-label">{objectionTitle(objection)}</View>
        <View>{text}</View>
        {answer === undefined ? null : <View className="t-hint">{`村里回：${answer}`}</View>}
      </View>
    </Card>
  );
}
