import { useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { formatDay, formatMoment } from '@/domain/basics/civil-time';
import { MEMBER_GRADE_WORDS, REMARK_KIND_WORDS } from '@/domain/wording/appraisals';
import { usePages } from '@/hooks/use-pages';
import { DeskPage } from '@/packages/desk/desk-page';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { AppraisalItemView, AppraisalView } from '@/services/views';
import { useAppraisal } from '../appraisal/use-appraisal';
import { measuredWords, suggestedWords } from '../appraisal/words';
import { openBranch, read } from '../links';
import { useBranch } from '../use-branch';
import { DecideSheet, OpinionSheet } from './decide-sheet';
import { PaperSheet } from './paper-sheet';
import { FinishSheet, PlanSheet } from './plan-sheet';
import '../branch.scss';

/** One member's appraisal: everything it rests on, and what the branch decides of it, side by side (PTY-11..13, PRV-08). */
export default function Appraise(): ReactNode {
  const params = useRouter().params;
  const [village, year, id] = [read(params['village']), Number(params['year']), read(params['id']) ?? ''];
  const page = useAppraisal(village, year);
  const item = page.data?.appraisal?.items.find(({ personId }) => personId === id);
  return (
    <DeskPage title={item?.name ?? '评一位党员'} line={`${year}年民主评议`} at="appraisal" staleAt={page.staleAt}>
      <Loaded page={page} isEmpty={() => item === undefined} empty={{ title: '名单里没有这个人', line: '可能刚离开支部。' }}>
        {(answer) => (answer?.appraisal === undefined || item === undefined ? null : <One key={item.personId} appraisal={answer.appraisal} item={item} onChanged={() => void page.reload()} />)}
      </Loaded>
    </DeskPage>
  );
}

interface OneProps {
  readonly appraisal: AppraisalView;
  readonly item: AppraisalItemView;
  readonly onChanged: () => void;
}

type Open = 'PAPER' | 'OPINION' | 'DECIDE' | 'PLAN' | 'FINISH_PLAN';

function One({ appraisal, item, onChanged }: OneProps): ReactNode {
  const { own, self, opinion, decided, plan, may } = item;
  const [open, setOpen] = useState<Open>();
  // The town, too, reads here what was reported; a member's points stay in the branch (PTY-15).
  const ofBranch = useBranch().offices.some(({ village }) => village === appraisal.village);
  const sheet = { appraisal, item, onClose: () => setOpen(undefined), onDone: () => { setOpen(undefined); onChanged(); } };
  const act = (one: Open, text: string, fill = false): ReactNode => (may.includes(one) ? <Button wide kind={fill ? 'fill' : 'line'} text={text} onTap={() => setOpen(one)} /> : null);
  return (
    <>
      {own ? <Note tone="plain" icon="lock">这是您自己的，由别的支委来评。</Note> : null}
      <View className="p-desk__columns">
        <View className="p-desk__column">
          <Section title="自评">
            {self === undefined ? <Note tone="plain" icon="info">还没写。</Note> : <Card className="l-stack"><View className="l-between"><View className="t-label">{MEMBER_GRADE_WORDS[self.grade]}</View><View className="t-hint">{formatMoment(self.at, serverNow())}</View></View><View className="t-read">{self.text}</View></Card>}
          </Section>
          <Remarks appraisal={appraisal} item={item} />
        </View>
        <View className="p-desk__column">
          <Section title="参考">
            <Card className="l-stack">
              <View className="l-between l-wrap"><View className="t-hint">民主测评</View><View>{measuredWords(item) === '' ? '还没有' : measuredWords(item)}</View></View>
              <View className="l-between l-wrap"><View className="t-hint">积分参考</View><View>{suggestedWords(item) === '' ? '还没有' : suggestedWords(item)}</View></View>
              {ofBranch ? <Button small text="看这一年的积分" onTap={() => openBranch('member', { village: appraisal.village, id: item.personId, cycle: String(appraisal.year) })} /> : null}
            </Card>
          </Section>
          {act('PAPER', item.measured === undefined ? '填纸票' : '改纸票')}
          <Section title="支委会意见">
            {opinion === undefined ? <Note tone="plain" icon="info">还没写。</Note> : <Card className="l-stack">{opinion.grade === undefined ? null : <View className="t-label">{MEMBER_GRADE_WORDS[opinion.grade]}</View>}<View className="t-read">{opinion.text}</View></Card>}
            {act('OPINION', opinion === undefined ? '写意见' : '改意见')}
          </Section>
          <Section title="支部评定">
            {decided === undefined ? <Note tone="plain" icon="info">还没定。由党员大会定，系统不定等次。</Note> : <Card className="l-stack"><Chip tone="ok" text={MEMBER_GRADE_WORDS[decided.grade]} />{decided.reason === undefined ? null : <View className="t-read">{decided.reason}</View>}</Card>}
            {act('DECIDE', decided === undefined ? '评定' : '改评定', true)}
          </Section>
          {plan === undefined && !may.includes('PLAN') ? null : (
            <Section title="整改">
              {plan === undefined ? <Note tone="you" icon="clock">基本合格、不合格的，要定整改。</Note> : <Card className="l-stack"><View className="t-read">{plan.text}</View><View className="t-hint">{plan.doneAt === undefined ? `改到${formatDay(plan.due)}` : `完了：${plan.result ?? ''}`}</View></Card>}
              {act('PLAN', plan === undefined ? '定整改' : '改整改')}
              {act('FINISH_PLAN', '记整改结果')}
            </Section>
          )}
        </View>
      </View>
      {open === 'PAPER' ? <PaperSheet {...sheet} /> : null}
      {open === 'OPINION' ? <OpinionSheet {...sheet} /> : null}
      {open === 'DECIDE' ? <DecideSheet {...sheet} /> : null}
      {open === 'PLAN' ? <PlanSheet {...sheet} /> : null}
      {open === 'FINISH_PLAN' ? <FinishSheet {...sheet} /> : null}
    </>
  );
}

/** Signed remarks of others (党员互评). */
function Remarks({ appraisal: { village, year }, item: { personId, remarks = 0, own } }: Pick<OneProps, 'appraisal' | 'item'>): ReactNode {
  const list = usePages(`branch:remarks:${village}:${year}:${personId}`, (input) => api.appraisals.remarks({ village, year, about: personId, ...input }), { keep: false });
  if (remarks === 0 || own) return remarks === 0 ? <Section title="互评"><Note tone="plain" icon="info">还没有人写。</Note></Section> : null;
  return (
    <Section title="互评" count={`${remarks} 条`}>
      <Loaded page={list.first}>
        {() => (
          <>
            {list.items.map(({ remarkId, by, kind, text, at }) => <Card key={remarkId} className="l-stack"><View className="l-between l-wrap"><View className="t-label">{`${by}，${REMARK_KIND_WORDS[kind]}`}</View><View className="t-hint">{formatMoment(at, serverNow())}</View></View><View className="t-read">{text}</View></Card>)}
            {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}
