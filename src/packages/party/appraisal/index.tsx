import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { StageRail } from '@/components/stage-rail';
import { APPRAISAL_STAGES } from '@/domain/appraisals/appraisal';
import { formatDay } from '@/domain/basics/civil-time';
import { MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { POINTS_ARE_INPUT } from '@/domain/wording/party';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { AppraisalItemView, AppraisalView } from '@/services/views';
import { BranchPage } from '../branch-page';
import { openParty } from '../links';
import { Ballots } from './ballots';
import { OwnResult } from './own-result';
import { RemarkSheet } from './remark-sheet';
import { RemarksOnMe } from './remarks-on-me';
import { SelfAppraisal } from './self-appraisal';

const STAGES = ['自评互评', '测评', '支部定', '报上去'];

/** 民主评议 as a member takes part in it: oneself, the others, the secret ballots, and what came of it (PTY-11..13). Never kept on the phone. */
export default function Appraisal(): ReactNode {
  return <BranchPage title="民主评议">{(village) => <OfBranch village={village} />}</BranchPage>;
}

function OfBranch({ village }: { readonly village: string }): ReactNode {
  const { year } = useRouter().params;
  const page = usePageData(`appraisal:${village}:${year ?? ''}`, () => api.appraisals.get({ village, ...(year === undefined ? {} : { year: Number(year) }) }), { keep: false });
  const shown = page.data?.appraisal;
  return (
    <Page title={shown === undefined ? '民主评议' : `${shown.year} 年民主评议`} staleAt={page.staleAt}>
      <Loaded page={page} isEmpty={({ appraisal, years }) => appraisal === undefined && years.length === 0} empty={{ title: '今年的评议还没有开始', line: '支部打开以后会告诉您：先自评，再互评、测评。', icon: 'ballot' }}>
        {({ appraisal, years }) => (
          <>
            {appraisal === undefined ? <Note tone="plain" icon="info">今年的评议还没有开始，支部打开以后会告诉您。</Note> : <OneAppraisal appraisal={appraisal} onChanged={() => void page.reload()} />}
            <OtherYears village={village} years={years.filter((other) => other !== appraisal?.year)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface OneAppraisalProps {
  readonly appraisal: AppraisalView;
  readonly onChanged: () => void;
}

function OneAppraisal({ appraisal, onChanged }: OneAppraisalProps): ReactNode {
  const { stage, items, selfUntil, branch } = appraisal;
  const own = items.find((item) => item.own);
  const others = items.filter((item) => !item.own);
  return (
    <>
      <Card className="l-stack3">
        <StageRail stages={STAGES} at={stage === 'REPORTED' ? STAGES.length : APPRAISAL_STAGES.indexOf(stage)} />
        {stage === 'SELF' ? <Note tone="plain" icon="clock">{`自评最晚${formatDay(selfUntil)}。${POINTS_ARE_INPUT}`}</Note> : <Note tone="plain" icon="info">{POINTS_ARE_INPUT}</Note>}
      </Card>
      {own === undefined ? <Note tone="plain" icon="info">{`您不在${branch}今年要评议的名单上。不对的，找支部书记。`}</Note> : <SelfAppraisal appraisal={appraisal} own={own} onWritten={onChanged} />}
      <Ballots appraisal={appraisal} />
      {own === undefined ? null : <OwnResult item={own} stage={stage} />}
      {own === undefined ? null : <RemarksOnMe appraisal={appraisal} own={own} />}
      <Others appraisal={appraisal} others={others} onChanged={onChanged} />
    </>
  );
}

interface OthersProps {
  readonly appraisal: AppraisalView;
  readonly others: readonly AppraisalItemView[];
  readonly onChanged: () => void;
}

/** The other members by name: a remark for each while it is the time for it, their grade once it is reported. */
function Others({ appraisal, others, onChanged }: OthersProps): ReactNode {
  const [about, setAbout] = useState<AppraisalItemView>();
  const remarks = others.some(({ may }) => may.includes('REMARK'));
  if (others.length === 0 || (!remarks && appraisal.stage !== 'REPORTED')) return null;
  return (
    <Section title={remarks ? '给别的党员提意见' : '支部评定的等次'} count={`${others.length} 位`}>
      {remarks ? <Note tone="plain" icon="info">写上您的名字，只给他本人和支委看。好的、不够的、建议，都可以说。</Note> : null}
      <Card flush>
        {others.map((item) => (remarks
          ? <Row key={item.personId} icon="speak" tone="plain" title={item.name} end="提意见" onTap={() => setAbout(item)} label={`给${item.name}提意见`} />
          : <Row key={item.personId} title={item.name} end={item.decided === undefined ? '没有评' : MEMBER_GRADE_WORDS[item.decided.grade]} />))}
      </Card>
      {about === undefined ? null : <RemarkSheet appraisal={appraisal} about={about} onClose={() => setAbout(undefined)} onSaid={() => { setAbout(undefined); onChanged(); }} />}
    </Section>
  );
}

function OtherYears({ village, years }: { readonly village: string; readonly years: readonly number[] }): ReactNode {
  if (years.length === 0) return null;
  return <Section title="别的年份"><Card flush>{years.map((year) => <Row key={year} icon="calendar" tone="plain" title={`${year} 年民主评议`} onTap={() => openParty('appraisal', { village, year: String(year) })} />)}</Card></Section>;
}
