import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { shortDay } from '@/domain/wording/party';
import { dutyPage, type PartyDuty } from '@/services/party-duties';
import type { IconName } from '../icon';
import { Row } from '../row';

interface Words {
  readonly icon: IconName;
  readonly title: string;
  readonly line: string;
}

function wordsOf(duty: PartyDuty): Words {
  switch (duty.kind) {
    case 'ASKED':
      return { icon: 'speak', title: '支部想再问您一句', line: duty.text };
    case 'RETURNED':
      return { icon: 'edit', title: '一条承诺请您改一改', line: duty.text };
    case 'PLEDGE':
      return { icon: 'party', title: `今年的承诺还差 ${duty.missing} 条`, line: `最晚${shortDay(duty.until)}` };
  }
}

/** One thing that waits for the member. Stands in a `Card flush`. */
export function DutyRow({ duty }: { readonly duty: PartyDuty }): ReactNode {
  const { icon, title, line } = wordsOf(duty);
  return <Row icon={icon} tone="you" lineTone="you" title={title} line={line} onTap={() => void Taro.navigateTo({ url: dutyPage(duty) })} />;
}
