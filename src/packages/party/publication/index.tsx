import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { POINTS_ARE_INPUT, pointsWords, publicationWords, shortDay } from '@/domain/wording/party';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { PublicationView } from '@/services/views';
import { BranchPage } from '../branch-page';
import { ObjectSheet, type About } from './object-sheet';

/** What the branch publishes each quarter to its members, who may object within some days (PTY-10). */
export default function Publications(): ReactNode {
  return <BranchPage title="积分公示">{(village) => <OfBranch village={village} />}</BranchPage>;
}

function OfBranch({ village }: { readonly village: string }): ReactNode {
  const page = usePageData(`points:publications:${village}`, () => api.points.publications({ village }));
  return (
    <Page title="积分公示" staleAt={page.staleAt}>
      <Loaded page={page} isEmpty={({ items }) => items.length === 0} empty={{ title: '还没有公示', line: '每个季度完了，支部把大家的积分公布在这里。', icon: 'board' }}>
        {({ items }) => (
          <>
            <Note tone="plain" icon="lock">{`只给本支部的党员看，按姓名排。${POINTS_ARE_INPUT}`}</Note>
            {[...items].sort((one, other) => other.n - one.n).map((one, index) => <Published key={one.n} village={village} published={one} newest={index === 0} onObjected={() => void page.reload()} />)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface PublishedProps {
  readonly village: string;
  readonly published: PublicationView;
  /** Older ones are folded up. */
  readonly newest: boolean;
  readonly onObjected: () => void;
}

function Published({ village, published, newest, onObjected }: PublishedProps): ReactNode {
  const [open, setOpen] = useState(newest);
  const [about, setAbout] = useState<About>();
  const own = useMe().data?.person?.id;
  const { n, upTo, publishedAt, objectionsUntil, rows, objections, mayObject } = published;
  const now = serverNow();
  const title = publicationWords(n, upTo);
  if (!open) return <Card flush><Row icon="board" tone="plain" title={title} line={`算到 ${shortDay(upTo)}，${rows.length} 人`} end="展开" onTap={() => setOpen(true)} /></Card>;
  return (
    <Section title={title} aside={`算到 ${shortDay(upTo)}`}>
      {mayObject ? <Note tone="go" icon="info">{`${formatMoment(publishedAt, now)}公布的。哪一位的分不对，点名字提异议，最晚${formatDue(objectionsUntil, now)}。`}</Note> : <View className="t-hint">{`${formatMoment(publishedAt, now)}公布，提异议的时间过了`}</View>}
      <Card flush>
        {rows.map(({ personId, name, base, bonus, deducted, total }) => {
          const mine = personId === own;
          const parts = `基础 ${pointsWords(base)}，加 ${pointsWords(bonus)}，扣 ${pointsWords(Math.abs(deducted))}`;
          return (
            <Row
              key={personId}
              title={mine ? `${name}（您）` : name}
              strong={mine}
              line={parts}
              end={<View className="t-num">{`${pointsWords(total)} 分`}</View>}
              {...(mayObject ? { onTap: () => setAbout({ personId, name }), label: `${name}${mine ? '，您' : ''}，${pointsWords(total)} 分，${parts}，提异议` } : {})}
            />
          );
        })}
      </Card>
      {objections.length === 0 ? null : (
        <Section title="提的异议" count={`${objections.length} 条`}>
          <Card flush>{objections.map(({ id, by, about: subject, text, answer, own: mine }) => <Row key={id} icon="speak" tone="plain" title={`${mine ? '您' : by}说${rows.find(({ personId }) => personId === subject)?.name ?? subject}：${text}`} line={answer === undefined ? '等支部答复' : `支部答复：${answer}`} />)}</Card>
        </Section>
      )}
      {about === undefined ? null : <ObjectSheet village={village} published={published} about={about} onClose={() => setAbout(undefined)} onSent={() => { setAbout(undefined); onObjected(); }} />}
    </Section>
  );
}
