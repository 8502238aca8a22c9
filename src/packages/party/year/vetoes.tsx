import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Note } from '@/components/note';
import { shortDay } from '@/domain/wording/party';
import type { MemberYearView } from '@/services/views';

const STATE_WORDS = { WAITING: '等镇党委组织办确认', CONFIRMED: '镇党委组织办确认了', REFUSED: '', LIFTED: '' } as const;

/** 一票否决 that stands or is being looked at, with its evidence: nobody finds it out from others (PTY-09, PRV-08). */
export function Vetoes({ vetoes }: Pick<MemberYearView, 'vetoes'>): ReactNode {
  const standing = vetoes.filter(({ state }) => state === 'WAITING' || state === 'CONFIRMED');
  return standing.map(({ id, name, decidedOn, evidence, state }) => (
    <Note key={id} tone="bad" icon="alert" title={`一票否决：${name}`}>
      <View>{`支部${shortDay(decidedOn)}定的，${STATE_WORDS[state]}。${evidence}`}</View>
      <View>{state === 'CONFIRMED' ? '年底评议会参考它，等次还是由支部大会定。有话要说，找支部书记。' : '还没有算数。有话要说，找支部书记。'}</View>
    </Note>
  ));
}
