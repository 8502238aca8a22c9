import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { PersonCard } from '@/components/person-card';
import { Button } from '@/components/button';
import type { IconName } from '@/components/icon';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { ContactCard } from '@/services/views';

const LINE_ICON: Readonly<Record<ContactCard['line'], IconName>> = {
  PARTY: 'party',
  DEPUTY: 'deputy',
  HEAD: 'head',
  GRID: 'grid',
  VILLAGE: 'desk',
  TOWN: 'desk',
};

/** Who answers for my household: the three lines, then the grid chain up to the village and town (LNS-05). */
export default function Contacts(): ReactNode {
  const page = usePageData('contacts', () => api.people.contacts());
  return (
    <Page title="我的联系人" staleAt={page.staleAt}>
      <Loaded page={page}>
        {({ lines, chain, helpPhone }) => (
          <>
            <Note tone="go" icon="lock">只有本人同意公开的电话才写在这里，只给自己管的这几户看。</Note>
            <Section title="联系我家的人">{lines.map((contact, index) => <ContactView key={index} contact={contact} helpPhone={helpPhone} />)}</Section>
            <Section title="管我家这一片的人">{chain.map((contact, index) => <ContactView key={index} contact={contact} helpPhone={helpPhone} />)}</Section>
            {helpPhone === undefined ? null : <Button wide icon="phone" kind="line" text="都找不到，打村里电话" onTap={() => call(helpPhone)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface ContactViewProps {
  readonly contact: ContactCard;
  readonly helpPhone: string | undefined;
}

function ContactView({ contact, helpPhone }: ContactViewProps): ReactNode {
  const phone = contact.phone ?? (contact.vacant ? helpPhone : undefined);
  return (
    <PersonCard
      {...(contact.vacant ? {} : { name: contact.name })}
      role={contact.duty}
      roleIcon={LINE_ICON[contact.line]}
      lines={linesOf(contact)}
      {...(phone === undefined ? {} : { onCall: () => call(phone) })}
      {...(contact.vacant ? { callLabel: '打村里电话' } : {})}
    />
  );
}

function linesOf(contact: ContactCard): readonly string[] {
  if (contact.vacant) return ['这个岗位暂时没人', ...(contact.next === undefined ? [] : [`现在由${contact.next}管`])];
  return [
    contact.area,
    ...(contact.standInFor === undefined ? [] : [`替${contact.standInFor}代管`]),
    ...(contact.station === undefined ? [] : [contact.station]),
    ...(contact.hours === undefined ? [] : [contact.hours]),
    ...(contact.phone === undefined ? ['没有公开电话，可以报事给他，或者打村里电话'] : []),
  ].filter((line) => line !== '');
}

function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}
