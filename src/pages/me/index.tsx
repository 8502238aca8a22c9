import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Avatar } from '@/components/avatar';
import { Row } from '@/components/row';
import { SwitchRow } from '@/components/switch-row';
import { TabBar } from '@/components/tab-bar';
import { dutyIn, roleName } from '@/domain/wording/grid-duties';
import { useMe } from '@/hooks/use-me';
import { useLeaveDesk } from '@/hooks/use-leave-desk';
import { useMode } from '@/hooks/use-mode';
import { hasBallots, watchesBoxes } from '@/services/box-duties';
import { branchOfficesOf, partyTownOf } from '@/services/branch-duties';
import { atDesk } from '@/services/desk';
import { isPartyMember } from '@/services/party-duties';
import { loadsRosters, ROSTER_DESK } from '@/services/roster-duties';
import type { Me as MeView } from '@/services/views';

/** The third tab: who I am here, my people, my inbox, my data, and what is wrong with the app. */
export default function Me(): ReactNode {
  const me = useMe();
  return (
    <Page title="我的" staleAt={me.staleAt} tabs={<TabBar at="/pages/me/index" />}>
      <Loaded page={me}>{(who) => <Mine me={who} />}</Loaded>
    </Page>
  );
}

function Mine({ me }: { readonly me: MeView }): ReactNode {
  const { elder, setMode } = useMode();
  const { person } = me;
  const computer = atDesk();
  const leave = useLeaveDesk();
  const branches = branchOfficesOf(me);
  const partyTown = partyTownOf(me);
  return (
    <>
      {person === undefined
        ? <Card flush><Row icon="me" title="告诉我们您是哪一家" line={me.family.length > 0 ? '村里把您加上了，点这里认一认' : me.applied ? '村里正在看您的申请' : '不绑定也能报事'} onTap={() => open('/packages/people/bind/index')} /></Card>
        : <Who me={me} />}
      <Card flush>
        {person === undefined ? null : <Row icon="people" title="我的联系人" line="谁管我家，怎么找他" onTap={() => open('/packages/people/contacts/index')} />}
        {person === undefined || !hasBallots(me) ? null : <Row icon="ballot" title="我的票" line="要投的票，投过的票，结果" onTap={() => open('/packages/voting/mine/index')} />}
        {isPartyMember(me) ? <Row icon="party" title="我的积分" line="承诺、报做了的事、评议" onTap={() => open('/packages/party/year/index')} /> : null}
        <Row icon="inbox" title="收件箱" {...(me.unread > 0 ? { line: `${me.unread} 条没看`, lineTone: 'you' as const } : {})} onTap={() => open('/packages/inbox/list/index')} />
        {me.modules['deputies'] === true ? <Row icon="deputy" title="人大代表" line="联络站、谁是代表、年终评议" onTap={() => open('/packages/deputies/directory/index')} /> : null}
        {person === undefined || person.desks.length === 0 ? null : <Row icon="desk" title="工作台" line={person.desks.map(({ area, duty }) => dutyIn(area, duty)).join('、')} onTap={() => open('/packages/desk/queue/index')} />}
        {person === undefined || person.desks.length > 0 || !loadsRosters(me) ? null : <Row icon="desk" title="工作台" line={dutyIn(me.county, roleName('COUNTY_CLERK'))} onTap={() => open(ROSTER_DESK)} />}
        {branches.length === 0 ? null : <Row icon="party" title="支部工作台" line={branches.map(({ name, duty }) => `${name}${duty}`).join('、')} onTap={() => open('/packages/branch/desk/index')} />}
        {partyTown === undefined ? null : <Row icon="party" title="镇党委组织办" line="各支部走到哪一步，报上来的" onTap={() => open('/packages/branch/town/index')} />}
        {person?.desks.length === 0 && watchesBoxes(me) ? <Row icon="people" title="投票名单" line="谁能投，名单和结果的异议" onTap={() => open('/packages/desk/rolls/index')} /> : null}
        {worksAtComputers(me) ? <Row icon="lock" title="在电脑上办公" line="用手机登录电脑，看登录了哪几台" onTap={() => open('/packages/desk/computers/index')} /> : null}
        {computer ? <Row icon="close" title="退出" line="公用电脑，用完就退" onTap={() => void leave.run(null)} /> : null}
      </Card>
      <Section title="看得清">
        <Card flush><SwitchRow title="长辈版" line="字大、按钮大、先看要紧的" on={elder} onChange={(on) => setMode(on ? 'elder' : 'standard')} /></Card>
      </Section>
      <Section title="我的信息">
        <Card flush>
          {computer ? null : <Row icon="lock" title="村里存了我哪些信息" line="看、改、拿走、注销" onTap={() => open('/packages/people/data/index')} />}
          {person === undefined || computer ? null : <Row icon="people" title="家里人用这部手机" line={familyLine(me)} onTap={() => open('/packages/people/family/index')} />}
          <Row icon="edit" title="这个小程序哪里不好用" line="说给我们听，10 个工作日内回您" onTap={() => open('/packages/people/feedback/index')} />
        </Card>
      </Section>
      {me.helpPhone === undefined ? null : <HelpPhone number={me.helpPhone} />}
    </>
  );
}

function Who({ me }: { readonly me: MeView }): ReactNode {
  const { person } = me;
  if (person === undefined) return null;
  const verified = person.level === 'VERIFIED';
  return (
    <Card>
      <View className="l-line l-top">
        <Avatar name={person.name} />
        <View className="l-grow">
          <View className="l-line l-wrap">
            <View className="t-title">{person.name}</View>
            <Chip tone={verified ? 'ok' : 'idle'} icon={verified ? 'ok' : 'info'} text={verified ? '身份核实过' : '还没核实'} />
          </View>
          <View className="t-hint">{person.village.town} · {person.village.name} · {person.grid.name}</View>
        </View>
      </View>
      {verified ? null : (
        <Row icon="ticket" title="核实身份" line="投票、积分、担任职务要用" onTap={() => open('/packages/people/bind/index?verify=1')} />
      )}
    </Card>
  );
}

function HelpPhone({ number }: { readonly number: string }): ReactNode {
  return <Card flush><Row icon="phone" title="打村里电话" line={number} onTap={() => void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)} /></Card>;
}

/** Whose work has pages for a computer (the server decides; this only offers it). */
function worksAtComputers(me: MeView): boolean {
  const { person } = me;
  return person !== undefined && (person.desks.length > 0 || branchOfficesOf(me).length > 0 || partyTownOf(me) !== undefined || loadsRosters(me));
}

function familyLine(me: MeView): string {
  const others = me.family.filter(({ acting }) => !acting).map(({ name }) => name);
  return others.length === 0 ? '可以帮家里老人一起用' : `还有${others.join('、')}`;
}

function open(url: string): void {
  void Taro.navigateTo({ url });
}
