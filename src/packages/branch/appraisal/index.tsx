import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button, TextButton } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { DataTable } from '@/components/desk/data-table';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { StageRail } from '@/components/stage-rail';
import { civilDateOf, formatDay, yearOf } from '@/domain/basics/civil-time';
import { excellentWords, MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { POINTS_ARE_INPUT } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { useWide } from '@/hooks/use-wide';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import { partyTownOf } from '@/services/branch-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { AppraisalItemView, AppraisalView } from '@/services/views';
import { BranchChoice } from '../branch-choice';
import { openBranch } from '../links';
import { useBranch } from '../use-branch';
import { MeetingSheet } from './meeting-sheet';
import { OpenSheet } from './open-sheet';
import { RecordPaper } from './record-paper';
import { useAppraisal } from './use-appraisal';
import { measuredWords, RAIL, STAGE_AT, suggestedWords, whenWords } from './words';
import '../branch.scss';

/** The branch's yearly appraisal from its opening to the report; the town reads what was reported (PTY-11..13). */
export default function AppraisalDesk(): ReactNode {
  const { village: asked, year: askedYear } = useRouter().params;
  const { me, offices, office, choose } = useBranch();
  const town = partyTownOf(me.data);
  const [picked, setPicked] = useState<number>();
  const [opening, setOpening] = useState(false);
  const village = town !== undefined && asked !== undefined ? asked : office?.approves === true ? office.village : undefined;
  const page = useAppraisal(village, picked ?? (askedYear === undefined ? undefined : Number(askedYear)));
  const thisYear = yearOf(civilDateOf(serverNow()));
  const { data } = page;
  const canOpen = data?.mayOpen === true && !data.years.includes(thisYear);
  const report = useAct((requestId, of: AppraisalView) => api.appraisals.report({ requestId, village: of.village, year: of.year }), { done: () => void page.reload(), said: '上报了，每位党员会知道自己的' });

  async function sure(appraisal: AppraisalView): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '上报镇党委？', content: '上报了，评定不能再改。', confirmText: '上报', cancelText: '再看看' });
    if (confirm) await report.run(appraisal);
  }

  const left = data?.appraisal?.items.filter(({ decided, own }) => decided === undefined && !own).length ?? 0;
  const appraisal = data?.appraisal;
  return (
    <DeskPage
      title="民主评议"
      {...(appraisal === undefined ? {} : { line: `${appraisal.branch}，${appraisal.year}年` })}
      at={office === undefined && town !== undefined ? 'town-party' : 'appraisal'}
      staleAt={page.staleAt}
      bar={appraisal === undefined || !appraisal.may.includes('REPORT') ? undefined : <Bar main={{ text: '上报镇党委', reason: left > 0 ? `还有 ${left} 位没评定` : appraisal.meeting === undefined ? '先记党员大会' : undefined, busy: report.busy ? '正在报…' : undefined, onTap: () => void sure(appraisal) }} hint="上报了不能再改" />}
    >
      <BranchChoice offices={offices} office={office} onChoose={choose} />
      <Loaded page={me}>
        {() => (village === undefined ? <NoDesk /> : (
          <Loaded page={page}>
            {(answer) => (answer === undefined ? null : (
              <>
                {canOpen ? <Button wide kind="fill" icon="ballot" text={`开${thisYear}年民主评议`} onTap={() => setOpening(true)} /> : null}
                {answer.appraisal === undefined
                  ? <Note tone="plain" icon="info">还没有开过。一年至少评一次：自评、互评、民主测评、支委会意见、党员大会评定，再上报镇党委。</Note>
                  : <Overview key={answer.appraisal.year} appraisal={answer.appraisal} onChanged={() => void page.reload()} />}
                {answer.years.length < 2 ? null : <Section title="别的年份"><Card flush>{answer.years.filter((one) => one !== answer.appraisal?.year).map((one) => <Row key={one} icon="calendar" tone="plain" title={`${one}年`} onTap={() => setPicked(one)} />)}</Card></Section>}
              </>
            ))}
          </Loaded>
        ))}
      </Loaded>
      {opening && village !== undefined ? <OpenSheet village={village} year={thisYear} onClose={() => setOpening(false)} onDone={() => { setOpening(false); setPicked(thisYear); void page.reload(); }} /> : null}
    </DeskPage>
  );
}

function Overview({ appraisal, onChanged }: { readonly appraisal: AppraisalView; readonly onChanged: () => void }): ReactNode {
  const wide = useWide();
  const now = serverNow();
  const [minutes, setMinutes] = useState(false);
  const { village, year, stage, items, excellent, meeting, may } = appraisal;
  const many = excellent === undefined ? undefined : excellentWords(excellent);
  const written = items.filter(({ self }) => self !== undefined).length;
  const show = ({ personId }: AppraisalItemView) => openBranch('appraise', { village, year: String(year), id: personId });
  return (
    <>
      <View className="p-screen l-blocks">
        <Card className="l-stack">
          <StageRail stages={RAIL} at={STAGE_AT[stage]} />
          <View className="t-hint">{whenWords(appraisal, now)}</View>
          <View className="t-hint">{`自评写了 ${written}/${items.length}，评定了 ${items.filter(({ decided }) => decided !== undefined).length}/${items.length}`}</View>
        </Card>
        {many === undefined ? null : <Note tone="you" icon="alert">{many}</Note>}
        <Section title="党员" count={`${items.length} 位`} aside="按姓名排">
          {wide ? <Card><ItemsTable items={items} onOpen={show} /></Card> : <Card flush>{items.map((item) => <Row key={item.personId} title={item.name} line={itemLine(item)} end={itemChip(item)} label={`${item.name}，${itemLine(item)}`} onTap={() => show(item)} />)}</Card>}
        </Section>
        <Note tone="plain" icon="info">{POINTS_ARE_INPUT}</Note>
        {meeting === undefined ? null : (
          <Section title="党员大会">
            <Card className="l-stack">
              <View>{`${formatDay(meeting.on)}，${meeting.host}主持，${meeting.recorder}记录`}</View>
              <View className="t-hint">{`应到 ${meeting.called} 人，实到 ${meeting.came} 人`}</View>
              <View className="t-read">{meeting.text}</View>
            </Card>
          </Section>
        )}
        <View className="l-line l-wrap">
          {may.includes('MEETING') ? <Button kind="line" icon="edit" text={meeting === undefined ? '记党员大会' : '改大会记录'} onTap={() => setMinutes(true)} /> : null}
          {process.env.TARO_ENV === 'h5' ? <Button icon="board" text="打印登记表" onTap={() => window.print()} /> : null}
        </View>
      </View>
      <RecordPaper appraisal={appraisal} />
      {minutes ? <MeetingSheet appraisal={appraisal} onClose={() => setMinutes(false)} onDone={() => { setMinutes(false); onChanged(); }} /> : null}
    </>
  );
}

function itemLine({ self, remarks, decided, suggested, plan }: AppraisalItemView): string {
  return [
    self === undefined ? '自评没写' : `自评${MEMBER_GRADE_WORDS[self.grade]}`,
    remarks === undefined || remarks === 0 ? '' : `互评 ${remarks} 条`,
    decided !== undefined || suggested === undefined ? '' : `积分参考：${suggestedWords({ suggested })}`,
    plan === undefined ? '' : plan.doneAt === undefined ? `整改到${formatDay(plan.due)}` : '整改完了',
  ].filter(Boolean).join('，');
}

function itemChip({ decided, own, may }: AppraisalItemView): ReactNode {
  if (decided !== undefined) return <Chip tone="ok" text={MEMBER_GRADE_WORDS[decided.grade]} />;
  if (own) return <Chip tone="idle" icon="lock" text="请另一位" />;
  return may.includes('DECIDE') ? <Chip tone="you" text="等评定" /> : may.includes('PAPER') ? <Chip tone="you" text="等计票" /> : undefined;
}

function ItemsTable({ items, onOpen }: { readonly items: readonly AppraisalItemView[]; readonly onOpen: (item: AppraisalItemView) => void }): ReactNode {
  return (
    <DataTable
      caption="党员"
      rows={items}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', head: '姓名', cell: (item) => <TextButton text={item.name} label={`看${item.name}`} onTap={() => onOpen(item)} /> },
        { key: 'self', head: '自评', cell: ({ self }) => (self === undefined ? '没写' : MEMBER_GRADE_WORDS[self.grade]) },
        { key: 'remarks', head: '互评', cell: ({ remarks }) => (remarks === undefined ? '' : `${remarks} 条`) },
        { key: 'measured', head: '测评', cell: measuredWords },
        { key: 'suggested', head: '积分参考', cell: suggestedWords },
        { key: 'opinion', head: '支委会意见', cell: ({ opinion }) => (opinion === undefined ? '' : opinion.grade === undefined ? '写了' : MEMBER_GRADE_WORDS[opinion.grade]) },
        { key: 'decided', head: '评定', cell: itemChip },
      ]}
    />
  );
}
