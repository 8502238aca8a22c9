import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { ApplicationView } from '@/services/views';
import { DeskPage } from '../desk-page';
import { NoDesk } from '../no-desk';
import { useKeeps } from '../keeper';
import { useDesk } from '../use-desk';
import { WhichVillage } from '../which-village';
import { AnswerSheet } from './answer-sheet';

/** People who asked to be put on the roster, the longest waiting first. */
export default function Applications(): ReactNode {
  const { me, village } = useDesk();
  const keeps = useKeeps();
  return (
    <DeskPage title="申请" at="people">
      <Loaded page={me}>{() => (village === undefined ? <WhichVillage at="applications" /> : !keeps ? <NoDesk /> : <List village={village} />)}</Loaded>
    </DeskPage>
  );
}

function List({ village }: { readonly village: string }): ReactNode {
  const list = usePages(`applications:${village}`, ({ after }) => api.people.applications({ village, ...(after === undefined ? {} : { after }) }), { keep: false });
  const [open, setOpen] = useState<ApplicationView>();
  useReachBottom(() => void list.more());
  return (
    <>
      <Loaded page={list.first} isEmpty={({ items }) => items.length === 0} empty={{ title: '没有等您看的申请', line: '不在名册上的人可以自己申请，会到这里。' }}>
        {() => (
          <Card flush>
            {list.items.map((item) => (
              <Row key={item.applicationId} icon="me" tone="you" title={item.name} line={`${formatMoment(item.at, serverNow())}；${item.text === '' ? '没写情况' : item.text}`} onTap={() => setOpen(item)} />
            ))}
          </Card>
        )}
      </Loaded>
      {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
      {open === undefined ? null : (
        <AnswerSheet key={open.applicationId} application={open} village={village} onClose={() => setOpen(undefined)} onAnswered={() => { setOpen(undefined); void list.first.reload(); }} />
      )}
    </>
  );
}
