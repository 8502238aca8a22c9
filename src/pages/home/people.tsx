import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Row } from '@/components/row';
import { Tap } from '@/components/tap';
import type { ContactCard } from '@/services/views';
import './people.scss';

interface ContactsProps {
  readonly contacts: readonly ContactCard[];
}

/** The three lines side by side, each one tap from a call; a vacant post says who answers meanwhile (LNS-05). */
export function CallStrip({ contacts }: ContactsProps): ReactNode {
  return (
    <Card flush className="p-call-strip">
      {contacts.slice(0, 3).map((contact) => <CallCell key={`${contact.line}:${contact.name}`} contact={contact} />)}
    </Card>
  );
}

function CallCell({ contact }: { readonly contact: ContactCard }): ReactNode {
  const { phone } = contact;
  if (contact.vacant || phone === undefined) {
    return (
      <Tap className="p-call-strip__cell" label={contact.vacant ? `${contact.duty}，暂时没人` : `${contact.name}，${contact.duty}`} onTap={() => void Taro.navigateTo({ url: '/packages/people/contacts/index' })}>
        <View className="p-call-strip__name">{contact.vacant ? '暂时没人' : contact.name}</View>
        <View className="p-call-strip__duty">{contact.duty}</View>
        <View className="p-call-strip__act">看一看</View>
      </Tap>
    );
  }
  return (
    <Tap className="p-call-strip__cell" label={`打电话给${contact.name}，${contact.duty}`} onTap={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
      <View className="p-call-strip__name">{contact.name}</View>
      <View className="p-call-strip__duty">{contact.duty}</View>
      <View className="p-call-strip__act"><Icon name="phone" size="sm" />打电话</View>
    </Tap>
  );
}

/** 长辈版: one large row that leads to the people. */
export function ElderCall({ contacts, onTap }: ContactsProps & { readonly onTap: () => void }): ReactNode {
  const nearest = contacts.find(({ vacant, line }) => !vacant && line === 'HEAD') ?? contacts.find(({ vacant }) => !vacant);
  return (
    <Card flush>
      <Row icon="phone" strong title="打电话找人" {...(nearest === undefined ? {} : { line: `${nearest.duty} ${nearest.name}` })} onTap={onTap} />
    </Card>
  );
}
