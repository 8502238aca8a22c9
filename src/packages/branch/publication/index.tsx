import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { DataTable } from '@/components/desk/data-table';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { formatDay, formatDateTime, formatDue, formatMoment } from '@/domain/basics/civil-time';
import { POINTS_ARE_INPUT, pointsWords, publicationWords, signedPoints } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { useSaveSheet } from '@/hooks/use-save-sheet';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import type { BranchOffice } from '@/services/branch-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { PublicationView } from '@/services/views';
import { BranchChoice } from '../branch-choice';
import { SaySheet } from '../say-sheet';
import { useBranch } from '../use-branch';
import { categoryName, useScheme, type Scheme } from '../use-scheme';
import '../branch.scss';

type Publications = Awaited<ReturnType<typeof api.points.publications>>;
type Objection = PublicationView['objections'][number];

/** The branch's ledger as all its members see it each quarter, and what they object (PTY-10). */
export default function PublicationDesk(): ReactNode {
  const { me, offices, office, choose } = useBranch();
  const village = office?.village;
  const page = usePageData(`publications:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.points.publications({ village })), { keep: false });
  const branch = usePageData(`branch:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.points.branch({ village })), { keep: false });
  const scheme = useScheme(branch.data?.cycle);
  const cycle = branch.data?.cycle;
  const due = page.data?.due;
  const publish = useAct((requestId, n: number) => api.points.publish({ requestId, village: village ?? '', cycle: cycle ?? 0, n }), { done: () => void page.reload(), said: '公示了，每位党员都会收到' });

  async function sure(n: number): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '公示给全支部？', content: '照现在的积分，按姓名排。公示了不能改，有错的答复异议、冲正。', confirmText: '公示', cancelText: '再看看' });
    if (confirm) await publish.run(n);
  }

  return (
    <DeskPage
      title="积分公示"
      {...(branch.data === undefined ? {} : { line: branch.data.name })}
      at="publication"
      staleAt={page.staleAt}
      bar={due === undefined || office?.secretary !== true || cycle === undefined ? undefined : <Bar main={{ text: `公示第 ${due.n} 期`, busy: publish.busy ? '正在公示…' : undefined, onTap: () => void sure(due.n) }} hint={`最晚${formatDay(due.by)}公示`} />}
    >
      <BranchChoice offices={offices} office={office} onChoose={choose} />
      <Loaded page={me}>
        {() => (office === undefined ? <NoDesk /> : (
          <Loaded page={page} isEmpty={(answer) => answer?.items.length === 0 && answer.due === undefined} empty={{ title: '还没到公示的时候', line: '一个季度过完，十天内公示给全支部。', icon: 'board' }}>
            {(answer) => (answer === undefined ? null : <All office={office} answer={answer} scheme={scheme.data} branchName={branch.data?.name ?? office.name} onChanged={() => void page.reload()} />)}
          </Loaded>
        ))}
      </Loaded>
    </DeskPage>
  );
}

interface AllProps {
  readonly office: BranchOffice;
  readonly answer: Publications;
  readonly scheme: Scheme | undefined;
  readonly branchName: string;
  readonly onChanged: () => void;
}

function All({ office, answer: { items, due }, scheme, branchName, onChanged }: AllProps): ReactNode {
  const [printed, setPrinted] = useState<PublicationView>();
  const newest = [...items].sort((one, other) => other.publishedAt - one.publishedAt);
  const onPaper = printed ?? newest[0];
  return (
    <>
      <View className="p-screen l-blocks">
        {due === undefined || office.secretary ? null : <Note tone="you" icon="clock">{`第 ${due.n} 期还没公示，最晚${formatDay(due.by)}，由书记来公示。`}</Note>}
        {newest.map((one, at) => <One key={`${one.cycle}:${one.n}`} office={office} published={one} open={at === 0} scheme={scheme} onPrint={() => { setPrinted(one); setTimeout(() => window.print(), 0); }} onChanged={onChanged} />)}
      </View>
      {onPaper === undefined ? null : (
        <View className="p-paper">
          <View className="p-paper__title">{`${branchName}党员积分公示（${onPaper.cycle}年${publicationWords(onPaper.n, onPaper.upTo)}）`}</View>
          <View className="p-paper__line">{`截至${formatDay(onPaper.upTo)}，${formatDateTime(onPaper.publishedAt)}公示。按姓名排。${POINTS_ARE_INPUT}`}</View>
          <Rows published={onPaper} scheme={scheme} />
          <View className="p-paper__sign">支部书记（签字）：　　　　　　　　监督人（签字）：　　　　　　　　　　年　　月　　日</View>
        </View>
      )}
    </>
  );
}

interface OneProps {
  readonly office: BranchOffice;
  readonly published: PublicationView;
  readonly open: boolean;
  readonly scheme: Scheme | undefined;
  readonly onPrint: () => void;
  readonly onChanged: () => void;
}

function One({ office: { village, approves }, published, open, scheme, onPrint, onChanged }: OneProps): ReactNode {
  const now = serverNow();
  const { cycle, n, upTo, publishedAt, objectionsUntil, objections, mayAnswer } = published;
  const [shown, setShown] = useState(open);
  const [answering, setAnswering] = useState<Objection>();
  const save = useSaveSheet(() => api.ledgers.publicationSheet({ village, cycle, n }));
  const answer = useAct((requestId, { objectionId, text }: { readonly objectionId: string; readonly text: string }) => api.points.answerObjection({ requestId, village, cycle, n, objectionId, answer: text }), { done: () => { setAnswering(undefined); onChanged(); }, said: '答复了', quiet: true });
  const waiting = objections.filter((one) => one.answer === undefined).length;
  const nameOf = (personId: string) => published.rows.find((row) => row.personId === personId)?.name ?? '';
  return (
    <Section title={`${cycle}年${publicationWords(n, upTo)}`} {...(waiting === 0 ? {} : { count: `${waiting} 条异议等答复`, countTone: 'you' as const })}>
      <View className="t-hint">{`${formatMoment(publishedAt, now)}公示，截至${formatDay(upTo)}。${now < objectionsUntil ? `可以提异议，最晚${formatDue(objectionsUntil, now)}` : '提异议的时间过了'}`}</View>
      {objections.length === 0 ? null : objections.map((objection) => (
        <Card key={objection.id} className="l-stack">
          <View className="l-between l-wrap"><View className="t-label">{`${objection.by}：关于${nameOf(objection.about)}`}</View>{objection.answer === undefined ? <Chip tone={mayAnswer ? 'you' : 'idle'} icon="clock" text="等答复" /> : <Chip tone="ok" text="答复了" />}</View>
          <View className="t-read">{objection.text}</View>
          {objection.answer === undefined ? null : <Note tone="plain" icon="speak" title="支部答复">{objection.answer}</Note>}
          {objection.answer !== undefined || !mayAnswer ? null : objection.own ? <View className="t-hint">您自己提的，请另一位答复</View> : <Button wide kind="line" icon="speak" text="答复" label={`答复：${objection.text}`} onTap={() => setAnswering(objection)} />}
        </Card>
      ))}
      {shown ? <Card><Rows published={published} scheme={scheme} /></Card> : null}
      <View className="l-line l-wrap">
        <Button small text={shown ? '收起来' : '看名单'} label={`${shown ? '收起来' : '看名单'}：${publicationWords(n, upTo)}`} onTap={() => setShown(!shown)} />
        {approves ? <Button small icon="save" text="存成表格" label={`存成表格：${publicationWords(n, upTo)}`} busy={save.busy ? '正在写表…' : undefined} onTap={() => void save.run(null)} /> : null}
        {process.env.TARO_ENV === 'h5' ? <Button small icon="board" text="打印" label={`打印：${publicationWords(n, upTo)}`} onTap={onPrint} /> : null}
      </View>
      {answering === undefined ? null : <SaySheet key={answering.id} title="答复异议" line={answering.text} question="答复的话" hint="查了什么、结果怎样" button="答复他" told="全支部都看得到" act={answer} onSend={(text) => void answer.run({ objectionId: answering.id, text })} onClose={() => setAnswering(undefined)} />}
    </Section>
  );
}

/** By name, never by points (BUR-01). */
function Rows({ published: { rows, n, upTo }, scheme }: { readonly published: PublicationView; readonly scheme: Scheme | undefined }): ReactNode {
  return (
    <DataTable
      caption={`${publicationWords(n, upTo)}积分`}
      rows={rows}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', head: '姓名', cell: ({ name }) => name },
        { key: 'category', head: '类别', cell: ({ category }) => categoryName(scheme, category) },
        { key: 'base', head: '基础', cell: ({ base }) => pointsWords(base), numeric: true },
        { key: 'bonus', head: '加分', cell: ({ bonus }) => signedPoints(bonus), numeric: true },
        { key: 'deducted', head: '扣分', cell: ({ deducted }) => signedPoints(-Math.abs(deducted)), numeric: true },
        { key: 'total', head: '合计', cell: ({ total }) => pointsWords(total), numeric: true },
      ]}
    />
  );
}
