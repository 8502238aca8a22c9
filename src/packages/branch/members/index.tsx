import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { formatDateTime, formatDay } from '@/domain/basics/civil-time';
import { POINTS_ARE_INPUT, pointsWords } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { useSaveSheet } from '@/hooks/use-save-sheet';
import { useWide } from '@/hooks/use-wide';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import type { BranchOffice } from '@/services/branch-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { BranchView, ListedMember } from '@/services/views';
import { BranchChoice } from '../branch-choice';
import { openBranch } from '../links';
import { useBranch } from '../use-branch';
import { useMembers } from '../use-members';
import { categoryName, useScheme, type Scheme } from '../use-scheme';
import { AddSheet } from './add-sheet';
import { GroupsSheet } from './groups-sheet';
import { MembersTable, pledgesWords } from './members-table';
import { ShareSheet } from './share-sheet';

/** The branch's members of a cycle with their categories and points, by name (PTY-02, 03, BUR-01). */
export default function Members(): ReactNode {
  const { me, offices, office, choose } = useBranch();
  const page = useMembers(office?.village);
  const scheme = useScheme(page.data?.cycle);
  return (
    <DeskPage title="党员和积分" {...(page.data === undefined ? {} : { line: `${page.data.name}，${page.data.cycle}年` })} at="members" staleAt={page.staleAt}>
      <BranchChoice offices={offices} office={office} onChoose={choose} />
      <Loaded page={me}>
        {() => (office === undefined ? <NoDesk /> : <Loaded page={page}>{(branch) => (branch === undefined ? null : <Branch key={office.village} office={office} branch={branch} scheme={scheme.data} onChanged={() => void page.reload()} />)}</Loaded>)}
      </Loaded>
    </DeskPage>
  );
}

interface BranchProps {
  readonly office: BranchOffice;
  readonly branch: BranchView;
  readonly scheme: Scheme | undefined;
  readonly onChanged: () => void;
}

function Branch({ office: { village, approves }, branch, scheme, onChanged }: BranchProps): ReactNode {
  const wide = useWide();
  const { cycle, open, drawing, settled, groups, members, may, seenBy } = branch;
  const [sheet, setSheet] = useState<'groups' | 'add' | 'share'>();
  const openCycle = useAct((requestId) => api.points.openCycle({ requestId, village, cycle }), { done: onChanged, said: '开了，正在从名册里拉党员' });
  const settle = useAct((requestId) => api.points.settleCategories({ requestId, village, cycle }), { done: onChanged, said: '定下来了，每位党员都会知道' });
  const close = useAct((requestId) => api.points.closeCycle({ requestId, village, cycle }), { done: onChanged, said: '这一年结账了' });
  const save = useSaveSheet(() => api.ledgers.branchLedger({ village, cycle }));
  const show = ({ personId }: ListedMember) => openBranch('member', { village, id: personId, cycle: String(cycle) });
  const changed = () => { setSheet(undefined); onChanged(); };

  async function sure(title: string, content: string, act: { readonly run: (input: undefined) => Promise<boolean> }): Promise<void> {
    const { confirm } = await Taro.showModal({ title, content, confirmText: '定了', cancelText: '再看看' });
    if (confirm) await act.run(undefined);
  }

  if (!open) {
    return (
      <>
        <Note tone="you" icon="calendar" title={`${cycle}年的还没开`}>开了以后，从名册里把党员拉进来，每人先归一类，支部看过再定。</Note>
        {may.includes('OPEN_CYCLE') ? <Button wide kind="fill" icon="calendar" text={`开${cycle}年的`} busy={openCycle.busy ? '正在开…' : undefined} onTap={() => void openCycle.run(undefined)} /> : null}
      </>
    );
  }
  return (
    <>
      <View className="p-screen l-blocks">
        {drawing ? <Note tone="plain" icon="refresh" said="status">正在从名册里拉党员，过一会儿再看。</Note> : null}
        {settled || drawing ? null : (
          <Note tone="you" icon="clock" title="类别还没定">
            <View>先看每位归的类别对不对，点开可以改。定了以后再改，要有支部会议的日子和理由。</View>
          </Note>
        )}
        {!settled && may.includes('SETTLE') && !drawing ? <Button wide kind="fill" icon="check" text="类别就这样定" busy={settle.busy ? '正在定…' : undefined} onTap={() => void sure('类别就这样定？', '每位党员都会收到自己的类别。', settle)} /> : null}
        <Section title="党员" count={`${members.filter(({ left }) => !left).length} 位`} aside="按姓名排，不排名次">
          {wide
            ? <Card><MembersTable caption="支部党员" members={members} scheme={scheme} onOpen={show} /></Card>
            : (
                <Card flush>
                  {members.map((member) => (
                    <Row
                      key={member.personId}
                      title={member.name}
                      line={[member.group ?? '', categoryName(scheme, member.category), pledgesWords(member), member.vetoed ? '一票否决' : '', member.left ? '已离开' : ''].filter(Boolean).join('，')}
                      end={pointsWords(member.score.total)}
                      label={`${member.name}，${pointsWords(member.score.total)} 分`}
                      onTap={() => show(member)}
                    />
                  ))}
                </Card>
              )}
        </Section>
        <Note tone="plain" icon="info">{POINTS_ARE_INPUT}</Note>
        <Card flush>
          {may.includes('EDIT') ? <Row icon="people" title="党小组" line={groups.length === 0 ? '还没有分组' : groups.join('、')} onTap={() => setSheet('groups')} /> : null}
          {may.includes('EDIT') ? <Row icon="plus" title="加一位党员" line="新入党的、转来的、住在别村的" onTap={() => setSheet('add')} /> : null}
          {may.includes('SHARE') ? <Row icon="eye" title="村里人看不看得到分" line={seenWords(seenBy)} onTap={() => setSheet('share')} /> : <Row icon="lock" tone="plain" title={seenWords(seenBy)} line={seenBy.most === 'BRANCH' ? '县里没有放开' : '支部会定，书记来改'} />}
          {approves ? <Row icon="save" title="存成表格" line={save.busy ? '正在写表…' : '台账：党员、每一笔、承诺'} onTap={() => void save.run(null)} /> : null}
          {process.env.TARO_ENV === 'h5' ? <Row icon="board" title="打印名单" line="按姓名排的这一张" onTap={() => window.print()} /> : null}
          {may.includes('CLOSE') ? <Row icon="lock" title={`${cycle}年结账`} line="以后只有申诉还能改，下一年从头算" onTap={() => void sure(`${cycle}年结账？`, '没审完的还能审，过了期限才作废。结了不能再打开。', close)} /> : null}
        </Card>
      </View>
      <View className="p-paper">
        <View className="p-paper__title">{`${branch.name}党员积分（${cycle}年）`}</View>
        <View className="p-paper__line">{`${formatDateTime(serverNow())} 打印，按姓名排。${POINTS_ARE_INPUT}`}</View>
        <MembersTable caption="支部党员" members={members} scheme={scheme} />
      </View>
      {sheet === 'groups' ? <GroupsSheet village={village} groups={groups} onClose={() => setSheet(undefined)} onDone={changed} /> : null}
      {sheet === 'share' ? <ShareSheet village={village} since={seenBy.since} onClose={() => setSheet(undefined)} onDone={changed} /> : null}
      {sheet === 'add' ? <AddSheet village={village} cycle={cycle} scheme={scheme} onClose={() => setSheet(undefined)} onDone={changed} /> : null}
    </>
  );
}

/** Who sees the points now (PTY-15). */
function seenWords({ since }: BranchView['seenBy']): string {
  return since === undefined ? '只有本支部看得到分' : `村里人看得到总分，${formatDay(since)}支部定的`;
}
