import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Section } from '@/components/card';
import { PersonCard } from '@/components/person-card';
import { formatMoment } from '@/domain/basics/civil-time';
import { useMe } from '@/hooks/use-me';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';
import { isFromHotline } from '../hotline';

/** Who reported it and who has it now. A hidden name stays 一位村民, and a number is only there if its owner agreed. */
export function Parties({ issue }: { readonly issue: IssueDetail }): ReactNode {
  const { reporterPhone, owner } = issue;
  const { data: me } = useMe();
  // Nobody has to call themselves.
  const ownerPhone = owner.name === me?.person?.name ? undefined : owner.phone;
  const called = isFromHotline(issue);
  const when = `${formatMoment(issue.createdAt, serverNow())} 报的`;
  return (
    <Section title="谁报的，谁在办">
      <PersonCard
        name={issue.reporter}
        role="报事人"
        roleIcon="me"
        lines={[
          ...(issue.onBehalfBy === undefined ? [] : [`${issue.onBehalfBy}代报，本人同意过`]),
          when,
          ...(called ? ['打 12345 反映的'] : []),
          ...(issue.nameHidden ? [called ? '要求保密' : '不想让办事的人知道是谁，要问的话用“问一问”'] : []),
        ]}
        {...(reporterPhone === undefined ? {} : { onCall: () => call(reporterPhone) })}
      />
      <PersonCard
        name={owner.name}
        role={owner.duty}
        lines={[owner.area].filter((line) => line !== '')}
        {...(ownerPhone === undefined ? {} : { onCall: () => call(ownerPhone) })}
      />
    </Section>
  );
}

function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}
