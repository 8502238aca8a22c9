import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { PersonCard } from '@/components/person-card';
import { Button } from '@/components/button';
import type { IconName } from '@/components/icon';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { nearestFirst } from '@/services/nearest-first';
import { hasPoints } from '@/services/party-duties';
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
  const me = useMe().data;
  const modules = me?.modules;
  const page = usePageData('contacts', () => api.people.contacts());
  return (
    <Page title="我的联系人" staleAt={page.staleAt}>
      <Loaded page={page}>
        {({ lines, chain, helpPhone }) => (
          <>
            <Note tone="go" icon="lock">只有本人同意公开的电话才写在这里，只给自己管的这几户看。</Note>
            <Section title="联系我家的人">{nearestFirst(lines).map((contact, index) => <ContactView key={index} contact={contact} instead={insteadOf(contact, chain, helpPhone)} openable={modules?.['deputies'] === true} />)}</Section>
            <Section title="管我家这一片的人">{chain.filter((contact) => !isAmong(lines, contact)).map((contact, index) => <ContactView key={index} contact={contact} instead={insteadOf(contact, chain, helpPhone)} />)}</Section>
            {modules?.['deputies'] === true ? <Button wide icon="deputy" kind="quiet" text="看联络站和所有代表" onTap={() => void Taro.navigateTo({ url: '/packages/deputies/directory/index' })} /> : null}
            {hasPoints(me) ? <Button wide icon="party" kind="quiet" text="看村里党员答应了什么" onTap={() => void Taro.navigateTo({ url: '/packages/party/village/index' })} /> : null}
            {helpPhone === undefined ? null : <Button wide icon="phone" kind="line" text="打村里电话" onTap={() => call(helpPhone)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Whom to call where a post is vacant. */
interface Instead {
  readonly phone: string;
  readonly label: string;
  readonly words: string;
}

/** Who answers meanwhile, where their number is open to this household; otherwise the village's phone. */
function insteadOf({ vacant, next }: ContactCard, chain: readonly ContactCard[], helpPhone: string | undefined): Instead | undefined {
  if (!vacant) return undefined;
  const person = chain.find((other) => !other.vacant && `${other.duty}${other.name}` === next);
  if (person?.phone !== undefined) return { phone: person.phone, label: `打电话给${person.name}`, words: `打给${person.name}` };
  return helpPhone === undefined ? undefined : { phone: helpPhone, label: '打村里电话', words: '打村里' };
}

/** The head of a household's own grid is one of the three lines as well; one card is enough. */
function isAmong(lines: readonly ContactCard[], contact: ContactCard): boolean {
  return lines.some(({ duty, name, vacant }) => duty === contact.duty && name === contact.name && vacant === contact.vacant);
}

interface ContactViewProps {
  readonly contact: ContactCard;
  readonly instead: Instead | undefined;
  /** The deputies' part is on in this county. */
  readonly openable?: boolean;
}

function ContactView({ contact, instead, openable = false }: ContactViewProps): ReactNode {
  const { deputy } = contact;
  const phone = contact.phone ?? instead?.phone;
  return (
    <PersonCard
      {...(contact.vacant ? {} : { name: contact.name })}
      role={contact.duty}
      roleIcon={LINE_ICON[contact.line]}
      lines={linesOf(contact)}
      {...(phone === undefined ? {} : { onCall: () => call(phone) })}
      {...(deputy === undefined || !openable ? {} : { more: { text: `看${contact.name}这一年做了什么`, onTap: () => void Taro.navigateTo({ url: `/packages/deputies/deputy/index?town=${deputy.town}&id=${encodeURIComponent(deputy.mandate)}` }) } })}
      {...(instead === undefined ? {} : { callLabel: instead.label, callWords: instead.words })}
    />
  );
}

function linesOf(contact: ContactCard): readonly string[] {
  if (contact.vacant) return [contact.next === undefined ? '有事打村里电话' : `有事先找${contact.next}`];
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
